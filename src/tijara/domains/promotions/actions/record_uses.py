"""Write down what an order got by promotions, for the figures of those who gave it."""

from collections.abc import Sequence
from uuid import UUID

from django.db import connection

from tijara.kit.actor import Actor
from tijara.kit.clock import now
from tijara.kit.ids import new_id
from tijara.kit.money import Money
from tijara.kit.powers import Power
from tijara.platform.action import action

from ..shapes import UseToRecord

RECORD = """
    INSERT INTO promotions_use (seller_id, id, order_id, checkout_id, currency, sales_minor,
        used_at, owner_id, promotion_id, minor, market_minor)
    SELECT %s::uuid, id, %s::uuid, %s::uuid, %s::text, %s::bigint, %s::timestamptz,
        owner_id, promotion_id, minor, market_minor
    FROM unnest(%s::uuid[], %s::uuid[], %s::uuid[], %s::bigint[], %s::bigint[])
        AS told (id, owner_id, promotion_id, minor, market_minor)
    ON CONFLICT DO NOTHING
"""


@action(power=Power.SYSTEM)
def record_uses(
    *,
    actor: Actor,
    seller_id: UUID,
    order_id: UUID,
    checkout_id: UUID,
    sales: Money,
    uses: Sequence[UseToRecord],
) -> None:
    """Once for an order, however often it is told."""
    if not uses:
        return
    goods = [seller_id, order_id, checkout_id, sales.currency, sales.minor, now()]
    each = [(new_id(), one.owner_id, one.promotion_id, one.minor, one.market_minor) for one in uses]
    with connection.cursor() as cursor:
        cursor.execute(RECORD, [*goods, *map(list, zip(*each, strict=True))])
