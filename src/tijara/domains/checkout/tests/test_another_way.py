"""A buyer changes his mind about how to pay, before he has: what waits for it follows."""

from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta

import pytest
from django.db import connection

from tijara.domains.checkout.testing import assert_all_proved, offer_of_a_store
from tijara.domains.ledger.queries import balances
from tijara.domains.ledger.shapes import Account
from tijara.domains.markets.testing import make_market
from tijara.domains.orders.queries import order as order_view
from tijara.domains.orders.shapes import OrderState
from tijara.domains.payments.actions import (
    ChargeNotOpen,
    TransferNotOpen,
    WayNotOffered,
    approve_transfer,
    cancel_charge,
    settle_attempt,
    switch_charge,
)
from tijara.domains.payments.queries import charge_of_checkout
from tijara.domains.payments.shapes import AttemptState, ChargeState, PaymentMethod
from tijara.domains.payments.testing import open_attempt, paid_on
from tijara.kit.actor import SYSTEM
from tijara.kit.money import Money
from tijara.platform.outbox.relay import Relay

pytestmark = pytest.mark.django_db(transaction=True)
CARD, TRANSFER = PaymentMethod.CARD, PaymentMethod.BANK_TRANSFER
TERMS = {
    "payment_methods": tuple(PaymentMethod),
    "pay_minutes": 60,
    "transfer_hours": 72,
    "bank_name": "مصرف الراجحي",
    "bank_iban": "SA0380000000608010167519",
    "bank_holder": "تجارة",
}


@pytest.fixture
def market():
    return make_market(**TERMS)


def waiting(market, buyer, method):
    buyer.picks(offer_of_a_store(market, price_minor=5000, units=5))
    result = buyer.confirms(method=method)
    return result.placed[0], charge_of_checkout(buyer.id, result.checkout_id)


def switch(charge, method) -> None:
    switch_charge(actor=SYSTEM, buyer_id=charge.buyer_id, charge_id=charge.id, method=method)


def now_of(charge):
    return charge_of_checkout(charge.buyer_id, charge.checkout_id)


def pay_by_card(charge, attempt_id) -> AttemptState:
    told = paid_on(charge, attempt_id)
    return settle_attempt(actor=SYSTEM, buyer_id=charge.buyer_id, attempt_id=attempt_id, told=told)


def approve(charge) -> None:
    approve_transfer(
        actor=SYSTEM,
        buyer_id=charge.buyer_id,
        charge_id=charge.id,
        received=charge.amount,
        bank_reference="FT1",
    )


def test_from_card_to_transfer_and_the_order_waits_as_long(market, buyer):
    placed, charge = waiting(market, buyer, CARD)
    for _ in range(2):
        switch(charge, TRANSFER)
    switched = now_of(charge)
    assert (switched.method, switched.amount) == (TRANSFER, charge.amount)
    assert switched.due_at == charge.opened_at + timedelta(hours=72)
    Relay().deliver_pending()
    order = order_view(placed.seller_id, placed.order_id)
    assert (order.payment_method, order.due_at) == (TRANSFER, switched.due_at)
    approve(switched)
    Relay().deliver_pending()
    paid = order_view(placed.seller_id, placed.order_id)
    assert (paid.state, paid.payment_method) == (OrderState.PLACED, TRANSFER)
    assert balances(placed.seller_id)[Account.BANK] == charge.amount.minor
    assert_all_proved()


def test_back_and_forth_gains_no_time(market, buyer):
    _placed, charge = waiting(market, buyer, TRANSFER)
    for method in (CARD, TRANSFER, CARD):
        switch(charge, method)
    gained = now_of(charge).due_at - charge.due_at
    assert gained < timedelta(seconds=5) and now_of(charge).method is CARD


def test_a_card_page_that_was_open_still_pays_and_says_so(market, buyer):
    placed, charge = waiting(market, buyer, CARD)
    attempt_id = open_attempt(charge)
    switch(charge, TRANSFER)
    assert pay_by_card(charge, attempt_id) is AttemptState.PAID
    assert (now_of(charge).state, now_of(charge).method) == (ChargeState.PAID, CARD)
    Relay().deliver_pending()
    order = order_view(placed.seller_id, placed.order_id)
    assert (order.state, order.payment_method) == (OrderState.PLACED, CARD)
    assert balances(placed.seller_id)[Account.GATEWAY_RECEIVABLE] == charge.amount.minor
    assert_all_proved()


def test_a_transfer_that_was_sent_before_the_card_was_chosen_still_counts(market, buyer):
    placed, charge = waiting(market, buyer, TRANSFER)
    switch(charge, CARD)
    approve(charge)
    Relay().deliver_pending()
    assert order_view(placed.seller_id, placed.order_id).payment_method == TRANSFER
    assert_all_proved()


def test_a_card_alone_is_approved_by_nobody(market, buyer):
    _placed, charge = waiting(market, buyer, CARD)
    with pytest.raises(TransferNotOpen):
        approve(charge)


@pytest.mark.parametrize("method", [PaymentMethod.CASH_ON_DELIVERY, TRANSFER])
def test_only_ways_that_the_market_takes_and_that_cost_the_same(buyer, method):
    market = make_market(**TERMS | {"payment_methods": (CARD, PaymentMethod.CASH_ON_DELIVERY)})
    _placed, charge = waiting(market, buyer, CARD)
    with pytest.raises(WayNotOffered):
        switch(charge, method)
    assert now_of(charge) == charge


def test_what_is_over_stays_as_it_was(market, buyer):
    _placed, charge = waiting(market, buyer, CARD)
    cancel_charge(actor=SYSTEM, buyer_id=charge.buyer_id, charge_id=charge.id)
    with pytest.raises(ChargeNotOpen):
        switch(charge, TRANSFER)


def test_paid_and_switched_at_once_it_is_paid_once(market, buyer):
    """Whichever comes first, the money counts and its way is told."""
    placed, charge = waiting(market, buyer, CARD)
    attempt_id = open_attempt(charge)

    def act(what) -> None:
        try:
            what()
        except ChargeNotOpen:
            pass
        finally:
            connection.close()

    acts = [lambda: pay_by_card(charge, attempt_id), lambda: switch(charge, TRANSFER)]
    with ThreadPoolExecutor(2) as pool:
        list(pool.map(act, acts))
    Relay().deliver_pending()
    order = order_view(placed.seller_id, placed.order_id)
    assert (order.state, order.payment_method) == (OrderState.PLACED, CARD)
    assert order.total == Money(charge.amount.minor, "SAR")
    assert_all_proved()
