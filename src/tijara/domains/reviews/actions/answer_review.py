"""A seller answers a review of what he has sold, or changes his answer."""

from uuid import UUID

from tijara.kit.actor import SYSTEM, Actor
from tijara.kit.clock import now
from tijara.kit.powers import Power
from tijara.kit.refusal import Invalid
from tijara.platform.action import action

from ..models import Review
from ..rules import answer_faults, counted, tidy_words
from ..shapes import ReviewState
from .count_stars import count_stars
from .withdraw_review import NoSuchReview


class AnswerInvalid(Invalid):
    code = "reviews.answer_invalid"


@action(power=Power.STORE_MANAGE)
def answer_review(*, actor: Actor, seller_id: UUID, review_id: UUID, words: str) -> None:
    """There is one answer; empty words take it back. Shown at once."""
    words = tidy_words(words)
    if faults := answer_faults(words):
        raise AnswerInvalid(faults)
    review = Review.objects.locked(seller_id, review_id)
    if review is None or review.state != ReviewState.SHOWN:
        raise NoSuchReview()
    review.answer, review.answered_at = words, now() if words else None
    review.save(update_fields=["answer", "answered_at"])
    count_stars(actor=SYSTEM, review=review, before=counted(review.state, review.stars))
