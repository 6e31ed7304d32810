"""Bring what a guest has picked into the cart of the person that he turns out to be."""

from uuid import UUID

from django.db import connection

from tijara.kit.actor import Actor
from tijara.kit.powers import Power
from tijara.platform.action import action

from ..rules import MOST_LINES, MOST_UNITS

TAKE = """
    DELETE FROM cart_line WHERE buyer_id = %(guest)s
    RETURNING seller_id, offer_id, quantity, seen_minor, added_at
"""
PUT = """
    INSERT INTO cart_line AS c (buyer_id, seller_id, offer_id, quantity, seen_minor, added_at)
    SELECT %(buyer)s, * FROM unnest(
        %(sellers)s::uuid[], %(offers)s::uuid[], %(quantities)s::int[], %(seen)s::bigint[],
        %(added)s::timestamptz[])
    ON CONFLICT (buyer_id, offer_id) DO UPDATE
    SET quantity = least(c.quantity + excluded.quantity, %(most_units)s),
        seen_minor = excluded.seen_minor
"""
COLUMNS = ("sellers", "offers", "quantities", "seen", "added")
TRIM = """
    DELETE FROM cart_line WHERE buyer_id = %(buyer)s AND offer_id IN (
        SELECT offer_id FROM cart_line WHERE buyer_id = %(buyer)s
        ORDER BY added_at DESC, offer_id OFFSET %(most_lines)s)
"""


@action(power=Power.BUY)
def merge_cart(*, actor: Actor, buyer_id: UUID, guest_id: UUID) -> None:
    """Lines add up within the limits; over the limit of lines the oldest go. Merged twice, or by
    two devices at once, each unit counts once: who takes the guest's lines out, puts them in.

    `guest_id` comes from the signed cookie of the browser that signs in.
    """
    if guest_id == buyer_id:
        return
    with connection.cursor() as cursor:
        cursor.execute(TAKE, {"guest": guest_id})
        lines = sorted(cursor.fetchall(), key=lambda line: line[1])
        if not lines:
            return
        sellers, offers, quantities, seen, added = (
            list(column) for column in zip(*lines, strict=True)
        )
        given = {"buyer": buyer_id, "most_units": MOST_UNITS, "most_lines": MOST_LINES}
        given |= {"sellers": sellers, "offers": offers, "quantities": quantities}
        cursor.execute(PUT, given | {"seen": seen, "added": added})
        cursor.execute(TRIM, given)
