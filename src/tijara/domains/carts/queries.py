"""What is in a cart."""

from uuid import UUID

from .models import CartLine
from .shapes import PickedLine


def picked_lines(buyer_id: UUID) -> list[PickedLine]:
    """In the order in which they were put in."""
    rows = CartLine.objects.filter(buyer_id=buyer_id).order_by("added_at", "offer_id")
    columns = rows.values_list("seller_id", "offer_id", "quantity", "seen_minor")
    return [PickedLine(*row) for row in columns]
