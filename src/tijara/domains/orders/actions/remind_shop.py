"""Staff remind a shop's people of an order that waits for them."""

from uuid import UUID

from tijara.kit.actor import SYSTEM, Actor
from tijara.kit.powers import Power
from tijara.kit.refusal import Refusal
from tijara.platform.action import action

from ..queries import order as order_view
from ..shapes import CANCELLABLE, News, OrderState, Reader
from .move_order import NoSuchOrder
from .tell_of_order import tell_of_order


class NothingWaits(Refusal):
    """It is on its way, at its end, or waits for its buyer."""

    code = "orders.nothing_waits"


WAITING = CANCELLABLE - {OrderState.PENDING}


@action(power=Power.ORDERS_OVERSEE)
def remind_shop(*, actor: Actor, seller_id: UUID, order_id: UUID) -> None:
    """Once a day, however often it is pressed and by whom."""
    order = order_view(seller_id, order_id)
    if order is None:
        raise NoSuchOrder()
    if order.state not in WAITING:
        raise NothingWaits()
    tell_of_order(
        actor=SYSTEM,
        seller_id=seller_id,
        order_id=order_id,
        news=News.WAITING,
        reader=Reader.SELLER,
    )
