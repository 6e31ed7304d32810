"""Somebody says that a review should not stand there."""

from uuid import UUID

from django.db.models import F

from tijara.kit.actor import Actor
from tijara.kit.clock import now
from tijara.kit.powers import Power
from tijara.kit.refusal import Invalid
from tijara.platform.action import action

from ..models import Review, ReviewReport
from ..rules import report_faults, tidy_words
from ..shapes import ReviewState
from .withdraw_review import NoSuchReview


class ReportInvalid(Invalid):
    code = "reviews.report_invalid"


@action(power=Power.BUY)
def report_review(
    *, actor: Actor, buyer_id: UUID, seller_id: UUID, review_id: UUID, reason: str, words: str
) -> None:
    """It stays until staff decide. Who says it again has said it once, in his latest words; what
    staff have decided on counts no more, unless he says it again."""
    words = tidy_words(words)
    if faults := report_faults(reason, words):
        raise ReportInvalid(faults)
    review = Review.objects.locked(seller_id, review_id)
    if review is None or review.state != ReviewState.SHOWN:
        raise NoSuchReview()
    mine = ReviewReport.objects.filter(
        seller_id=seller_id, review_id=review_id, reporter_id=buyer_id
    )
    told = {"reason": reason, "words": words, "reported_at": now(), "settled_at": None}
    known = mine.filter(settled_at=None).exists()
    if not mine.update(**told):
        ReviewReport.objects.create(
            seller_id=seller_id, review_id=review_id, reporter_id=buyer_id, **told
        )
    if not known:
        Review.objects.filter(seller_id=seller_id, id=review_id).update(reports=F("reports") + 1)
