"""Follow the cash of parcels, and deposits, that nobody followed: they are of an older version."""

from tijara.kit.actor import SYSTEM, Actor
from tijara.kit.powers import Power
from tijara.kit.rounds import ALWAYS, Span
from tijara.platform.action import action

from ..queries import missing_deposits, missing_parcels
from .follow_deposit import follow_deposit
from .follow_parcel import follow_parcel


@action(power=Power.SYSTEM, atomic=False)
def follow_missing(*, actor: Actor, span: Span = ALWAYS) -> int:
    """How many, of the orders that were placed in the span. Each is a commit of its own."""
    missing = missing_parcels(span)
    for seller_id, shipment_id in missing:
        follow_parcel(actor=SYSTEM, seller_id=seller_id, shipment_id=shipment_id)
    deposits = missing_deposits(span)
    for seller_id, order_id in deposits:
        follow_deposit(actor=SYSTEM, seller_id=seller_id, order_id=order_id, is_new=True)
    return len(missing) + len(deposits)
