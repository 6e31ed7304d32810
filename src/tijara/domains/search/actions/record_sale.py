"""Count an order towards its products' popularity, and see whether they are still to be had."""

from collections.abc import Iterable
from uuid import UUID

from django.db import connection

from tijara.kit.actor import SYSTEM, Actor
from tijara.kit.clock import now
from tijara.kit.powers import Power
from tijara.platform.action import action
from tijara.platform.changes import tell

from ..queries import sold_out
from ..rules import DOUBLED, weight_of
from .index_products import index_products
from .note_changes import note_changes

COUNT = """
    WITH counted AS (
        UPDATE search_document SET popularity = CASE popularity WHEN 0 THEN %(weight)s ELSE
            greatest(popularity, %(weight)s) + round(%(doubled)s * ln(1 + power(
                2.0::float8, -abs(popularity - %(weight)s) / %(doubled)s::float8))
                / ln(2.0::float8))
            END
        WHERE product_id = ANY(%(products)s)
        RETURNING product_id, market_id, offer_id
    )
    SELECT product_id, market_id, offer_id FROM counted
    UNION ALL
    SELECT product_id, market_id, offer_id FROM search_own_offer
    WHERE product_id = ANY(%(products)s) AND in_stock
"""


@action(power=Power.SYSTEM)
def record_sale(*, actor: Actor, product_ids: Iterable[UUID]) -> None:
    """Three statements: pages that show how many are left are told; more only where an order took
    the last unit of the offer shown."""
    product_ids = sorted(set(product_ids))
    with connection.cursor() as cursor:
        told = {"products": product_ids, "weight": weight_of(now()), "doubled": DOUBLED}
        cursor.execute(COUNT, told)
        shown = cursor.fetchall()
    note_changes(actor=SYSTEM, product_ids=product_ids)
    tell(product_ids)
    if gone := sold_out(shown):
        index_products(actor=SYSTEM, product_ids=gone)
