"""`…inside release ID`: what a buyer's code does, for every order of the seller that waits."""

from uuid import UUID

from tijara.domains.orders.actions import release_order
from tijara.domains.orders.queries import orders_of_seller
from tijara.domains.orders.shapes import OrderState, OrdersWanted
from tijara.kit.actor import SYSTEM

AT_ONCE = 1000


def run(seller_id: str) -> None:
    wanted = OrdersWanted(states=(OrderState.PENDING,))
    waiting = orders_of_seller(UUID(seller_id), wanted, size=AT_ONCE)
    for row in waiting.items:
        release_order(actor=SYSTEM, seller_id=row.seller_id, order_id=row.id)
