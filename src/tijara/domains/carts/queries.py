"""What is in a cart."""

from uuid import UUID

from django.db import connection

from .shapes import PickedLine

PICKED = """
    SELECT seller_id, offer_id, quantity, seen_minor FROM cart_line
    WHERE buyer_id = %s ORDER BY added_at, offer_id
"""


def picked_lines(buyer_id: UUID) -> list[PickedLine]:
    """In the order in which they were put in."""
    with connection.cursor() as cursor:
        cursor.execute(PICKED, [buyer_id])
        return [PickedLine(*row) for row in cursor.fetchall()]
