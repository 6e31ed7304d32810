"""Another phone for an order that waits for its phone to be confirmed."""

from uuid import UUID

from tijara.kit.actor import Actor
from tijara.kit.powers import Power
from tijara.platform.action import action

from ..models import Order
from ..shapes import OrderState


@action(power=Power.SYSTEM)
def change_phone(*, actor: Actor, seller_id: UUID, order_id: UUID, phone: str) -> bool:
    """`phone` in E.164. False if the order waits no more: then its phone stands."""
    waiting = Order.objects.filter(seller_id=seller_id, id=order_id, state=OrderState.PENDING)
    return bool(waiting.update(phone=phone))
