"""Bring what a guest has kept to the person that he turns out to be."""

from uuid import UUID

from django.db import connection

from tijara.kit.actor import Actor
from tijara.kit.powers import Power
from tijara.platform.action import action

from ..shapes import MOST_FAVOURITES

TAKE = "DELETE FROM favourite WHERE buyer_id = %(guest)s RETURNING product_id, kept_at"
PUT = """
    INSERT INTO favourite (buyer_id, product_id, kept_at)
    SELECT %(buyer)s, * FROM unnest(%(products)s::uuid[], %(moments)s::timestamptz[])
    ON CONFLICT DO NOTHING
"""
TRIM = """
    DELETE FROM favourite WHERE buyer_id = %(buyer)s AND product_id IN (
        SELECT product_id FROM favourite WHERE buyer_id = %(buyer)s
        ORDER BY kept_at DESC, product_id DESC OFFSET %(most)s)
"""


@action(power=Power.BUY)
def merge_favourites(*, actor: Actor, buyer_id: UUID, guest_id: UUID) -> None:
    """Who takes the guest's out, puts them in: merged twice, or by two devices at once, each is
    there once. `guest_id` comes from the signed cookie of the browser that signs in."""
    if guest_id == buyer_id:
        return
    with connection.cursor() as cursor:
        cursor.execute(TAKE, {"guest": guest_id})
        kept = sorted(cursor.fetchall())
        if not kept:
            return
        products, moments = (list(column) for column in zip(*kept, strict=True))
        cursor.execute(PUT, {"buyer": buyer_id, "products": products, "moments": moments})
        cursor.execute(TRIM, {"buyer": buyer_id, "most": MOST_FAVOURITES})
