"""One order, paid three ways: by its buyer's wallet, a deposit by card at the gateway, and the rest
in cash at the door. Every coin is told, and goes back by the way it came."""

import pytest

from tijara.domains.cash_terms.actions import set_cash_terms, set_deposit_rule
from tijara.domains.cash_terms.shapes import CashTerms, DepositRule
from tijara.domains.checkout.testing import Buyer as Shopper
from tijara.domains.checkout.testing import assert_all_proved, offer_of_a_store
from tijara.domains.fulfilment.actions import record_delivery, record_refusal, ship_order
from tijara.domains.fulfilment.testing import move
from tijara.domains.ledger.queries import order_balances
from tijara.domains.ledger.shapes import Account
from tijara.domains.markets.testing import make_market
from tijara.domains.orders.queries import order as order_view
from tijara.domains.orders.shapes import OrderState
from tijara.domains.payments.queries import charge_of_checkout
from tijara.domains.payments.shapes import ChargeState, PaymentMethod, Purpose
from tijara.domains.returns.actions import refund_order
from tijara.domains.returns.queries import owed_of_orders
from tijara.domains.returns.shapes import RefundReason
from tijara.domains.wallet.testing import as_buyer, balance, make_buyer_with
from tijara.kit.actor import SYSTEM
from tijara.platform.outbox.relay import Relay

from .conftest import BANK, POOR, Buyer, arrived, browser_of, until, work

TOTAL = 10000 + 2000 + 1200
"""The goods, their delivery, and the fee of paying at the door."""
CREDIT, DEPOSIT = 5000, 2400
"""All that the wallet has; a fifth of goods and delivery."""
REST = TOTAL - CREDIT - DEPOSIT


@pytest.fixture
def market(transactional_db):
    known = make_market(**BANK)
    set_cash_terms(actor=SYSTEM, market_id=known.id, terms=CashTerms(forfeit_bp=5000))
    rule = DepositRule(place="", from_minor=0, refusals=0, is_for_newcomers=False, share_bp=2000)
    set_deposit_rule(actor=SYSTEM, market_id=known.id, rule=rule)
    return known


@pytest.fixture
def shopper(market):
    one = Shopper(market)
    one.id = make_buyer_with(CREDIT)
    one.actor = as_buyer(one.id)
    return one


def ordered(market, shopper):
    """The order, and its buyer with a browser before the page on which he pays the deposit."""
    shopper.picks(offer_of_a_store(market, price_minor=10000, units=5))
    result = shopper.confirms(method=PaymentMethod.CASH_ON_DELIVERY, credit_minor=CREDIT)
    (placed,) = result.placed
    charge = charge_of_checkout(shopper.id, result.checkout_id)
    return order_view(placed.seller_id, placed.order_id), Buyer(browser_of(shopper.id), charge)


def put_down(gateway, buyer):
    """By card, told by the gateway's notice and by the buyer's return."""
    back = gateway.pay(buyer.go()).location
    until(arrived)
    work()
    assert buyer.come_back(back).status_code in (302, 303)
    assert buyer.now().state is ChargeState.PAID


def seen(order):
    while Relay().deliver_pending():
        pass
    return order_view(order.seller_id, order.id)


def sent(order):
    move(OrderState.CONFIRMED, order.seller_id, order.id)
    return ship_order(actor=SYSTEM, seller_id=order.seller_id, order_id=order.id, carrier="سمسا")


def given_back(order):
    """(to the wallet, to the card, in cash by staff)."""
    (owed,) = owed_of_orders(order.seller_id, [order.id])[order.id]
    return owed.credit_minor, owed.ahead_minor, owed.rest.minor - owed.ahead_minor


@pytest.fixture
def paid(gateway, market, shopper):
    order, buyer = ordered(market, shopper)
    assert (buyer.charge.purpose, buyer.charge.amount.minor) == (Purpose.DEPOSIT, DEPOSIT)
    assert order.state is OrderState.PENDING and balance(shopper.id) == (0, 0)
    assert_all_proved()
    put_down(gateway, buyer)
    order = seen(order)
    assert order.state is OrderState.PLACED
    return order


def test_each_pays_its_part_and_all_of_it_comes_to_the_order(paid):
    order = paid
    assert (order.total.minor, order.credit_minor, order.ahead_minor) == (TOTAL, CREDIT, DEPOSIT)
    assert (order.rest.minor, order.paid_at) == (REST, None)
    assert_all_proved()
    record_delivery(actor=SYSTEM, seller_id=order.seller_id, shipment_id=sent(order))
    assert seen(order).state is OrderState.DELIVERED
    left = order_balances(order.seller_id, order.id)
    assert left[Account.CARRIER_RECEIVABLE] == REST
    assert left[Account.GATEWAY_RECEIVABLE] == DEPOSIT
    assert (left[Account.BUYER_RECEIVABLE], left[Account.ORDERS_PENDING]) == (0, 0)
    assert_all_proved()


def test_taken_back_each_gets_its_own_again(paid, shopper):
    order = paid
    record_delivery(actor=SYSTEM, seller_id=order.seller_id, shipment_id=sent(order))
    refund_order(
        actor=SYSTEM,
        seller_id=order.seller_id,
        order_id=order.id,
        reason=RefundReason.DAMAGED,
        restock=True,
    )
    assert seen(order).state is OrderState.REFUNDED
    assert given_back(order) == (CREDIT, DEPOSIT, REST)
    assert balance(shopper.id) == (CREDIT, 0)
    assert_all_proved()


def test_refused_at_the_door_half_of_the_deposit_is_lost_and_the_wallet_has_its_own(paid, shopper):
    order = paid
    record_refusal(actor=SYSTEM, seller_id=order.seller_id, shipment_id=sent(order))
    assert seen(order).state is OrderState.REFUSED
    assert given_back(order) == (CREDIT, DEPOSIT // 2, 0)
    assert balance(shopper.id) == (CREDIT, 0)
    assert_all_proved()


def test_a_card_that_is_refused_leaves_the_order_waiting(gateway, market, shopper):
    order, buyer = ordered(market, shopper)
    gateway.pay(buyer.go(), POOR)
    work()
    assert seen(order).state is OrderState.PENDING and buyer.now().state is ChargeState.OPEN
    assert_all_proved()
    put_down(gateway, buyer)
    assert seen(order).state is OrderState.PLACED
    assert_all_proved()
