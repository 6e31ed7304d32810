"""The buyer has taken a parcel, and paid the courier where it was not paid before."""

from uuid import UUID

from tijara.domains.orders.actions import lock_order
from tijara.kit.actor import SYSTEM, Actor
from tijara.kit.powers import Power
from tijara.platform.action import action
from tijara.platform.outbox.recorder import record

from ..events import ParcelDelivered
from ..queries import order_of_shipment
from ..shapes import Ending
from .end_parcel import NoSuchParcel, end_parcel


@action(power=Power.ORDERS_HANDLE)
def record_delivery(*, actor: Actor, seller_id: UUID, shipment_id: UUID) -> None:
    """Where its market asks for the buyer's code, `check_delivery_code` goes before: a delivery
    without one counts as well, and is marked as not proved."""
    order_id = order_of_shipment(seller_id, shipment_id)
    if order_id is None:
        raise NoSuchParcel()
    order = lock_order(actor=SYSTEM, seller_id=seller_id, order_id=order_id)
    end_parcel(
        actor=SYSTEM,
        on_behalf=actor,
        order=order,
        shipment_id=shipment_id,
        ending=Ending.DELIVERED,
    )
    record(
        seller_id, ParcelDelivered(seller_id, order_id, shipment_id, order.number, order.buyer_id)
    )
