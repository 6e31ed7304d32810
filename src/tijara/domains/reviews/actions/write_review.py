"""A buyer says what he thinks of a product that has reached him, or changes what he has said."""

from collections.abc import Sequence
from contextlib import ExitStack
from typing import BinaryIO
from uuid import UUID

from django.db import transaction

from tijara.domains.orders.actions import NoSuchOrder
from tijara.domains.orders.queries import order as order_view
from tijara.domains.orders.shapes import OrderLineView, OrderView
from tijara.domains.parties.queries import markets_of
from tijara.kit.actor import SYSTEM, Actor
from tijara.kit.clock import now
from tijara.kit.ids import new_id
from tijara.kit.powers import Power
from tijara.kit.refusal import Invalid, Refusal
from tijara.platform.action import action
from tijara.platform.pictures.keeping import drop_picture, kept_public_pictures
from tijara.platform.process.moving import Step
from tijara.platform.process.rows import begin_held, move_held

from ..models import Authorship, HelpfulVote, Review
from ..queries import name_to_show, received_lines
from ..rules import counted, review_faults, state_of, tidy_words
from ..shapes import MOST_PICTURES, ReviewDraft, ReviewState
from ..states import REVIEW
from .count_stars import count_stars


class ReviewInvalid(Invalid):
    code = "reviews.review_invalid"


class NotReceived(Refusal):
    """Only what has reached its buyer can be reviewed."""

    code = "reviews.not_received"


CHANGES = {ReviewState.SHOWN: "change", ReviewState.WAITING: "change_for_staff"}


@action(power=Power.BUY, atomic=False)
def write_review(
    *,
    actor: Actor,
    buyer_id: UUID,
    seller_id: UUID,
    order_id: UUID,
    line_id: UUID,
    draft: ReviewDraft,
    photos: Sequence[BinaryIO] = (),
) -> ReviewState:
    """Whether it is shown, or waits for staff. There is one of a buyer and a product: written
    again, or pressed twice at once, it is changed; who found helpful what it said before has not
    read what it says now."""
    order = order_view(seller_id, order_id)
    if order is None or order.buyer_id != buyer_id:
        raise NoSuchOrder()
    line = next((one for one in received_lines(order) if one.id == line_id), None)
    if line is None:
        raise NotReceived()
    if faults := review_faults(draft, tidy_words(draft.words), len(photos)):
        raise ReviewInvalid(faults)
    with ExitStack() as after:
        made = after.enter_context(kept_public_pictures(seller_id, photos, most=MOST_PICTURES))
        with transaction.atomic():
            review, gone = _written(actor, order, line, draft, made)
    for name in gone:
        drop_picture(name)
    return ReviewState(review.state)


def _written(
    actor: Actor, order: OrderView, line: OrderLineView, draft: ReviewDraft, made: Sequence[str]
) -> tuple[Review, list[str]]:
    """The review, and the pictures that it has no more."""
    review = _claimed(order, line)
    before = counted(review.state, review.stars)
    words, pictures = tidy_words(draft.words), review.pictures
    kept = [name for name in pictures if name in draft.kept]
    if len(kept) + len(made) > MOST_PICTURES:
        raise ReviewInvalid({"photos": "too_many"})
    moment = now()
    stands = state_of(words, is_watched=review.is_watched)
    if review.state == ReviewState.WITHDRAWN:
        review.written_at = moment
        begin_held(REVIEW, review, stands)
    else:
        move_held(REVIEW, review, Step(CHANGES[stands], actor))
    if review.helpful and (review.stars, review.words) != (draft.stars, words):
        review.helpful = 0
        HelpfulVote.objects.filter(seller_id=review.seller_id, review_id=review.id).delete()
    review.stars, review.words, review.changed_at = draft.stars or 0, words, moment
    review.pictures = [*kept, *made]
    review.shown_name = name_to_show(order) if draft.is_named else ""
    review.reason = ""
    review.save()
    count_stars(actor=SYSTEM, review=review, before=before)
    return review, [name for name in pictures if name not in kept]


def _claimed(order: OrderView, line: OrderLineView) -> Review:
    """The one review of this buyer and product, locked; a new one counts with nothing yet."""
    claim = Authorship(
        buyer_id=order.buyer_id,
        product_id=line.product_id,
        seller_id=order.seller_id,
        review_id=new_id(),
    )
    Authorship.objects.bulk_create([claim], ignore_conflicts=True)
    stands = Authorship.objects.get(buyer_id=order.buyer_id, product_id=line.product_id)
    review = Review.objects.locked(stands.seller_id, stands.review_id)
    if review is not None:
        return review
    market_id = order.market_id or markets_of([order.seller_id])[order.seller_id]
    return Review(
        seller_id=order.seller_id,
        id=stands.review_id,
        market_id=market_id,
        product_id=line.product_id,
        order_id=order.id,
        line_id=line.id,
        buyer_id=order.buyer_id,
        stars=0,
        state=REVIEW.ends[0],
    )
