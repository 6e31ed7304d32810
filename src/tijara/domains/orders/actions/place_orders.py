"""The order door: the only way an order comes to be."""

from collections.abc import Sequence
from uuid import UUID

import orjson
from django.db import connection

from tijara.kit.actor import Actor
from tijara.kit.clock import now
from tijara.kit.powers import Power
from tijara.platform.action import action

from ..queries import as_given
from ..shapes import OrderToPlace, Outcome, PlacedOrder

DOOR = """
    SELECT outcome, order_id, number, offer_ids
    FROM place_orders_v5(%s, %s::jsonb[], %s, %s::timestamptz[])
"""


@action(power=Power.BUY, atomic=False)
def place_orders(
    *, actor: Actor, seller_id: UUID, orders: Sequence[OrderToPlace]
) -> list[PlacedOrder]:
    """One answer for each order, in the order given: first come, first served.

    One round trip, whatever their number. An order that can't be placed never fails the others;
    an order that stands already is answered with the one that stands.
    """
    given = [orjson.dumps(as_given(seller_id, order)).decode() for order in orders]
    due = [order.due_at for order in orders]
    with connection.cursor() as cursor:
        cursor.execute(DOOR, [seller_id, given, now(), due])
        rows = cursor.fetchall()
    return [
        PlacedOrder(seller_id, Outcome(outcome), order_id, number or "", tuple(offer_ids))
        for outcome, order_id, number, offer_ids in rows
    ]
