"""Going back from the payment: what was ordered lies in the cart again, once."""

from concurrent.futures import ThreadPoolExecutor

import pytest
from django.db import connection

from tijara.domains.carts.queries import picked_lines
from tijara.domains.checkout.actions import NothingToTakeApart, take_apart_checkout
from tijara.domains.checkout.queries import pay_standings_of
from tijara.domains.checkout.testing import Buyer, assert_all_proved, free, offer_of_a_store
from tijara.domains.checkout.tests.test_ways_to_pay import CARD, TERMS
from tijara.domains.markets.testing import make_market
from tijara.domains.orders.queries import order
from tijara.domains.orders.shapes import OrderState
from tijara.domains.payments.actions import pay_charge
from tijara.domains.payments.queries import charge_of_checkout, waiting_charges
from tijara.domains.payments.shapes import ChargeState, PayStanding
from tijara.domains.payments.testing import open_attempt
from tijara.kit.actor import SYSTEM


@pytest.fixture
def market():
    return make_market(**TERMS)


def takes_apart(buyer, checkout_id):
    return take_apart_checkout(actor=buyer.actor, buyer_id=buyer.id, checkout_id=checkout_id)


def states_of(result):
    return [order(one.seller_id, one.order_id).state for one in result.placed]


@pytest.mark.django_db
class TestTakingApart:
    def test_the_goods_of_all_shops_lie_in_the_cart_again(self, market, buyer):
        ours = [offer_of_a_store(market, price_minor=5000, units=5) for _ in range(2)]
        for offer in ours:
            buyer.picks(offer, quantity=2)
        result = buyer.confirms(method=CARD)
        assert picked_lines(buyer.id) == []
        (waiting,) = waiting_charges([buyer.id])
        assert waiting.standing is PayStanding.PAY
        takes_apart(buyer, result.checkout_id)
        assert {(one.offer_id, one.quantity) for one in picked_lines(buyer.id)} == {
            (offer.id, 2) for offer in ours
        }
        assert [free(offer) for offer in ours] == [5, 5]
        assert states_of(result) == [OrderState.CANCELLED] * 2
        assert charge_of_checkout(buyer.id, result.checkout_id).state is ChargeState.CANCELLED
        assert waiting_charges([buyer.id]) == []
        assert_all_proved()

    def test_what_was_picked_meanwhile_stays_as_it_is(self, market, buyer):
        offer = offer_of_a_store(market, price_minor=5000, units=9)
        buyer.picks(offer, quantity=2)
        result = buyer.confirms(method=CARD)
        buyer.picks(offer, quantity=3)
        takes_apart(buyer, result.checkout_id)
        assert [one.quantity for one in picked_lines(buyer.id)] == [3]

    def test_nothing_of_somebody_else_nor_of_what_is_being_paid(self, market, buyer):
        offer = offer_of_a_store(market, price_minor=5000, units=5)
        buyer.picks(offer)
        result = buyer.confirms(method=CARD)
        with pytest.raises(NothingToTakeApart):
            takes_apart(Buyer(market), result.checkout_id)
        charge = charge_of_checkout(buyer.id, result.checkout_id)
        open_attempt(charge, last_error="503")
        (found,) = [order(one.seller_id, one.order_id) for one in result.placed]
        assert pay_standings_of([found]) == {found.id: PayStanding.ASKING}
        with pytest.raises(NothingToTakeApart):
            takes_apart(buyer, result.checkout_id)
        pay_charge(actor=SYSTEM, on_behalf=SYSTEM, buyer_id=buyer.id, charge_id=charge.id)
        assert pay_standings_of([found]) == {found.id: PayStanding.ARRIVING}
        with pytest.raises(NothingToTakeApart):
            takes_apart(buyer, result.checkout_id)
        assert states_of(result) == [OrderState.PENDING]


@pytest.mark.django_db(transaction=True)
def test_pressed_at_once_it_is_taken_apart_once(market, buyer):
    offer = offer_of_a_store(market, price_minor=5000, units=5)
    buyer.picks(offer)
    result = buyer.confirms(method=CARD)

    def press(_time):
        try:
            return len(takes_apart(buyer, result.checkout_id))
        except NothingToTakeApart:
            return 0
        finally:
            connection.close()

    with ThreadPoolExecutor(4) as pool:
        assert sorted(pool.map(press, range(4))) == [0, 0, 0, 1]
    assert [one.quantity for one in picked_lines(buyer.id)] == [1]
    assert free(offer) == 5
    assert_all_proved()
