"""Whatever is cut off, broken or run twice: the buyer gets what he confirmed, once."""

from dataclasses import replace
from datetime import timedelta
from uuid import UUID

import pytest

from tijara.domains.carts.actions import set_quantity
from tijara.domains.carts.queries import picked_lines
from tijara.domains.checkout.actions import (
    EmptyCart,
    finish_checkout,
    resume_checkouts,
)
from tijara.domains.checkout.models import Checkout
from tijara.domains.checkout.queries import checkout_result
from tijara.domains.checkout.states import PLACED, PLACING, REFUSED
from tijara.domains.checkout.testing import (
    Buyer,
    assert_all_proved,
    free,
    offer_of_a_store,
)
from tijara.domains.orders.shapes import OrderToPlace, Outcome
from tijara.kit.actor import SYSTEM
from tijara.kit.clock import now
from tijara.kit.ids import new_id
from tijara.kit.rebuilding import rebuild

pytestmark = pytest.mark.django_db


def test_an_intent_that_was_cut_off_is_brought_to_its_end_once(market, buyer):
    offer = offer_of_a_store(market, price_minor=5000, units=5)
    buyer.picks(offer)
    result = buyer.confirms()
    long_ago = now() - timedelta(minutes=5)
    row = Checkout.objects.filter(buyer_id=buyer.id)
    row.update(state=PLACING, outcomes=[], moved_at=long_ago)

    assert resume_checkouts(actor=SYSTEM) == 1
    assert row.get().state == PLACED
    assert [one.order_id for one in checkout_result(buyer.id, result.checkout_id).placed] == [
        one.order_id for one in result.placed
    ]
    assert free(offer) == 4
    assert_all_proved()


def test_an_intent_cut_off_before_the_door_is_ordered_then(market, buyer):
    offer = offer_of_a_store(market, price_minor=5000, units=1)
    buyer.picks(offer)
    buyer.confirms()
    kept = Checkout.objects.get(buyer_id=buyer.id)
    another = Buyer(market)
    order = kept.intent[str(offer.seller_id)]
    checkout_id = new_id()
    order |= {"idempotency_key": checkout_id, "checkout_id": checkout_id}
    Checkout.objects.create(
        buyer_id=another.id,
        id=checkout_id,
        state=PLACING,
        intent={str(offer.seller_id): order},
        moved_at=now() - timedelta(minutes=5),
    )
    resume_checkouts(actor=SYSTEM)
    assert Checkout.objects.get(buyer_id=another.id).state == REFUSED
    assert checkout_result(another.id, checkout_id).missed[0].outcome is Outcome.SOLD_OUT


def test_cut_off_after_its_intent_the_same_form_goes_on_and_another_finds_nothing(market, buyer):
    offer = offer_of_a_store(market, price_minor=5000, units=5)
    buyer.picks(offer)
    seen = buyer.basket().seen
    result = buyer.confirms(seen=seen)
    Checkout.objects.update(state=PLACING, outcomes=[])
    with pytest.raises(EmptyCart):
        buyer.confirms(seen=seen)
    again = buyer.confirms(result.checkout_id, seen)
    assert [one.order_id for one in again.placed] == [one.order_id for one in result.placed]
    assert Checkout.objects.get(buyer_id=buyer.id).state == PLACED
    assert free(offer) == 4
    assert_all_proved()


def test_what_was_missed_is_put_back_once_and_what_was_picked_meanwhile_stays(market, buyer):
    offer = offer_of_a_store(market, price_minor=5000, units=3)
    buyer.picks(offer, quantity=2)
    seen = buyer.basket().seen
    other = Buyer(market)
    other.picks(offer, quantity=2)
    other.confirms()
    result = buyer.confirms(seen=seen)
    assert [(line.offer_id, line.quantity) for line in picked_lines(buyer.id)] == [(offer.id, 2)]
    set_quantity(actor=buyer.actor, buyer_id=buyer.id, offer_id=offer.id, quantity=1)
    Checkout.objects.filter(buyer_id=buyer.id).update(state=PLACING, outcomes=[])
    finish_checkout(actor=SYSTEM, buyer_id=buyer.id, checkout_id=result.checkout_id)
    assert [line.quantity for line in picked_lines(buyer.id)] == [1]


def test_an_order_that_stands_is_not_unsaid_by_a_run_that_had_less_luck(market, buyer):
    one, other = (offer_of_a_store(market, price_minor=5000, units=1) for _ in range(2))
    buyer.picks(one)
    buyer.picks(other)
    first = buyer.confirms()
    assert len(first.placed) == 2
    intent = Checkout.objects.get(buyer_id=buyer.id).intent
    orders = {UUID(seller): rebuild(OrderToPlace, told) for seller, told in intent.items()}
    unlucky = replace(orders[other.seller_id], idempotency_key=new_id())
    again = finish_checkout(
        actor=SYSTEM,
        buyer_id=buyer.id,
        checkout_id=first.checkout_id,
        orders=orders | {other.seller_id: unlucky},
    )
    assert {one.order_id for one in again.placed} == {one.order_id for one in first.placed}
    assert checkout_result(buyer.id, first.checkout_id) == again
    assert_all_proved()


def test_an_intent_that_can_not_be_read_holds_up_no_other(market, buyer):
    offer = offer_of_a_store(market, price_minor=5000, units=5)
    buyer.picks(offer)
    buyer.confirms()
    Checkout.objects.update(state=PLACING, moved_at=now() - timedelta(minutes=5))
    broken = Checkout.objects.create(
        buyer_id=new_id(),
        state=PLACING,
        intent={str(offer.seller_id): {}},
        moved_at=now() - timedelta(minutes=9),
    )
    assert resume_checkouts(actor=SYSTEM) == 1
    assert Checkout.objects.get(buyer_id=buyer.id).state == PLACED
    broken.refresh_from_db()
    assert broken.state == PLACING
    assert broken.moved_at > now() - timedelta(minutes=1)
