"""The parcel is packed and waits for its carrier."""

from uuid import UUID

from tijara.domains.orders.actions import move_order
from tijara.domains.orders.events import OrderPacked
from tijara.domains.orders.shapes import OrderState
from tijara.kit.actor import SYSTEM, Actor
from tijara.kit.powers import Power
from tijara.platform.action import action
from tijara.platform.outbox.recorder import record


@action(power=Power.ORDERS_HANDLE)
def pack_order(*, actor: Actor, seller_id: UUID, order_id: UUID) -> None:
    """A step that a seller may leave out: a confirmed order can be shipped at once."""
    order = move_order(
        actor=SYSTEM, on_behalf=actor, seller_id=seller_id, order_id=order_id, to=OrderState.PACKED
    )
    record(seller_id, OrderPacked(seller_id, order_id, order.number, order.buyer_id))
