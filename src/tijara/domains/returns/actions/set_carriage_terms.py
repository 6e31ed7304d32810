"""Say who pays the way back of a return in a market, and how much that is."""

from dataclasses import asdict
from uuid import UUID

from tijara.kit.actor import Actor
from tijara.kit.powers import Power
from tijara.kit.refusal import Invalid
from tijara.platform.action import action

from ..models import CarriageTermsRow
from ..rules.carriage import carriage_faults
from ..shapes import CarriageTerms


class CarriageInvalid(Invalid):
    code = "returns.carriage_invalid"


@action(power=Power.MARKETS_MANAGE)
def set_carriage_terms(*, actor: Actor, market_id: UUID, terms: CarriageTerms | None) -> None:
    """It holds for what is asked for from now on: each return keeps what its buyer was shown. None:
    nothing is settled any more."""
    if terms is None:
        CarriageTermsRow.objects.filter(id=market_id).delete()
        return
    if faults := carriage_faults(terms):
        raise CarriageInvalid(faults)
    CarriageTermsRow.objects.update_or_create(id=market_id, defaults=asdict(terms))
