"""Hand a confirmed order over to a carrier."""

from uuid import UUID

from tijara.domains.orders.actions import move_order
from tijara.domains.orders.events import OrderShipped
from tijara.domains.orders.shapes import OrderState
from tijara.kit.actor import SYSTEM, Actor
from tijara.kit.arabic import strip_controls
from tijara.kit.powers import Power
from tijara.kit.refusal import Invalid
from tijara.platform.action import action
from tijara.platform.outbox.recorder import record

from ..models import Shipment

LONGEST = 60


@action(power=Power.ORDERS_HANDLE)
def ship_order(
    *, actor: Actor, seller_id: UUID, order_id: UUID, carrier: str, tracking_number: str = ""
) -> None:
    carrier, tracking_number = strip_controls(carrier), strip_controls(tracking_number)
    if not carrier:
        raise Invalid({"carrier": "required"})
    for field, value in (("carrier", carrier), ("tracking_number", tracking_number)):
        if len(value) > LONGEST:
            raise Invalid({field: "too_long"})
    order = move_order(
        actor=SYSTEM, on_behalf=actor, seller_id=seller_id, order_id=order_id, to=OrderState.SHIPPED
    )
    Shipment.objects.create(
        seller_id=seller_id, order_id=order_id, carrier=carrier, tracking_number=tracking_number
    )
    record(seller_id, OrderShipped(seller_id, order_id, order.number, order.buyer_id))
