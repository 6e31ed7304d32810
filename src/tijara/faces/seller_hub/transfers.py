"""What a seller must know of the transfers to his bank."""

from collections.abc import Sequence

from tijara.domains.settlements.shapes import BankAccountView, TransferState, TransferView


def come_back(
    transfers: Sequence[TransferView], account: BankAccountView | None
) -> TransferView | None:
    """The last transfer, where his bank did not take or keep it and he has named no other account
    since."""
    decided = [one for one in transfers if one.state is not TransferState.ORDERED]
    if not decided or decided[0].state is TransferState.PAID:
        return None
    is_mended = account is not None and account.changed_at >= decided[0].moved_at
    return None if is_mended else decided[0]
