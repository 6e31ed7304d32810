"""A buyer takes back what he has said of a product."""

from uuid import UUID

from django.db import transaction

from tijara.kit.actor import SYSTEM, Actor
from tijara.kit.clock import now
from tijara.kit.powers import Power
from tijara.kit.refusal import Kind, Refusal
from tijara.platform.action import action
from tijara.platform.pictures.keeping import drop_picture
from tijara.platform.process.moving import Step
from tijara.platform.process.rows import move_held

from ..models import HelpfulVote, Review, ReviewReport
from ..rules import counted
from ..states import REVIEW
from .count_stars import count_stars


class NoSuchReview(Refusal):
    """There is none, or it is another's."""

    code = "reviews.no_such_review"
    kind = Kind.MISSING


@action(power=Power.BUY, atomic=False)
def withdraw_review(*, actor: Actor, buyer_id: UUID, seller_id: UUID, review_id: UUID) -> None:
    """Words, pictures and name are gone, and the answer with them; that staff have taken a version
    of it down is not forgotten. Withdrawn twice, once."""
    with transaction.atomic():
        review = Review.objects.locked(seller_id, review_id)
        if review is None or review.buyer_id != buyer_id:
            raise NoSuchReview()
        before, pictures = counted(review.state, review.stars), review.pictures
        told = {"changed_at": now(), "reports": 0}
        if not move_held(REVIEW, review, Step("withdraw", actor, sets=told)):
            return
        review.words = review.shown_name = review.answer = review.reason = ""
        review.pictures, review.answered_at, review.helpful = [], None, 0
        review.save()
        HelpfulVote.objects.filter(seller_id=seller_id, review_id=review_id).delete()
        ReviewReport.objects.filter(seller_id=seller_id, review_id=review_id).delete()
        count_stars(actor=SYSTEM, review=review, before=before)
    for name in pictures:
        drop_picture(name)
