"""Move an order one step along its life: one guarded statement, its log, its fact."""

from uuid import UUID

from tijara.kit.actor import Actor
from tijara.kit.clock import now
from tijara.kit.powers import Power
from tijara.kit.refusal import Kind, Refusal
from tijara.platform.action import action

from ..models import Order, OrderLine, OrderMove
from ..shapes import LineKind, OrderState
from ..states import LIFE, WITHOUT_A_ROAD


class NoSuchOrder(Refusal):
    code = "orders.no_such_order"
    kind = Kind.MISSING


class WrongState(Refusal):
    """The order is not where this step begins: somebody was quicker, or it is too late."""

    code = "orders.wrong_state"


@action(power=Power.SYSTEM)
def move_order(
    *,
    actor: Actor,
    on_behalf: Actor,
    seller_id: UUID,
    order_id: UUID,
    to: OrderState,
    reason: str = "",
) -> Order:
    """Only one of two that race wins; the other is told WrongState. `on_behalf` is who moved it."""
    order = Order.objects.locked(seller_id, order_id)
    if order is None:
        raise NoSuchOrder()
    if not _may_go(order, to):
        raise WrongState(state=order.state, number=order.number)
    moved_at = now()
    Order.objects.filter(seller_id=seller_id, id=order_id).update(state=to, moved_at=moved_at)
    OrderMove.objects.create(
        seller_id=seller_id,
        order_id=order_id,
        before=order.state,
        after=to,
        actor_kind=on_behalf.kind,
        person_id=on_behalf.person_id,
        reason=reason,
        moved_at=moved_at,
    )
    return order


def _may_go(order: Order, to: OrderState) -> bool:
    if not LIFE.allows(order.state, to):
        return False
    if to is not OrderState.DELIVERED or order.state not in WITHOUT_A_ROAD:
        return True
    lines = OrderLine.objects.filter(seller_id=order.seller_id, order_id=order.id)
    return order.paid_at is not None and not lines.exclude(kind=LineKind.DIGITAL).exists()
