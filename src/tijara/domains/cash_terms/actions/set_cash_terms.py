"""Say on what terms a market takes cash at the door."""

from dataclasses import asdict
from uuid import UUID

from tijara.kit.actor import Actor
from tijara.kit.powers import Power
from tijara.kit.refusal import Invalid
from tijara.platform.action import action

from ..models import TermsRow
from ..queries import forget_cash_terms
from ..rules import terms_faults
from ..shapes import CashTerms


class TermsInvalid(Invalid):
    code = "cash_terms.invalid"


@action(power=Power.MARKETS_MANAGE)
def set_cash_terms(*, actor: Actor, market_id: UUID, terms: CashTerms) -> None:
    """It holds for new orders; what is on its way goes on as it began, but for the number of
    tries and the moment of payouts."""
    if faults := terms_faults(terms):
        raise TermsInvalid(faults)
    TermsRow.objects.update_or_create(id=market_id, defaults=asdict(terms))
    forget_cash_terms()
