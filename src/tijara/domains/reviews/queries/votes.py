"""Which reviews a person found helpful."""

from collections.abc import Collection, Iterable
from datetime import datetime
from uuid import UUID

from ..models import HelpfulVote, Review
from ..shapes import ReviewView


def found_helpful(buyer_id: UUID, reviews: Iterable[ReviewView]) -> frozenset[UUID]:
    """Those of these reviews, by id. One statement."""
    ids = {one.id: one.seller_id for one in reviews}
    mine = HelpfulVote.objects.filter(
        seller_id__in=set(ids.values()), review_id__in=list(ids), buyer_id=buyer_id
    )
    return frozenset(mine.values_list("review_id", flat=True)) if ids else frozenset()


def helpful_to(
    buyer_ids: Collection[UUID], *, most: int | None = None
) -> list[tuple[UUID, datetime]]:
    """(of which product, when), the newest first: what a person found helpful."""
    mine = HelpfulVote.objects.filter(buyer_id__in=buyer_ids).order_by("-voted_at", "-id")
    rows = list(mine.values_list("seller_id", "review_id", "voted_at")[:most])
    if not rows:
        return []
    reviews = Review.objects.filter(seller_id__in={row[0] for row in rows})
    products = dict(reviews.filter(id__in=[row[1] for row in rows]).values_list("id", "product_id"))
    return [(products[review_id], voted_at) for _, review_id, voted_at in rows]
