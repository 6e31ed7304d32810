"""Say what one of the staff may give a buyer by himself."""

from uuid import UUID

from tijara.kit.actor import Actor
from tijara.kit.powers import Power
from tijara.kit.refusal import Invalid
from tijara.platform.action import action

from ..models import WalletTerms
from ..rules import MOST_MINOR


class TermsInvalid(Invalid):
    code = "wallet.terms_invalid"


@action(power=Power.MARKETS_MANAGE)
def set_wallet_terms(*, actor: Actor, market_id: UUID, alone_up_to_minor: int) -> None:
    """Nothing: two must agree to every gift."""
    if not 0 <= alone_up_to_minor <= MOST_MINOR:
        raise TermsInvalid({"alone_up_to": "not_possible"})
    WalletTerms.objects.update_or_create(
        id=market_id, defaults={"alone_up_to_minor": alone_up_to_minor}
    )
