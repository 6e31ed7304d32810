"""Take an order back of which no coin is left."""

from tijara.domains.orders.actions import move_order
from tijara.domains.orders.shapes import TAKE_BACK, OrderState, OrderView
from tijara.kit.actor import SYSTEM, Actor, ActorKind
from tijara.kit.powers import Power
from tijara.platform.action import action
from tijara.platform.process.moving import Step

from ..models import Owed
from ..shapes import DeliveredGoods, RefundCause


@action(power=Power.SYSTEM, atomic=False)
def take_back_returned(
    *, actor: Actor, on_behalf: Actor, order: OrderView, goods: DeliveredGoods, reason: str
) -> None:
    """One of which parcels are on their way stays as it is: `close_returned_order` looks at it. In
    money: an order whose delivery is not given back stands. The caller holds the order's lock."""
    if order.state is not OrderState.DELIVERED:
        return
    rows = Owed.objects.filter(
        seller_id=order.seller_id, order_id=order.id, cause=RefundCause.RETURNED
    )
    if sum(rows.values_list("amount_minor", flat=True)) != goods.whole.total_minor:
        return
    by = SYSTEM if on_behalf.kind is ActorKind.BUYER else on_behalf
    step = Step("take_back", by, does=TAKE_BACK, reason=reason)
    move_order(actor=SYSTEM, seller_id=order.seller_id, order_id=order.id, step=step)
