"""Take who it was sent to out of orders that are over: their buyer has left for good."""

from collections.abc import Sequence
from uuid import UUID

from django.db import connection

from tijara.kit.actor import Actor
from tijara.kit.powers import Power
from tijara.platform.action import action

from ..shapes import ENDED, OrderState

NOBODY = "—"
FORGET = """
    UPDATE orders_order o
    SET recipient = %(nobody)s, phone = '', email = '',
        address = jsonb_strip_nulls(jsonb_build_object(
            'city', coalesce(o.address ->> 'city', ''),
            'country', nullif(o.address ->> 'country', '')))
    FROM unnest(%(sellers)s::uuid[], %(orders)s::uuid[]) AS asked (seller_id, id)
    WHERE o.seller_id = asked.seller_id AND o.id = asked.id AND o.state = ANY(%(over)s)
"""
"""City and country stay, for where it was taxed; so do goods, sums and a company that bought."""


@action(power=Power.SYSTEM)
def forget_recipients(*, actor: Actor, keys: Sequence[tuple[UUID, UUID]]) -> None:
    """`keys` are (seller, order). Orders that still go on are left as they are."""
    given = {
        "nobody": NOBODY,
        "sellers": [seller_id for seller_id, _ in keys],
        "orders": [order_id for _, order_id in keys],
        "over": [str(state) for state in (*ENDED, OrderState.DELIVERED)],
    }
    with connection.cursor() as cursor:
        cursor.execute(FORGET, given)
