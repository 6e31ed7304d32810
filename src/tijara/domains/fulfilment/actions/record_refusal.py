"""The buyer did not take the parcel: it comes back, and nobody owes for it."""

from uuid import UUID

from tijara.domains.orders.actions import undo_sale
from tijara.domains.orders.events import OrderRefused
from tijara.domains.orders.shapes import OrderState
from tijara.kit.actor import SYSTEM, Actor
from tijara.kit.clock import now
from tijara.kit.powers import Power
from tijara.platform.action import action
from tijara.platform.outbox.recorder import record

from ..models import Shipment


@action(power=Power.ORDERS_HANDLE)
def record_refusal(*, actor: Actor, seller_id: UUID, order_id: UUID) -> None:
    order = undo_sale(
        actor=SYSTEM, on_behalf=actor, seller_id=seller_id, order_id=order_id, to=OrderState.REFUSED
    )
    parcels = Shipment.objects.filter(seller_id=seller_id, order_id=order_id, ended_at=None)
    parcels.update(ended_at=now(), outcome=OrderState.REFUSED)
    record(seller_id, OrderRefused(seller_id, order_id, order.number, order.buyer_id))
