"""The seller says: I have it, I will send it."""

from uuid import UUID

from tijara.kit.actor import SYSTEM, Actor
from tijara.kit.powers import Power
from tijara.platform.action import action
from tijara.platform.outbox.recorder import record

from ..events import OrderConfirmed
from ..shapes import OrderState
from .move_order import move_order


@action(power=Power.ORDERS_HANDLE)
def confirm_order(*, actor: Actor, seller_id: UUID, order_id: UUID) -> None:
    order = move_order(
        actor=SYSTEM,
        on_behalf=actor,
        seller_id=seller_id,
        order_id=order_id,
        to=OrderState.CONFIRMED,
    )
    record(seller_id, OrderConfirmed(seller_id, order_id, order.number, order.buyer_id))
