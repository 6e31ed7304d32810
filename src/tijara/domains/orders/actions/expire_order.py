"""What a pending order waited for did not come in time: it ends, and its units go back."""

from uuid import UUID

from tijara.kit.actor import SYSTEM, Actor
from tijara.kit.powers import Power
from tijara.platform.action import action

from ..models import Order
from ..shapes import CancelReason, OrderState
from .cancel_order import cancel_order
from .move_order import NoSuchOrder


@action(power=Power.SYSTEM)
def expire_order(*, actor: Actor, seller_id: UUID, order_id: UUID, reason: CancelReason) -> bool:
    """False if it does not wait any more: it was paid, confirmed or called off before."""
    order = Order.objects.locked(seller_id, order_id)
    if order is None:
        raise NoSuchOrder()
    if order.state != OrderState.PENDING:
        return False
    cancel_order(actor=SYSTEM, seller_id=seller_id, order_id=order_id, reason=reason)
    return True
