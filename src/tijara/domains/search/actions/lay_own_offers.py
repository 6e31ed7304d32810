"""Lay down what each seller himself offers of goods whose document shows another's offer."""

from collections.abc import Iterable, Sequence
from uuid import UUID

from django.db import connection

from tijara.kit.actor import Actor
from tijara.kit.powers import Power
from tijara.platform.action import action

from ..shapes import Own

PUT = """
    WITH k AS (
        SELECT * FROM unnest(%s::uuid[], %s::uuid[], %s::uuid[], %s::uuid[], %s::bigint[],
            %s::bigint[], %s::bool[]) AS k (seller_id, product_id, market_id, offer_id, price_minor,
            was_minor, in_stock)
    ), gone AS (
        DELETE FROM search_own_offer o WHERE o.product_id = ANY(%s) AND NOT EXISTS (
            SELECT FROM k WHERE k.seller_id = o.seller_id AND k.product_id = o.product_id)
        RETURNING o.market_id, o.seller_id
    ), put AS (
        INSERT INTO search_own_offer AS o (seller_id, product_id, market_id, offer_id, price_minor,
            was_minor, in_stock)
        SELECT seller_id, product_id, market_id, offer_id, price_minor, was_minor, in_stock FROM k
        ORDER BY seller_id, product_id
        ON CONFLICT (seller_id, product_id) DO UPDATE SET market_id = excluded.market_id,
            offer_id = excluded.offer_id, price_minor = excluded.price_minor,
            was_minor = excluded.was_minor, in_stock = excluded.in_stock
        WHERE (o.market_id, o.offer_id, o.price_minor, o.was_minor, o.in_stock) IS DISTINCT FROM
            (excluded.market_id, excluded.offer_id, excluded.price_minor, excluded.was_minor,
            excluded.in_stock)
        RETURNING o.market_id, o.seller_id
    )
    SELECT market_id, seller_id FROM gone UNION SELECT market_id, seller_id FROM put
"""


@action(power=Power.SYSTEM)
def lay_own_offers(
    *, actor: Actor, product_ids: Sequence[UUID], own: Iterable[Own]
) -> list[tuple[UUID, UUID]]:
    """`own` is all that there is of these products; what else was kept of them goes. One statement.
    The (market, seller) of every shop that looks different now.
    """
    columns = list(map(list, zip(*own, strict=True))) or [[]] * len(Own._fields)
    with connection.cursor() as cursor:
        cursor.execute(PUT, [*columns, list(product_ids)])
        return cursor.fetchall()
