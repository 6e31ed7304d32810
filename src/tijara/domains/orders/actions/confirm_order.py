"""The seller says: I have it, I will send it."""

from uuid import UUID

from tijara.kit.actor import SYSTEM, Actor
from tijara.kit.powers import Power
from tijara.platform.action import action
from tijara.platform.process.moving import Step

from .move_order import move_order


@action(power=Power.ORDERS_HANDLE)
def confirm_order(*, actor: Actor, seller_id: UUID, order_id: UUID) -> None:
    step = Step("confirm", actor)
    move_order(actor=SYSTEM, seller_id=seller_id, order_id=order_id, step=step)
