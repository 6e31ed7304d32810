"""Staff take a review down: nobody reads it any more, and its stars do not count."""

from uuid import UUID

from tijara.kit.actor import SYSTEM, Actor
from tijara.kit.powers import Power
from tijara.kit.refusal import Invalid
from tijara.platform.action import action
from tijara.platform.process.moving import Step
from tijara.platform.process.rows import move_held

from ..models import Review
from ..rules import counted
from ..shapes import ReviewReason
from ..states import REVIEW
from .count_stars import count_stars
from .settle_reports import settle_reports
from .withdraw_review import NoSuchReview


class ReasonMissing(Invalid):
    """A review is not taken down for nothing."""

    code = "reviews.reason_missing"


@action(power=Power.REVIEWS_DECIDE)
def take_down_review(*, actor: Actor, seller_id: UUID, review_id: UUID, reason: str) -> None:
    """Its author reads why, beside what he wrote; what he changes then waits for staff. Taken down
    twice, once, for the latest reason."""
    if reason not in list(ReviewReason):
        raise ReasonMissing({"reason": "required"})
    review = Review.objects.locked(seller_id, review_id)
    if review is None:
        raise NoSuchReview()
    before = counted(review.state, review.stars)
    told = {"reason": reason, "is_watched": True, "reports": 0}
    if not move_held(REVIEW, review, Step("take_down", actor, sets=told)):
        raise NoSuchReview()
    review.save(update_fields=["state", "reason", "is_watched", "reports"])
    settle_reports(actor=SYSTEM, seller_id=seller_id, review_id=review_id)
    count_stars(actor=SYSTEM, review=review, before=before)
