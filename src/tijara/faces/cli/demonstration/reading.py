"""Who reads the demonstration's reviews finds some of them helpful, by a lot that falls the same
way each time."""

from collections.abc import Iterable
from uuid import UUID

from tijara.domains.parties.actions import open_customer
from tijara.domains.reviews.actions import mark_helpful
from tijara.domains.reviews.queries import product_rating, reviews_of
from tijara.domains.reviews.shapes import ReviewView
from tijara.kit.actor import Actor, ActorKind
from tijara.kit.powers import BUYER_POWERS, VISITOR_POWERS

from . import content
from .history import share_of

READERS = 9
SELDOM = 4
"""Most reviews have helped nobody or one, few have helped many."""


def mark_what_helped(goods: Iterable[tuple[UUID, UUID]]) -> int:
    """How many votes; `goods` are (market, product)."""
    readers = [_reader(number) for number in range(READERS)]
    shown = [one for key in dict.fromkeys(goods) for one in _worded(*key)]
    return sum(_mark(one, readers) for one in shown)


def _worded(market_id: UUID, product_id: UUID) -> list[ReviewView]:
    rating = product_rating(market_id, product_id)
    found = reviews_of(market_id, product_id, rating.sellers, size=20) if rating else None
    return [one for one in found.items if one.words] if found else []


def _mark(review: ReviewView, readers: list[UUID]) -> int:
    many = int((READERS + 1) * share_of(review.words, "helps") ** SELDOM)
    for buyer_id in readers[:many]:
        mark_helpful(
            actor=Actor(ActorKind.BUYER, owner_id=buyer_id, powers=BUYER_POWERS),
            buyer_id=buyer_id,
            seller_id=review.seller_id,
            review_id=review.id,
            is_helpful=True,
        )
    return many


def _reader(number: int) -> UUID:
    """A person of whom nothing but his votes is there."""
    person_id = content.id_of("person", f"reader-{number}")
    return open_customer(actor=Actor(ActorKind.BUYER, person_id, powers=VISITOR_POWERS))
