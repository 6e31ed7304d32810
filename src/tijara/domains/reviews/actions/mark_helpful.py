"""A person found a review helpful, or takes that back."""

from uuid import UUID

from tijara.domains.offers.queries import offers_of_product
from tijara.domains.parties.queries import buyers_of, person_of_buyer, roles_of
from tijara.kit.actor import Actor
from tijara.kit.powers import Power
from tijara.kit.refusal import Kind, Refusal
from tijara.platform.action import action

from ..models import HelpfulVote, Review
from ..shapes import ReviewState
from .withdraw_review import NoSuchReview


class OnlyMembers(Refusal):
    """A guest is nobody who could be counted once."""

    code = "reviews.only_members"
    kind = Kind.FORBIDDEN


class OwnReview(Refusal):
    """Its author finds it helpful anyway."""

    code = "reviews.own_review"
    kind = Kind.FORBIDDEN


class OwnGoods(Refusal):
    """Whoever sells a product does not say which of its reviews are read first."""

    code = "reviews.own_goods"
    kind = Kind.FORBIDDEN


@action(power=Power.BUY)
def mark_helpful(
    *, actor: Actor, buyer_id: UUID, seller_id: UUID, review_id: UUID, is_helpful: bool
) -> int:
    """How many find it helpful then. Under the review's lock a person is counted once, whatever
    ids he has; pressed twice, or taken back twice, once."""
    person_id = person_of_buyer(buyer_id)
    if person_id is None:
        raise OnlyMembers()
    own_ids = buyers_of(person_id)
    review = Review.objects.locked(seller_id, review_id)
    if review is None or review.state != ReviewState.SHOWN:
        raise NoSuchReview()
    vote = {"seller_id": seller_id, "review_id": review_id, "buyer_id": own_ids[0]}
    if not is_helpful:
        review.helpful -= HelpfulVote.objects.filter(**vote).delete()[0]
    elif not HelpfulVote.objects.filter(**vote).exists():
        _check_fair(review, person_id, own_ids)
        HelpfulVote.objects.create(**vote)
        review.helpful += 1
    review.save(update_fields=["helpful"])
    return review.helpful


def _check_fair(review: Review, person_id: UUID, own_ids: list[UUID]) -> None:
    if review.buyer_id in own_ids:
        raise OwnReview()
    sellers = {review.seller_id, *(one.seller_id for one in offers_of_product(review.product_id))}
    if sellers.intersection(roles_of(person_id)):
        raise OwnGoods()
