"""One letter asks for a review, some days after the delivery; and whom nobody asks."""

from datetime import timedelta

import pytest

from tijara.domains.messaging.queries import recent_messages
from tijara.domains.orders.queries import order_link_token
from tijara.domains.orders.shapes import OrderState
from tijara.domains.returns.actions import request_return
from tijara.domains.returns.shapes import RefundReason, ReturnDraft
from tijara.domains.returns.testing import buyer_actor, name_store
from tijara.domains.reviews.actions import ask_for_reviews, forget_reports, silence_letters
from tijara.domains.reviews.models import Invitation, ReviewReport
from tijara.domains.reviews.queries import is_silent
from tijara.domains.reviews.testing import make_received_order, make_review
from tijara.kit.actor import SYSTEM
from tijara.kit.clock import now
from tijara.kit.ids import new_id
from tijara.platform.outbox.relay import Relay

pytestmark = pytest.mark.django_db
KIND = "reviews.review_asked"


@pytest.fixture
def order():
    made = make_received_order()
    name_store(made.seller_id)
    hear()
    return made


def hear():
    while Relay().deliver_pending():
        pass


def asks(order, late=timedelta()):
    """When it is due, or so much later."""
    Invitation.objects.filter(seller_id=order.seller_id).update(due_at=now() - late)
    ask_for_reviews(actor=SYSTEM)
    assert not Invitation.objects.exists()
    return [one for one in recent_messages() if one.kind == KIND]


def test_is_written_once_with_the_orders_link_and_its_goods(order):
    assert ask_for_reviews(actor=SYSTEM) == 0, "it is not time yet"
    (letter,) = asks(order)
    assert f"/orders/{order_link_token(order.seller_id, order.id)}/reviews" in letter.text
    hear()
    assert not Invitation.objects.exists() and ask_for_reviews(actor=SYSTEM) == 0


def test_nobody_is_asked_who_has_said_it_already(order):
    make_review(order=order)
    assert asks(order) == []


def test_nobody_is_asked_who_wants_no_such_letters(order):
    for silent in (True, True, False, True):
        silence_letters(actor=buyer_actor(order), buyer_id=order.buyer_id, is_silent=silent)
        assert is_silent(order.buyer_id) is silent
    assert asks(order) == []


def test_nobody_is_asked_about_what_goes_back(order):
    request_return(
        actor=buyer_actor(order),
        buyer_id=order.buyer_id,
        seller_id=order.seller_id,
        order_id=order.id,
        draft=ReturnDraft(
            id=new_id(), units={order.lines[0].id: 1}, reason=RefundReason.DAMAGED, wish="refund"
        ),
    )
    assert asks(order) == []


def test_nobody_is_asked_long_after(order):
    assert asks(order, late=timedelta(days=3)) == []


def test_nobody_is_asked_for_what_was_refused():
    refused = make_received_order(state=OrderState.REFUSED)
    name_store(refused.seller_id)
    hear()
    assert not Invitation.objects.filter(id=refused.id).exists()


def test_what_was_said_against_reviews_is_forgotten_in_its_time(order):
    told = make_review(order=order)
    for days, settled in ((181, True), (179, True), (400, False)):
        ReviewReport.objects.create(
            seller_id=told.seller_id,
            review_id=told.id,
            reporter_id=new_id(),
            reason="untrue",
            settled_at=now() - timedelta(days=days) if settled else None,
        )
    assert forget_reports(actor=SYSTEM) == 1 and ReviewReport.objects.count() == 2
