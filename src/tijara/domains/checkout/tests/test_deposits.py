"""A part of a cash order is put down before: who is asked, what waits, and where each coin goes."""

import pytest

from tijara.domains.cash_terms.actions import (
    DepositRuleInvalid,
    drop_deposit_rule,
    set_cash_terms,
    set_deposit_rule,
)
from tijara.domains.cash_terms.queries import deposit_rules
from tijara.domains.cash_terms.shapes import CashTerms, DepositRule
from tijara.domains.checkout.actions import PaymentNotPossible
from tijara.domains.checkout.testing import Buyer, assert_all_proved, offer_of_a_store
from tijara.domains.fulfilment.actions import record_delivery, record_refusal, ship_order
from tijara.domains.fulfilment.queries import shipments
from tijara.domains.fulfilment.testing import move
from tijara.domains.ledger.queries import order_balances
from tijara.domains.ledger.shapes import Account
from tijara.domains.markets.shapes import CashCode
from tijara.domains.markets.testing import make_market
from tijara.domains.orders.actions import cancel_order
from tijara.domains.orders.queries import order as order_view
from tijara.domains.orders.shapes import CancelReason, OrderState
from tijara.domains.payments.actions import expire_charges, pay_charge
from tijara.domains.payments.queries import charge_of_checkout, refunds_of_order
from tijara.domains.payments.shapes import OFFERED, PaymentMethod, Purpose
from tijara.domains.payments.testing import let_time_pass
from tijara.kit.actor import SYSTEM
from tijara.kit.ids import new_id
from tijara.platform.outbox.relay import Relay

pytestmark = pytest.mark.django_db
CARD, TRANSFER, CASH = (
    PaymentMethod.CARD,
    PaymentMethod.BANK_TRANSFER,
    PaymentMethod.CASH_ON_DELIVERY,
)
BANK = {
    "bank_name": "مصرف الراجحي",
    "bank_iban": "SA0380000000608010167519",
    "bank_holder": "تجارة",
}
TOTAL, PUT_DOWN = 10000 + 2000 + 1200, 2400
"""Two pieces with delivery and fee; a fifth of goods and delivery."""


def rule(**changes):
    return DepositRule(
        **({"place": "", "from_minor": 0, "refusals": 0, "is_for_newcomers": False,
            "share_bp": 2000} | changes)
    )  # fmt: skip


@pytest.fixture
def market():
    known = make_market(payment_methods=OFFERED, cash_code=CashCode.ALWAYS, **BANK)
    set_cash_terms(actor=SYSTEM, market_id=known.id, terms=CashTerms(forfeit_bp=5000))
    set_deposit_rule(actor=SYSTEM, market_id=known.id, rule=rule())
    return known


def deliver_facts():
    while Relay().deliver_pending():
        pass


def ordered(market, buyer):
    buyer.picks(offer_of_a_store(market, price_minor=10000, units=5))
    result = buyer.confirms(method=CASH)
    (one,) = result.placed
    return result, order_view(one.seller_id, one.order_id)


def paid(result, order):
    charge = charge_of_checkout(result.buyer_id, result.checkout_id)
    pay_charge(
        actor=SYSTEM,
        on_behalf=SYSTEM,
        buyer_id=charge.buyer_id,
        charge_id=charge.id,
        bank_reference="9",
    )
    deliver_facts()
    return order_view(order.seller_id, order.id)


def shipped(order):
    move(OrderState.CONFIRMED, order.seller_id, order.id)
    ship_order(actor=SYSTEM, seller_id=order.seller_id, order_id=order.id, carrier="سمسا")
    return shipments(order.seller_id, [order.id])[order.id][0]


def refunds(order):
    found = refunds_of_order(order.seller_id, order.buyer_id, order.id)
    return [(one.method, one.amount.minor) for one in found]


def test_the_order_waits_for_it_and_is_one_for_cash_when_it_has_come(market, buyer):
    result, order = ordered(market, buyer)
    assert result.is_to_be_paid and order.state is OrderState.PENDING
    charge = charge_of_checkout(result.buyer_id, result.checkout_id)
    assert (charge.purpose, charge.amount.minor) == (Purpose.DEPOSIT, PUT_DOWN)
    assert_all_proved()
    order = paid(result, order)
    assert (order.state, order.payment_method) == (OrderState.PLACED, CASH)
    assert (order.total.minor, order.ahead_minor) == (TOTAL, PUT_DOWN)
    assert (order.rest.minor, order.forfeit_bp, order.paid_at) == (TOTAL - PUT_DOWN, 5000, None)
    assert_all_proved()


def test_the_courier_collects_the_rest(market, buyer):
    order = paid(*ordered(market, buyer))
    parcel = shipped(order)
    assert parcel.rest.minor == TOTAL - PUT_DOWN
    record_delivery(actor=SYSTEM, seller_id=order.seller_id, shipment_id=parcel.id)
    deliver_facts()
    left = order_balances(order.seller_id, order.id)
    assert left[Account.CARRIER_RECEIVABLE] == TOTAL - PUT_DOWN
    assert left[Account.BUYER_RECEIVABLE] == 0
    assert_all_proved()


def test_refused_the_half_that_was_agreed_is_the_sellers_and_the_rest_goes_back(market, buyer):
    order = paid(*ordered(market, buyer))
    set_cash_terms(actor=SYSTEM, market_id=market.id, terms=CashTerms(forfeit_bp=10000))
    record_refusal(actor=SYSTEM, seller_id=order.seller_id, shipment_id=shipped(order).id)
    deliver_facts()
    assert refunds(order) == [(CARD, PUT_DOWN // 2)]
    assert order_balances(order.seller_id, order.id)[Account.SELLER_PAYABLE] == -PUT_DOWN // 2
    assert_all_proved()


def test_called_off_before_it_goes_all_of_it_goes_back(market, buyer):
    order = paid(*ordered(market, buyer))
    cancel_order(
        actor=SYSTEM,
        seller_id=order.seller_id,
        order_id=order.id,
        reason=CancelReason.OUT_OF_STOCK,
    )
    deliver_facts()
    assert refunds(order) == [(CARD, PUT_DOWN)]
    assert_all_proved()


def test_never_put_down_the_order_lapses_and_what_comes_late_goes_back(market, buyer):
    result, order = ordered(market, buyer)
    let_time_pass(hours=2)
    assert expire_charges(actor=SYSTEM) == 1
    deliver_facts()
    assert order_view(order.seller_id, order.id).state is OrderState.CANCELLED
    assert_all_proved()
    paid(result, order)
    assert refunds(order) == [(CARD, PUT_DOWN)]
    assert_all_proved()


def test_of_several_orders_each_has_its_part(market, buyer):
    for price in (5000, 15000):
        buyer.picks(offer_of_a_store(market, price_minor=price, units=5))
    result = buyer.confirms(method=CASH)
    charge = charge_of_checkout(result.buyer_id, result.checkout_id)
    found = [order_view(one.seller_id, one.order_id) for one in result.placed]
    assert len(charge.parts) == 2
    assert all(
        0 < part.amount_minor < order.total.minor
        for part, order in zip(charge.parts, found, strict=True)
    )
    assert_all_proved()


def test_without_another_way_there_is_no_cash():
    market = make_market(payment_methods=(CASH,))
    buyer = Buyer(market)
    set_deposit_rule(actor=SYSTEM, market_id=market.id, rule=rule())
    buyer.picks(offer_of_a_store(market, price_minor=10000, units=5))
    (way,) = buyer.basket().ways
    assert way.refused_because == "no_deposit_possible"
    with pytest.raises(PaymentNotPossible):
        buyer.confirms(method=CASH)


def test_a_page_that_has_not_shown_it_orders_nothing(market, buyer):
    buyer.picks(offer_of_a_store(market, price_minor=10000, units=5))
    (only,) = deposit_rules(market.id)
    drop_deposit_rule(actor=SYSTEM, market_id=market.id, rule_id=only.id)
    before = buyer.basket().seen
    set_deposit_rule(actor=SYSTEM, market_id=market.id, rule=rule())
    assert buyer.basket().seen != before


@pytest.mark.parametrize(
    ("changes", "field"),
    [
        ({"share_bp": 0}, "share_bp"),
        ({"share_bp": 9999}, "share_bp"),
        ({"from_minor": -1}, "from_minor"),
        ({"refusals": -1}, "refusals"),
        ({"place": "nowhere"}, "place"),
    ],
)
def test_a_rule_that_cannot_be_is_refused(changes, field):
    market = make_market()
    with pytest.raises(DepositRuleInvalid) as refused:
        set_deposit_rule(actor=SYSTEM, market_id=market.id, rule=rule(**changes))
    assert set(refused.value.fields) == {field}
    assert deposit_rules(market.id) == ()


def test_the_same_conditions_again_take_the_new_part():
    market = make_market()
    for share in (1000, 3000):
        set_deposit_rule(actor=SYSTEM, market_id=market.id, rule=rule(share_bp=share))
    assert [one.share_bp for one in deposit_rules(market.id)] == [3000]
    drop_deposit_rule(actor=SYSTEM, market_id=market.id, rule_id=new_id())
    assert len(deposit_rules(market.id)) == 1
