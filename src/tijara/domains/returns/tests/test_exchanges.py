"""An exchange for something dearer or cheaper: who pays what, when, and what if he does not."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as some

from tijara.domains.catalogue.queries import forget_categories
from tijara.domains.catalogue.testing import make_product
from tijara.domains.checkout.actions import give_up_unpaid
from tijara.domains.fulfilment.actions import record_delivery, record_refusal, ship_order
from tijara.domains.fulfilment.queries import shipments
from tijara.domains.fulfilment.testing import move
from tijara.domains.ledger.queries import order_balances
from tijara.domains.ledger.shapes import Account
from tijara.domains.markets.testing import make_market
from tijara.domains.offers.actions import change_price
from tijara.domains.offers.testing import make_offer
from tijara.domains.orders.actions import cancel_order
from tijara.domains.orders.queries import order as order_view
from tijara.domains.orders.shapes import CancelReason, OrderState
from tijara.domains.payments.actions import pay_charge
from tijara.domains.payments.queries import charge_of_checkout, refunds_of_order
from tijara.domains.payments.shapes import PaymentMethod
from tijara.domains.returns.actions import (
    ExchangeNotPossible,
    ReturnInvalid,
    exchange_return,
    record_refund_paid,
    refund_return,
)
from tijara.domains.returns.queries import owed_of_orders, swaps_of
from tijara.domains.returns.rules.tenders import Tenders, difference_of
from tijara.domains.returns.shapes import ReturnState as S
from tijara.domains.returns.shapes import Wish
from tijara.domains.returns.testing import make_paid_order, make_return
from tijara.domains.wallet.testing import balance, make_buyer_with
from tijara.kit.actor import SYSTEM
from tijara.kit.money import Money

from .test_returns import by, deliver_facts, faults, state_of

CARD, TRANSFER = PaymentMethod.CARD, PaymentMethod.BANK_TRANSFER
CASH, WALLET = PaymentMethod.CASH_ON_DELIVERY, PaymentMethod.WALLET
UNIT, MORE = 11500, 3000
BANK = {
    "bank_name": "الراجحي",
    "bank_holder": "سوق عكاظ",
    "bank_iban": "SA03 8000 0000 6080 1016 7519",
}


@pytest.fixture(autouse=True)
def _fresh_tree():
    forget_categories()


def another(order, price_minor):
    """The same seller's other variant of what was bought."""
    product = replace(make_product(), product_id=order.lines[0].product_id)
    return make_offer(price_minor, seller_id=order.seller_id, product=product)


def exchanged(order, price_minor=UNIT + MORE, many=1, **given):
    """The new order; `pay_with` and `to_wallet` as its buyer says."""
    make_market(payment_methods=(CARD, TRANSFER, CASH), **BANK)
    swap = another(order, price_minor)
    told = make_return(
        order,
        {order.lines[0].id: many},
        S.INSPECTED,
        wish=Wish.EXCHANGE,
        variant_id=swap.variant_id,
        **given,
    )
    assert told.difference.minor == (price_minor - UNIT) * many
    new_id = exchange_return(**by(told))
    assert state_of(told) is S.EXCHANGED
    return order_view(order.seller_id, new_id)


def charge_of(new):
    return charge_of_checkout(new.buyer_id, new.checkout_id)


def paid(new):
    """Its buyer has sent the difference by transfer."""
    charge = charge_of(new)
    pay_charge(
        actor=SYSTEM,
        on_behalf=SYSTEM,
        buyer_id=new.buyer_id,
        charge_id=charge.id,
        bank_reference="77",
    )
    deliver_facts()
    return order_view(new.seller_id, new.id)


def refunds(order):
    found = refunds_of_order(order.seller_id, order.buyer_id, order.id)
    return sorted((one.method, one.amount.minor) for one in found)


def settle(order):
    """Whoever has to give money back has done so."""
    for one in refunds_of_order(order.seller_id, order.buyer_id, order.id):
        record_refund_paid(actor=SYSTEM, seller_id=order.seller_id, payment_refund_id=one.id)


@pytest.mark.django_db
class TestDearer:
    @pytest.mark.parametrize("method", [CARD, TRANSFER, CASH])
    def test_it_waits_for_the_difference_alone_and_goes_when_that_has_come(self, method):
        order = make_paid_order(method)
        new = exchanged(order, pay_with=TRANSFER)
        assert (new.state, new.paid_at) == (OrderState.PENDING, None)
        assert (new.total.minor, new.ahead_minor, new.rest.minor) == (UNIT + MORE, UNIT, MORE)
        assert charge_of(new).amount.minor == MORE
        assert faults() == {}
        new = paid(new)
        assert new.state is OrderState.PLACED and new.paid_at
        for step in (OrderState.CONFIRMED, OrderState.SHIPPED, OrderState.DELIVERED):
            move(step, order.seller_id, new.id)
        assert order_balances(order.seller_id, new.id)[Account.BUYER_RECEIVABLE] == 0
        assert faults() == {}

    def test_its_tax_and_commission_follow_its_price(self):
        new = exchanged(make_paid_order(CARD), pay_with=TRANSFER)
        (line,) = new.lines
        assert (line.tax.minor, line.commission.minor) == (1891, 1450)
        assert line.commission_vat.minor == 216

    def test_never_paid_what_came_back_is_the_buyers_again(self):
        order = make_paid_order(CARD)
        new = exchanged(order, pay_with=TRANSFER)
        give_up_unpaid(actor=SYSTEM, parts=charge_of(new).parts)
        deliver_facts()
        assert order_view(new.seller_id, new.id).state is OrderState.CANCELLED
        (refund,) = refunds_of_order(order.seller_id, order.buyer_id, new.id)
        assert (refund.amount.minor, refund.charge_id) == (UNIT, order.charge_id)
        assert faults() == {}
        settle(new)
        assert order_balances(order.seller_id, new.id)[Account.BUYER_REFUNDABLE] == 0
        assert faults() == {}

    def test_paid_too_late_the_difference_goes_back_as_well(self):
        order = make_paid_order(CARD)
        new = exchanged(order, pay_with=TRANSFER)
        give_up_unpaid(actor=SYSTEM, parts=charge_of(new).parts)
        paid(new)
        assert refunds(new) == sorted([(TRANSFER, MORE), (CARD, UNIT)])
        assert faults() == {}

    def test_called_off_each_tender_gets_back_its_own(self):
        order = make_paid_order(CARD)
        new = paid(exchanged(order, pay_with=TRANSFER))
        cancel_order(
            actor=SYSTEM,
            seller_id=order.seller_id,
            order_id=new.id,
            reason=CancelReason.OUT_OF_STOCK,
        )
        deliver_facts()
        assert refunds(new) == sorted([(CARD, UNIT), (TRANSFER, MORE)])
        (owed,) = owed_of_orders(new.seller_id, [new.id])[new.id]
        first, second = refunds_of_order(order.seller_id, order.buyer_id, new.id)
        record_refund_paid(actor=SYSTEM, seller_id=new.seller_id, payment_refund_id=first.id)
        (half,) = owed_of_orders(new.seller_id, [new.id])[new.id]
        record_refund_paid(actor=SYSTEM, seller_id=new.seller_id, payment_refund_id=second.id)
        (whole,) = owed_of_orders(new.seller_id, [new.id])[new.id]
        assert (owed.paid_at, half.paid_at) == (None, None) and whole.paid_at
        assert faults() == {}

    def test_at_the_door_the_courier_brings_the_difference(self):
        order = make_paid_order(CARD)
        new = exchanged(order, pay_with=CASH)
        assert new.state is OrderState.PLACED and charge_of(new) is None
        move(OrderState.CONFIRMED, new.seller_id, new.id)
        ship_order(actor=SYSTEM, seller_id=new.seller_id, order_id=new.id, carrier="سمسا")
        (parcel,) = shipments(new.seller_id, [new.id])[new.id]
        assert parcel.rest.minor == MORE
        record_delivery(actor=SYSTEM, seller_id=new.seller_id, shipment_id=parcel.id)
        assert order_balances(new.seller_id, new.id)[Account.CARRIER_RECEIVABLE] == MORE
        assert faults() == {}

    def test_refused_at_the_door_only_what_was_paid_goes_back(self):
        order = make_paid_order(CARD)
        new = exchanged(order, pay_with=CASH)
        move(OrderState.CONFIRMED, new.seller_id, new.id)
        ship_order(actor=SYSTEM, seller_id=new.seller_id, order_id=new.id, carrier="سمسا")
        (parcel,) = shipments(new.seller_id, [new.id])[new.id]
        record_refusal(actor=SYSTEM, seller_id=new.seller_id, shipment_id=parcel.id)
        deliver_facts()
        assert refunds(new) == [(CARD, UNIT)]
        assert faults() == {}

    def test_out_of_the_wallet_it_is_paid_at_once(self):
        order = make_paid_order(CARD, buyer_id=make_buyer_with(5000))
        new = exchanged(order, pay_with=WALLET)
        assert (new.state, new.credit_minor) == (OrderState.PLACED, MORE)
        assert balance(order.buyer_id) == (5000 - MORE, 0)
        assert faults() == {}

    def test_a_wallet_that_has_less_pays_another_way(self):
        order = make_paid_order(CARD, buyer_id=make_buyer_with(100))
        assert exchanged(order, pay_with=WALLET).payment_method == CARD

    def test_part_by_part_the_last_tender_gets_back_first(self):
        order = make_paid_order(CARD)
        new = paid(exchanged(order, many=2, pay_with=TRANSFER))
        for step in (OrderState.CONFIRMED, OrderState.SHIPPED, OrderState.DELIVERED):
            move(step, order.seller_id, new.id)
        new = order_view(new.seller_id, new.id)
        for _ in range(2):
            told = make_return(new, {new.lines[0].id: 1}, S.INSPECTED)
            refund_return(**by(told))
        first, second = owed_of_orders(new.seller_id, [new.id])[new.id]
        assert (first.rest.minor - first.ahead_minor, first.ahead_minor) == (2 * MORE, 8500)
        assert (second.rest.minor - second.ahead_minor, second.ahead_minor) == (0, UNIT + MORE)
        assert faults() == {}
        settle(new)
        assert faults() == {}


@pytest.mark.django_db
class TestCheaper:
    def test_the_difference_goes_back_the_way_it_was_paid(self):
        order = make_paid_order(CARD)
        new = exchanged(order, UNIT - MORE)
        assert new.state is OrderState.PLACED and new.paid_at
        assert new.total.minor == UNIT - MORE
        (owed,) = owed_of_orders(order.seller_id, [order.id])[order.id]
        assert (owed.amount.minor, owed.credit_minor, owed.cause) == (MORE, 0, "difference")
        assert faults() == {}
        settle(order)
        assert order_balances(order.seller_id, order.id)[Account.BUYER_REFUNDABLE] == 0
        assert faults() == {}

    def test_or_into_the_wallet_where_its_buyer_says_so(self):
        order = make_paid_order(CARD, buyer_id=make_buyer_with(100))
        new = exchanged(order, UNIT - MORE, to_wallet=True)
        assert balance(order.buyer_id) == (100 + MORE, 0)
        assert new.credit_minor == 0 and refunds(order) == []
        assert faults() == {}

    def test_what_the_wallet_had_paid_of_it_stays_credit(self):
        order = make_paid_order(CARD, credit_minor=20000)
        new = exchanged(order, UNIT - MORE, many=2)
        back = order.rest.minor
        assert new.credit_minor == 2 * UNIT - back - max(0, 2 * MORE - back)
        (owed,) = owed_of_orders(order.seller_id, [order.id])[order.id]
        assert owed.rest.minor == min(2 * MORE, back)
        assert owed.credit_minor == max(0, 2 * MORE - back)
        assert faults() == {}


@pytest.mark.django_db
class TestPrice:
    def change(self, offer, price_minor):
        change_price(
            actor=SYSTEM,
            seller_id=offer.seller_id,
            offer_id=offer.id,
            price=Money(price_minor, "SAR"),
            was=None,
            version=offer.version,
        )

    @pytest.mark.parametrize(
        ("today", "pays"), [(UNIT + 9000, MORE), (UNIT + 1000, 1000), (UNIT - 1000, -1000)]
    )
    def test_what_was_shown_binds_the_shop_unless_today_is_better(self, today, pays):
        order = make_paid_order(CARD)
        make_market(payment_methods=(CARD, TRANSFER), **BANK)
        swap = another(order, UNIT + MORE)
        told = make_return(order, state=S.INSPECTED, wish=Wish.EXCHANGE, variant_id=swap.variant_id)
        self.change(swap, today)
        new = order_view(order.seller_id, exchange_return(**by(told)))
        assert new.total.minor == UNIT + pays
        assert faults() == {}

    def test_the_same_thing_again_costs_what_it_did(self):
        order = make_paid_order(CARD)
        line = order.lines[0]
        told = make_return(order, state=S.APPROVED, wish=Wish.EXCHANGE, variant_id=line.variant_id)
        assert told.difference.minor == 0

    def test_nobody_can_pay_more_where_no_way_is_open(self):
        order = make_paid_order(CARD)
        swap = another(order, UNIT + MORE)
        told = make_return(order, state=S.INSPECTED, wish=Wish.EXCHANGE, variant_id=swap.variant_id)
        make_market(payment_methods=(CASH,), cash_on_delivery_limit_minor=1)
        with pytest.raises(ExchangeNotPossible):
            exchange_return(**by(told))
        assert state_of(told) is S.INSPECTED
        assert faults() == {}


@pytest.mark.django_db
class TestOfTwoTenders:
    """What was put down by card and paid at the door is exchanged like anything else."""

    PUT_DOWN, FEE = 5000, 1200

    def order(self, **given):
        return make_paid_order(CASH, deposit_minor=self.PUT_DOWN, **given)

    def called_off(self, new):
        cancel_order(
            actor=SYSTEM,
            seller_id=new.seller_id,
            order_id=new.id,
            reason=CancelReason.OUT_OF_STOCK,
        )
        deliver_facts()
        return refunds(new)

    def test_for_the_same_price_the_last_tender_pays_first(self):
        order = self.order()
        new = exchanged(order, UNIT)
        assert (new.state, new.payment_method, new.forfeit_bp) == (OrderState.PLACED, CASH, None)
        assert (new.total.minor, new.ahead_minor) == (UNIT, 0) and new.paid_at
        assert self.called_off(new) == [(CASH, UNIT)]
        assert faults() == {}

    def test_all_of_it_takes_both_along_and_gives_both_back(self):
        new = exchanged(self.order(), UNIT, many=2)
        charged = 2000 + self.FEE
        assert (new.ahead_minor, new.ahead_method) == (self.PUT_DOWN - charged, CARD)
        assert faults() == {}
        put_down = self.PUT_DOWN - charged
        assert self.called_off(new) == sorted([(CARD, put_down), (CASH, 2 * UNIT - put_down)])
        settle(new)
        assert faults() == {}

    def test_delivered_it_may_come_back_and_what_is_left_of_the_first_too(self):
        order = self.order()
        new = exchanged(order, UNIT)
        for step in (OrderState.CONFIRMED, OrderState.SHIPPED, OrderState.DELIVERED):
            move(step, new.seller_id, new.id)
        for one in (order, order_view(new.seller_id, new.id)):
            told = make_return(one, {one.lines[0].id: 1}, S.INSPECTED)
            refund_return(**by(told))
        assert faults() == {}
        settle(order)
        settle(new)
        assert faults() == {}

    def test_the_difference_of_something_cheaper_goes_back_to_the_door_first(self):
        order = self.order()
        new = exchanged(order, UNIT - MORE, many=2)
        (owed,) = owed_of_orders(order.seller_id, [order.id])[order.id]
        assert (owed.amount.minor, owed.ahead_minor) == (2 * MORE, 0)
        assert new.total.minor == 2 * (UNIT - MORE)
        assert faults() == {}

    def test_a_difference_is_for_the_wallet_alone(self):
        order = self.order(buyer_id=make_buyer_with(MORE))
        new = exchanged(order, pay_with=WALLET)
        assert (new.state, new.credit_minor) == (OrderState.PLACED, MORE) and new.paid_at
        assert faults() == {}

    def test_what_the_wallet_can_not_pay_is_not_offered(self):
        order = self.order(buyer_id=make_buyer_with(MORE - 1))
        dear, same = another(order, UNIT + MORE), another(order, UNIT)
        swaps = {one.variant_id for one in swaps_of(order, order.lines[0])}
        assert dear.variant_id not in swaps and same.variant_id in swaps
        with pytest.raises(ReturnInvalid):
            make_return(order, wish=Wish.EXCHANGE, variant_id=dear.variant_id)

    def test_an_exchange_may_be_exchanged_again(self):
        new = paid(exchanged(make_paid_order(CARD), pay_with=TRANSFER))
        for step in (OrderState.CONFIRMED, OrderState.SHIPPED, OrderState.DELIVERED):
            move(step, new.seller_id, new.id)
        new = order_view(new.seller_id, new.id)
        line = new.lines[0]
        told = make_return(
            new, {line.id: 1}, S.INSPECTED, wish=Wish.EXCHANGE, variant_id=line.variant_id
        )
        third = order_view(new.seller_id, exchange_return(**by(told)))
        assert (third.ahead_minor, third.ahead_method) == (UNIT, CARD)
        assert third.payment_method == TRANSFER
        assert faults() == {}


AMOUNTS = some.integers(0, 10**6)


@given(AMOUNTS, AMOUNTS, AMOUNTS, AMOUNTS, some.booleans())
def test_a_difference_parts_what_came_back_and_loses_nothing(rest, ahead, credit, minor, to_wallet):
    back = Tenders(rest, ahead, credit)
    minor = min(minor, back.total)
    out, stays = difference_of(back, minor, to_wallet=to_wallet)
    assert out.total == minor and out.total + stays.total == back.total
    assert min(out.rest, out.ahead, out.credit, stays.rest, stays.ahead, stays.credit) >= 0
    assert out.rest + stays.rest <= rest and out.ahead + stays.ahead <= ahead
    assert not to_wallet or out.credit == minor
