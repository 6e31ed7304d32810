"""Ask a seller in writing for what he owes us, until a day."""

from datetime import date
from uuid import UUID

from tijara.domains.markets.queries import market_by_id, zone_of
from tijara.domains.parties.queries import markets_of
from tijara.kit.actor import Actor
from tijara.kit.clock import now
from tijara.kit.money import Money
from tijara.kit.powers import Power
from tijara.kit.refusal import Invalid, Refusal
from tijara.platform.action import action
from tijara.platform.locks import one_at_a_time
from tijara.platform.outbox.recorder import record

from ..events import PaymentDemanded
from ..models import Demand
from ..queries import owed_by
from ..shapes import DemandState
from .record_payout import SellerUnknown

TAIL = 8


class DemandInvalid(Invalid):
    code = "settlements.demand_invalid"


class DemandIsOpen(Refusal):
    """He has been asked already, and neither paid nor been let off."""

    code = "settlements.demand_is_open"


@action(power=Power.PAYOUTS_RECORD)
def demand_payment(
    *, actor: Actor, seller_id: UUID, demand_id: UUID, amount: Money, due_on: date
) -> None:
    """Never for more than he owes. The same id again is nothing new. His people are told."""
    one_at_a_time(f"settlements.reserve:{seller_id}")
    home = markets_of([seller_id]).get(seller_id)
    if home is None:
        raise SellerUnknown()
    if Demand.objects.filter(seller_id=seller_id, id=demand_id).exists():
        return
    owed, faults = owed_by(seller_id), {}
    if amount.currency != owed.currency or not 0 < amount.minor <= owed.minor:
        faults["amount"] = "more_than_owed"
    if due_on < now().astimezone(zone_of(market_by_id(home).country)).date():
        faults["due_on"] = "in_the_past"
    if faults:
        raise DemandInvalid(faults)
    if Demand.objects.filter(seller_id=seller_id, state=DemandState.OPEN).exists():
        raise DemandIsOpen()
    made = Demand.objects.create(
        seller_id=seller_id,
        id=demand_id,
        code=f"D-{demand_id.hex[-TAIL:].upper()}",
        currency=amount.currency,
        amount_minor=amount.minor,
        due_on=due_on,
        opened_by=actor.person_id,
    )
    record(seller_id, PaymentDemanded(seller_id, made.id, made.amount_minor, made.currency))
