"""Write down that a parcel was brought to the door and not handed over."""

from uuid import UUID

from tijara.domains.cash_terms.queries import cash_terms
from tijara.domains.orders.actions import lock_order
from tijara.domains.parties.queries import markets_of
from tijara.kit.actor import SYSTEM, Actor
from tijara.kit.arabic import strip_controls
from tijara.kit.powers import Power
from tijara.kit.refusal import Invalid
from tijara.platform.action import action
from tijara.platform.outbox.recorder import record

from ..events import DeliveryTried
from ..models import DeliveryAttempt
from ..queries import order_of_shipment, shipment_views
from ..rules.door import LONGEST_NOTE
from ..shapes import AttemptReason, ParcelKind
from .end_parcel import NoSuchParcel, ParcelEnded
from .record_refusal import record_refusal


class AttemptInvalid(Invalid):
    code = "fulfilment.attempt_invalid"


@action(power=Power.ORDERS_HANDLE)
def record_attempt(
    *, actor: Actor, seller_id: UUID, shipment_id: UUID, reason: str, note: str = ""
) -> bool:
    """Whether it goes back now: its buyer refused it, or it was the market's last try. The buyer is
    told each time; under the order's lock, so that two who write at once write two tries."""
    if reason not in AttemptReason:
        raise AttemptInvalid({"reason": "required"})
    order_id = order_of_shipment(seller_id, shipment_id)
    if order_id is None:
        raise NoSuchParcel()
    order = lock_order(actor=SYSTEM, seller_id=seller_id, order_id=order_id)
    parcel = shipment_views(seller_id, [shipment_id])[shipment_id]
    if parcel.kind is not ParcelKind.CARRIED or not parcel.is_open:
        raise ParcelEnded()
    before = DeliveryAttempt.objects.filter(seller_id=seller_id, shipment_id=shipment_id)
    place = before.count() + 1
    DeliveryAttempt.objects.create(
        seller_id=seller_id,
        shipment_id=shipment_id,
        place=place,
        reason=reason,
        note=strip_controls(note)[:LONGEST_NOTE],
        person_id=actor.person_id,
    )
    most = cash_terms(markets_of([seller_id])[seller_id]).most_attempts
    if reason == AttemptReason.REFUSED or place >= most:
        record_refusal(actor=actor, seller_id=seller_id, shipment_id=shipment_id)
        return True
    fact = DeliveryTried(seller_id, order_id, shipment_id, order.number, order.buyer_id, place)
    record(seller_id, fact)
    return False
