"""Write or correct who carries a parcel on its way, and its tracking number."""

from uuid import UUID

from django.db.models import F

from tijara.domains.orders.queries import orders
from tijara.kit.actor import Actor
from tijara.kit.arabic import strip_controls
from tijara.kit.powers import Power
from tijara.kit.refusal import Invalid
from tijara.platform.action import action
from tijara.platform.outbox.recorder import record

from ..events import TrackingCorrected
from ..models import Shipment
from ..rules.carriers import carrier_faults
from ..shapes import ParcelKind
from .end_parcel import NoSuchParcel, ParcelEnded


@action(power=Power.ORDERS_HANDLE)
def correct_tracking(
    *, actor: Actor, seller_id: UUID, shipment_id: UUID, carrier: str, tracking_number: str
) -> None:
    """The buyer is told of a change; the same again changes nothing."""
    carrier, tracking_number = strip_controls(carrier), strip_controls(tracking_number)
    if faults := carrier_faults(carrier, tracking_number):
        raise Invalid(faults)
    row = Shipment.objects.filter(seller_id=seller_id, id=shipment_id, kind=ParcelKind.CARRIED)
    parcel = row.select_for_update().first()
    if parcel is None:
        raise NoSuchParcel()
    if parcel.ended_at is not None:
        raise ParcelEnded()
    if (parcel.carrier, parcel.tracking_number) == (carrier, tracking_number):
        return
    row.update(carrier=carrier, tracking_number=tracking_number, revision=F("revision") + 1)
    order = orders([(seller_id, parcel.order_id)])[parcel.order_id]
    fact = TrackingCorrected(
        seller_id=seller_id,
        order_id=order.id,
        shipment_id=shipment_id,
        number=order.number,
        buyer_id=order.buyer_id,
        revision=parcel.revision + 1,
    )
    record(seller_id, fact)
