"""Keep an order still until the commit: whoever changes its parcels holds it."""

from uuid import UUID

from django.db import connection

from tijara.kit.actor import Actor
from tijara.kit.clock import now
from tijara.kit.powers import Power
from tijara.platform.action import action

from ..queries import orders
from ..shapes import OrderView
from .move_order import NoSuchOrder

LOCK = """
    SELECT id FROM orders_order WHERE seller_id = %(seller)s AND id = %(order)s FOR NO KEY UPDATE
"""
BEGIN = """
    UPDATE orders_order SET begun_at = coalesce(begun_at, %(at)s)
    WHERE seller_id = %(seller)s AND id = %(order)s RETURNING id
"""


@action(power=Power.SYSTEM)
def lock_order(*, actor: Actor, seller_id: UUID, order_id: UUID, begins: bool = False) -> OrderView:
    """The order as it stands, whatever raced. `begins`: a part of it goes now, or is given up;
    from then on it can't be called off as a whole."""
    with connection.cursor() as cursor:
        given = {"seller": seller_id, "order": order_id, "at": now()}
        cursor.execute(BEGIN if begins else LOCK, given)
        if not cursor.fetchone():
            raise NoSuchOrder()
    return orders([(seller_id, order_id)])[order_id]
