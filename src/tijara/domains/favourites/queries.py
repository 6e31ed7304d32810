"""What a buyer has kept for later."""

from uuid import UUID

from .models import Favourite


def favourites_of(buyer_id: UUID) -> list[UUID]:
    """Products, the newest first."""
    mine = Favourite.objects.filter(buyer_id=buyer_id).order_by("-kept_at", "-product_id")
    return list(mine.values_list("product_id", flat=True))
