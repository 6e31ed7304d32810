"""Makers of reviews, for tests of the faces."""

from uuid import UUID

from tijara.domains.accounts.testing import make_account
from tijara.domains.markets.testing import make_market
from tijara.domains.orders.shapes import OrderView
from tijara.domains.parties.actions import adopt_guest, open_customer
from tijara.domains.returns.testing import buyer_actor, make_paid_order
from tijara.kit.actor import Actor, ActorKind
from tijara.kit.powers import BUYER_POWERS, VISITOR_POWERS

from .actions import write_review
from .queries import reviewable_lines
from .shapes import ReviewDraft, ReviewView


def make_received_order(**given) -> OrderView:
    """Delivered, in the market that pages show."""
    return make_paid_order(market_id=make_market().id, **given)


def make_review(
    stars: int = 5, words: str = "وصلت كما في الصورة", order: OrderView | None = None, **given
) -> ReviewView:
    """Of the first line of the order, or of a new one."""
    order = order or make_received_order(**given)
    write_review(
        actor=buyer_actor(order),
        buyer_id=order.buyer_id,
        seller_id=order.seller_id,
        order_id=order.id,
        line_id=order.lines[0].id,
        draft=ReviewDraft(stars, words),
    )
    review = reviewable_lines(order)[0].review
    assert review is not None
    return review


def make_reader(*guest_ids: UUID) -> Actor:
    """A person who reads reviews, and was these guests before."""
    person_id = make_account()
    person = Actor(ActorKind.BUYER, person_id, powers=VISITOR_POWERS)
    buyer_id = open_customer(actor=person)
    for guest_id in guest_ids:
        assert adopt_guest(actor=person, guest_id=guest_id)
    return Actor(ActorKind.BUYER, person_id, buyer_id, BUYER_POWERS)
