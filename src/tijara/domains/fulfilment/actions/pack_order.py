"""The parcel is packed and waits for its carrier."""

from uuid import UUID

from tijara.domains.orders.actions import move_order
from tijara.kit.actor import SYSTEM, Actor
from tijara.kit.powers import Power
from tijara.platform.action import action
from tijara.platform.process.moving import Step


@action(power=Power.ORDERS_HANDLE)
def pack_order(*, actor: Actor, seller_id: UUID, order_id: UUID) -> None:
    """A step that a seller may leave out: a confirmed order can be shipped at once."""
    step = Step("pack", actor)
    move_order(actor=SYSTEM, seller_id=seller_id, order_id=order_id, step=step)
