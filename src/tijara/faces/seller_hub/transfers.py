"""What a seller must know of the transfers to his bank."""

from collections.abc import Sequence

from tijara.domains.settlements.shapes import BankAccountView, TransferState, TransferView


def has_come_back(transfers: Sequence[TransferView], account: BankAccountView | None) -> bool:
    """Did his bank not take the last transfer, and has he named no other account since?"""
    decided = [one for one in transfers if one.state is not TransferState.ORDERED]
    if not decided or decided[0].state is TransferState.PAID:
        return False
    return account is None or account.changed_at < decided[0].moved_at
