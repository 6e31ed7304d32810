"""Staff find nothing wrong with a review: it stands, or stands again."""

from uuid import UUID

from tijara.kit.actor import SYSTEM, Actor
from tijara.kit.powers import Power
from tijara.platform.action import action
from tijara.platform.process.moving import Step
from tijara.platform.process.rows import move_held

from ..models import Review
from ..rules import counted
from ..states import REVIEW
from .count_stars import count_stars
from .settle_reports import settle_reports
from .withdraw_review import NoSuchReview


@action(power=Power.REVIEWS_DECIDE)
def show_review(*, actor: Actor, seller_id: UUID, review_id: UUID) -> None:
    """One that waited is shown, one that was reported stays, one that was taken down is back."""
    review = Review.objects.locked(seller_id, review_id)
    if review is None:
        raise NoSuchReview()
    before = counted(review.state, review.stars)
    if not move_held(REVIEW, review, Step("show", actor, sets={"reason": "", "reports": 0})):
        raise NoSuchReview()
    review.save(update_fields=["state", "reason", "reports"])
    settle_reports(actor=SYSTEM, seller_id=seller_id, review_id=review_id)
    count_stars(actor=SYSTEM, review=review, before=before)
