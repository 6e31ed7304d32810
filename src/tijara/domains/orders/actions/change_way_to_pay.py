"""Another way to pay for an order that waits for its money."""

from datetime import datetime
from uuid import UUID

from tijara.kit.actor import Actor
from tijara.kit.powers import Power
from tijara.platform.action import action

from ..models import Order
from ..shapes import OrderState


@action(power=Power.SYSTEM)
def change_way_to_pay(
    *, actor: Actor, seller_id: UUID, order_id: UUID, method: str, due_at: datetime
) -> bool:
    """Its total stays, so the way must cost what the other did. False if the order waits no more:
    then it stays as it was paid."""
    waiting = Order.objects.filter(
        seller_id=seller_id, id=order_id, state=OrderState.PENDING, paid_at=None
    )
    return bool(waiting.update(payment_method=method, due_at=due_at))
