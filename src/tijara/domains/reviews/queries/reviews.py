"""Reviews as pages show them."""

from collections.abc import Collection
from typing import Any
from uuid import UUID

from tijara.kit.page import Page

from ..models import Authorship, Review, ReviewReport
from ..shapes import ReviewReason, ReviewReportView, ReviewSort, ReviewState, ReviewView

WHOLE = (
    "seller_id", "id", "market_id", "product_id", "order_id", "buyer_id", "stars", "words",
    "shown_name", "pictures", "state", "reason", "reports", "written_at", "changed_at", "answer",
    "answered_at", "helpful",
)  # fmt: skip
ORDERS = {
    ReviewSort.NEWEST: ("-written_at", "-id"),
    ReviewSort.BEST: ("-stars", "-written_at", "-id"),
    ReviewSort.WORST: ("stars", "-written_at", "-id"),
    ReviewSort.HELPFUL: ("-helpful", "-written_at", "-id"),
}
LAST_PAGE = 200


def reviews_of(
    market_id: UUID,
    product_id: UUID,
    sellers: Collection[UUID],
    *,
    page: int = 1,
    stars: int = 0,
    sort: ReviewSort = ReviewSort.NEWEST,
    size: int = 10,
) -> Page[ReviewView]:
    """What everybody may read of a product, whoever sold it: `sellers` are those that its
    `product_rating` names. Only those with so many `stars`, unless it is 0. One statement."""
    rows = Review.objects.filter(
        seller_id__in=sellers,
        product_id=product_id,
        market_id=market_id,
        state=ReviewState.SHOWN,
    )
    if stars:
        rows = rows.filter(stars=stars)
    page = min(max(page, 1), LAST_PAGE)
    return page_of(rows.order_by(*ORDERS[sort]), page, size)


def review(seller_id: UUID, review_id: UUID) -> ReviewView | None:
    return next(iter(views(Review.objects.filter(seller_id=seller_id, id=review_id))), None)


def reviews_by(buyer_ids: Collection[UUID]) -> list[ReviewView]:
    """What a person has written, under all ids that he has had; the newest first."""
    mine = Authorship.objects.filter(buyer_id__in=buyer_ids)
    keys = list(mine.values_list("seller_id", "review_id"))
    sellers, ids = {seller for seller, _ in keys}, {id for _, id in keys}
    return views(Review.objects.filter(seller_id__in=sellers, id__in=ids).order_by("-written_at"))


def reported_by(buyer_ids: Collection[UUID]) -> list[tuple[UUID, ReviewReportView]]:
    """What a person has said against reviews: (of which product, what); the newest first."""
    mine = ReviewReport.objects.filter(reporter_id__in=buyer_ids).order_by("-reported_at")
    rows = list(mine.values_list("seller_id", "review_id", "reason", "words", "reported_at"))
    reviews = Review.objects.filter(seller_id__in={row[0] for row in rows})
    named = reviews.filter(id__in=[row[1] for row in rows]).values_list("id", "product_id")
    products = dict(named)
    return [
        (products[review_id], ReviewReportView(ReviewReason(reason), words, at))
        for _, review_id, reason, words, at in rows
    ]


def page_of(rows: Any, page: int, size: int) -> Page[ReviewView]:
    start = (page - 1) * size
    found = views(rows, slice(start, start + size + 1))
    return Page(found[:size], page, size, has_next=len(found) > size)


def views(rows: Any, part: slice = slice(None)) -> list[ReviewView]:
    return [_view(dict(zip(WHOLE, row, strict=True))) for row in rows.values_list(*WHOLE)[part]]


def _view(told: dict[str, Any]) -> ReviewView:
    told |= {"pictures": tuple(told["pictures"]), "state": ReviewState(told["state"])}
    return ReviewView(**told)
