"""Keep an order still until the commit: whoever changes its parcels holds it."""

from uuid import UUID

from tijara.kit.actor import Actor
from tijara.kit.clock import now
from tijara.kit.powers import Power
from tijara.platform.action import action

from ..models import Order
from ..queries import orders
from ..shapes import OrderView
from .move_order import NoSuchOrder


@action(power=Power.SYSTEM)
def lock_order(*, actor: Actor, seller_id: UUID, order_id: UUID, begins: bool = False) -> OrderView:
    """The order as it stands, whatever raced. `begins`: a part of it goes now, or is given up;
    from then on it can't be called off as a whole."""
    if Order.objects.locked(seller_id, order_id) is None:
        raise NoSuchOrder()
    if begins:
        mine = Order.objects.filter(seller_id=seller_id, id=order_id)
        mine.filter(begun_at=None).update(begun_at=now())
    return orders([(seller_id, order_id)])[order_id]
