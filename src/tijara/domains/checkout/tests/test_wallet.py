"""A basket that its buyer's wallet pays, whole or in part."""

from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta

import pytest
from django.db import connection

from tijara.domains.checkout.actions import (
    BasketChanged,
    EmptyCart,
    PaymentNotPossible,
    finish_checkout,
    resume_checkouts,
)
from tijara.domains.checkout.models import Checkout
from tijara.domains.checkout.queries import checkout_result
from tijara.domains.checkout.shapes import CheckoutResult
from tijara.domains.checkout.states import PLACING
from tijara.domains.checkout.testing import Buyer, assert_all_proved, offer_of_a_store
from tijara.domains.inventory.actions import count_stock
from tijara.domains.ledger.queries import order_balances
from tijara.domains.ledger.shapes import Account
from tijara.domains.markets.testing import make_market
from tijara.domains.orders.actions import cancel_order, expire_order
from tijara.domains.orders.queries import orders
from tijara.domains.orders.shapes import CancelReason, OrderState
from tijara.domains.payments.actions import pay_charge
from tijara.domains.payments.queries import charge_of_checkout
from tijara.domains.wallet.actions import CreditShort, hold_credit, release_holds
from tijara.domains.wallet.testing import as_buyer, balance, holds_are_over, make_buyer_with
from tijara.kit.actor import SYSTEM
from tijara.kit.clock import now
from tijara.kit.ids import new_id
from tijara.platform.outbox.relay import Relay

pytestmark = pytest.mark.django_db(transaction=True)
CARD, CASH, WALLET = "card", "cash_on_delivery", "wallet"


@pytest.fixture
def market():
    return make_market(payment_methods=[CASH, CARD])


@pytest.fixture
def buyer(market):
    one = Buyer(market)
    one.id = make_buyer_with(5000)
    one.actor = as_buyer(one.id)
    return one


def relay():
    while Relay().deliver_pending():
        pass


def found(result):
    keys = [(one.seller_id, one.order_id) for one in result.placed]
    return sorted(orders(keys).values(), key=lambda one: one.total.minor)


def pay(result):
    charge = charge_of_checkout(result.buyer_id, result.checkout_id)
    pay_charge(
        actor=SYSTEM,
        on_behalf=SYSTEM,
        buyer_id=result.buyer_id,
        charge_id=charge.id,
        bank_reference="FT-1",
    )
    relay()
    return charge


class TestWhole:
    def test_it_needs_no_gateway_no_fee_and_no_code(self, market, buyer):
        buyer.picks(offer_of_a_store(market, price_minor=2000))
        result = buyer.confirms(method=CASH, credit_minor=5000)
        (order,) = found(result)
        assert not result.is_to_be_paid
        assert (order.state, order.payment_method) == (OrderState.PLACED, WALLET)
        assert order.credit == order.total and not order.fee and order.paid_at
        assert balance(buyer.id) == (5000 - order.total.minor, 0)
        relay()
        assert_all_proved()

    def test_called_off_it_is_all_there_again(self, market, buyer):
        buyer.picks(offer_of_a_store(market, price_minor=2000))
        (order,) = found(buyer.confirms(credit_minor=5000))
        cancel_order(
            actor=buyer.actor,
            seller_id=order.seller_id,
            order_id=order.id,
            reason=CancelReason.CHANGED_MIND,
        )
        relay()
        assert balance(buyer.id) == (5000, 0)
        assert not any(order_balances(order.seller_id, order.id).values())
        assert_all_proved()

    def test_the_way_itself_can_not_be_chosen(self, market, buyer):
        buyer.picks(offer_of_a_store(market, price_minor=9000))
        for credit in (0, 5000):
            with pytest.raises(PaymentNotPossible):
                buyer.confirms(method=WALLET, credit_minor=credit)


class TestPart:
    def test_the_rest_is_paid_by_card(self, market, buyer):
        buyer.picks(offer_of_a_store(market, price_minor=9000))
        result = buyer.confirms(method=CARD, credit_minor=5000)
        (order,) = found(result)
        assert order.state is OrderState.PENDING and order.credit.minor == 5000
        charge = pay(result)
        assert charge.amount.minor == order.total.minor - 5000
        (order,) = found(result)
        assert order.state is OrderState.PLACED and order.paid_at
        assert_all_proved()

    def test_unpaid_it_lapses_and_the_credit_is_back_and_late_money_too(self, market, buyer):
        buyer.picks(offer_of_a_store(market, price_minor=9000))
        result = buyer.confirms(method=CARD, credit_minor=5000)
        (order,) = found(result)
        which = {"seller_id": order.seller_id, "order_id": order.id}
        expire_order(actor=SYSTEM, **which, reason=CancelReason.NOT_PAID)
        relay()
        assert balance(buyer.id) == (5000, 0)
        pay(result)
        assert balance(buyer.id) == (5000, 0)
        owed = -order_balances(order.seller_id, order.id)[Account.BUYER_REFUNDABLE]
        assert owed == order.total.minor - 5000
        assert_all_proved()

    def test_the_rest_is_cash_at_the_door(self, market, buyer):
        buyer.picks(offer_of_a_store(market, price_minor=9000))
        (order,) = found(buyer.confirms(method=CASH, credit_minor=5000))
        assert order.fee and order.rest.minor == order.total.minor - 5000 and not order.paid_at
        relay()
        assert_all_proved()

    def test_two_shops_have_it_by_what_they_sell(self, market, buyer):
        for price in (3000, 9000):
            buyer.picks(offer_of_a_store(market, price_minor=price))
        result = buyer.confirms(method=CARD, credit_minor=5000)
        small, large = found(result)
        assert small.credit_minor + large.credit_minor == 5000
        charge = charge_of_checkout(buyer.id, result.checkout_id)
        parts = {part.order_id: part.amount_minor for part in charge.parts}
        assert parts == {one.id: one.rest.minor for one in (small, large)}
        relay()
        assert_all_proved()

    def test_a_shop_that_sold_out_takes_none_of_it(self, market, buyer):
        kept, gone = (offer_of_a_store(market, price_minor=price) for price in (2000, 9000))
        buyer.picks(kept), buyer.picks(gone)
        seen = buyer.basket().seen
        count_stock(
            actor=SYSTEM, seller_id=gone.seller_id, stock_id=gone.stock_id, on_hand=0, key=new_id()
        )
        result = buyer.confirms(method=CARD, credit_minor=5000, seen=seen)
        (order,) = found(result)
        assert order.credit == order.total and not result.is_to_be_paid
        assert charge_of_checkout(buyer.id, result.checkout_id) is None
        assert balance(buyer.id) == (5000 - order.total.minor, 0)
        relay()
        assert_all_proved()


class TestRefused:
    def test_a_second_tab_finds_it_spent_and_nothing_is_ordered(self, market, buyer):
        for _ in range(2):
            buyer.picks(offer_of_a_store(market, price_minor=2000))
            last = buyer.basket()
            if balance(buyer.id) == (5000, 0):
                buyer.confirms(credit_minor=5000)
        with pytest.raises(CreditShort):
            buyer.confirms(credit_minor=5000)
        assert buyer.basket().seen == last.seen
        relay()
        assert_all_proved()

    def test_neither_a_guest_nor_the_wallet_of_another(self, market, buyer):
        guest = Buyer(market)
        guest.picks(offer_of_a_store(market, price_minor=2000))
        with pytest.raises(CreditShort):
            guest.confirms(credit_minor=5000)
        assert guest.basket().pieces == 1 and balance(buyer.id) == (5000, 0)

    def test_a_changed_basket_holds_nothing(self, market, buyer):
        buyer.picks(offer_of_a_store(market, price_minor=2000))
        with pytest.raises(BasketChanged):
            buyer.confirms(seen="other", credit_minor=5000)
        assert balance(buyer.id) == (5000, 0)

    def test_less_than_nothing_is_nothing(self, market, buyer):
        buyer.picks(offer_of_a_store(market, price_minor=2000))
        (order,) = found(buyer.confirms(credit_minor=-5000))
        assert not order.credit


class TestCutOff:
    """The intent stands, and with it what is held; its orders don't yet."""

    def begun(self, market, buyer, method=CARD):
        """As another buyer's checkout of the same goods has kept it."""
        other = Buyer(market)
        offer = offer_of_a_store(market, price_minor=9000)
        other.picks(offer)
        other.confirms(method=method)
        intent = Checkout.objects.get(buyer_id=other.id).intent
        checkout_id = new_id()
        for order in intent.values():
            order |= {"buyer_id": str(buyer.id), "checkout_id": str(checkout_id)}
            order |= {"idempotency_key": str(new_id())}
        Checkout.objects.create(
            buyer_id=buyer.id,
            id=checkout_id,
            state=PLACING,
            intent=intent,
            payment_method=method,
            credit_minor=5000,
            moved_at=now() - timedelta(minutes=5),
        )
        hold_credit(
            actor=buyer.actor,
            buyer_id=buyer.id,
            market_id=market.id,
            checkout_id=checkout_id,
            amount_minor=5000,
        )
        return checkout_id

    def test_it_is_brought_to_its_end_and_spent_once(self, market, buyer):
        checkout_id = self.begun(market, buyer)
        assert resume_checkouts(actor=SYSTEM) == 1
        again = finish_checkout(actor=SYSTEM, buyer_id=buyer.id, checkout_id=checkout_id)
        (order,) = found(again)
        assert (order.credit_minor, balance(buyer.id)) == (5000, (0, 0))
        charge = charge_of_checkout(buyer.id, checkout_id)
        assert charge.amount == order.rest
        relay()
        assert_all_proved()

    def test_its_hold_let_go_meanwhile_it_is_paid_another_way(self, market, buyer):
        checkout_id = self.begun(market, buyer)
        holds_are_over()
        release_holds(actor=SYSTEM)
        resume_checkouts(actor=SYSTEM)
        (order,) = found(checkout_result(buyer.id, checkout_id))
        charge = charge_of_checkout(buyer.id, checkout_id)
        assert charge.amount == order.total and balance(buyer.id) == (5000, 0)
        relay()
        assert_all_proved()

    def test_two_runs_at_once_spend_it_once(self, market, buyer):
        checkout_id = self.begun(market, buyer)

        def finish():
            return finish_checkout(actor=SYSTEM, buyer_id=buyer.id, checkout_id=checkout_id)

        first, second = at_once(finish, finish)
        assert first == second and balance(buyer.id) == (0, 0)
        (order,) = found(first)
        assert charge_of_checkout(buyer.id, checkout_id).amount == order.rest
        relay()
        assert_all_proved()


def at_once(*doing):
    """Each in a connection of its own."""

    def run(do):
        try:
            return do()
        finally:
            connection.close()

    with ThreadPoolExecutor(len(doing)) as pool:
        return list(pool.map(run, doing))


def test_two_tabs_with_the_same_riyal_one_orders(market, buyer):
    buyer.picks(offer_of_a_store(market, price_minor=2000))

    def order():
        try:
            return buyer.confirms(credit_minor=5000)
        except (CreditShort, BasketChanged, EmptyCart) as refusal:
            return refusal

    answers = at_once(order, order)
    (placed,) = [one for one in answers if isinstance(one, CheckoutResult)]
    (standing,) = found(placed)
    assert balance(buyer.id) == (5000 - standing.total.minor, 0)
    relay()
    assert_all_proved()
