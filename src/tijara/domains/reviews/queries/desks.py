"""Reviews for those who work on them: a seller's, and those that wait for staff."""

from uuid import UUID

from django.db.models import Count, Q

from tijara.kit.page import Page

from ..models import Review, ReviewReport
from ..shapes import ReviewReason, ReviewReportView, ReviewState, ReviewView
from .reviews import page_of

LOW = 3
"""Stars up to which a review asks for its seller's answer."""
MOST_REPORTS = 50


def reviews_of_seller(
    seller_id: UUID, *, stars: int = 0, is_unanswered: bool = False, page: int = 1, size: int = 30
) -> Page[ReviewView]:
    """What everybody reads of his goods, the newest first."""
    rows = Review.objects.filter(seller_id=seller_id, state=ReviewState.SHOWN)
    if stars:
        rows = rows.filter(stars=stars)
    if is_unanswered:
        rows = rows.filter(answer="")
    return page_of(rows.order_by("-written_at", "-id"), page, size)


def counts_of_seller(seller_id: UUID) -> dict[str, int]:
    """`unanswered`, and of them those of few stars (`low`). One statement."""
    rows = Review.objects.filter(seller_id=seller_id, state=ReviewState.SHOWN, answer="")
    return rows.aggregate(unanswered=Count("id"), low=Count("id", filter=Q(stars__lte=LOW)))


def reviews_for_staff(view: str, *, page: int = 1, size: int = 30) -> Page[ReviewView]:
    """`waiting`, `reported`, `hidden`: the longest waiting first, of hidden ones the latest."""
    rows = Review.objects.filter(STAFF_VIEWS[view])
    order = ("-changed_at", "-id") if view == "hidden" else ("changed_at", "id")
    return page_of(rows.order_by(*order), page, size)


def counts_for_staff() -> dict[str, int]:
    """By view; one statement."""
    return Review.objects.filter(OPEN).aggregate(
        waiting=Count("id", filter=STAFF_VIEWS["waiting"]),
        reported=Count("id", filter=STAFF_VIEWS["reported"]),
    )


def reports_of(seller_id: UUID, review_id: UUID) -> list[ReviewReportView]:
    """Those that nobody has decided on, the newest first."""
    rows = ReviewReport.objects.filter(
        seller_id=seller_id, review_id=review_id, settled_at=None
    ).order_by("-reported_at")
    told = rows.values_list("reason", "words", "reported_at")[:MOST_REPORTS]
    return [ReviewReportView(ReviewReason(reason), *rest) for reason, *rest in told]


STAFF_VIEWS = {
    "waiting": Q(state=ReviewState.WAITING),
    "reported": Q(state=ReviewState.SHOWN, reports__gt=0),
    "hidden": Q(state=ReviewState.HIDDEN),
}
OPEN = STAFF_VIEWS["waiting"] | STAFF_VIEWS["reported"]
