"""What has arrived goes back while other parcels are on their way; every coin of it stays told."""

from datetime import timedelta

import pytest

from tijara.domains.cash.testing import shares_of
from tijara.domains.catalogue.queries import forget_categories
from tijara.domains.fulfilment.actions import (
    give_up_units,
    record_delivery,
    record_refusal,
    ship_order,
)
from tijara.domains.fulfilment.queries import shipments
from tijara.domains.inventory.queries import stock_levels
from tijara.domains.invoicing.queries import invoices_of_order
from tijara.domains.ledger.queries import held_of, order_balances
from tijara.domains.ledger.shapes import Account
from tijara.domains.orders.queries import order as order_view
from tijara.domains.orders.shapes import CancelReason, OrderState
from tijara.domains.payments.shapes import OFFERED, PaymentMethod
from tijara.domains.returns.actions import (
    NotRefundable,
    ReturnInvalid,
    exchange_return,
    refund_order,
    refund_return,
)
from tijara.domains.returns.queries import owed_of_orders, returnable_lines
from tijara.domains.returns.shapes import RefundReason as Why
from tijara.domains.returns.shapes import ReturnState as S
from tijara.domains.returns.shapes import Wish
from tijara.domains.returns.testing import make_paid_order, make_parted_order, make_return
from tijara.domains.returns.tests.test_returns import by, deliver_facts, faults, state_of
from tijara.kit.actor import SYSTEM
from tijara.kit.clock import going_from, now

CARD, CASH = PaymentMethod.CARD, PaymentMethod.CASH_ON_DELIVERY
UNIT, DELIVERY, FEE = 11500, 2000, 1200
EARNED = UNIT - 1150 - 172
"""Of the first piece by its seller: less its commission and the VAT on that, rounded down."""
pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _fresh_tree():
    forget_categories()


def seen(order):
    return order_view(order.seller_id, order.id)


def send_back(order, many=1, **given):
    told = make_return(seen(order), {order.lines[0].id: many}, S.INSPECTED, **given)
    refund_return(**by(told))
    return told


def deliver(order, parcel_id):
    record_delivery(actor=SYSTEM, seller_id=order.seller_id, shipment_id=parcel_id)


def refuse(order, parcel_id):
    record_refusal(actor=SYSTEM, seller_id=order.seller_id, shipment_id=parcel_id)


def give_up_rest(order):
    which = {"seller_id": order.seller_id, "order_id": order.id}
    give_up_units(actor=SYSTEM, **which, reason=CancelReason.OUT_OF_STOCK)


def back(order):
    found = owed_of_orders(order.seller_id, [order.id]).get(order.id, [])
    return [one.amount.minor for one in found]


def held(order):
    return held_of(order.seller_id, [order.id]).get(order.id, 0)


class TestWhatMayGoBack:
    def test_what_has_arrived_and_nothing_else(self):
        order, rest = make_parted_order()
        (line,) = returnable_lines(order)
        assert (order.state, line.units) == (OrderState.SHIPPED, 1)
        deliver(order, rest)
        assert [one.units for one in returnable_lines(seen(order))] == [2]

    def test_although_the_rest_was_not_even_sent_or_was_given_up(self):
        order, _ = make_parted_order(sends_rest=False)
        assert [one.units for one in returnable_lines(seen(order))] == [1]
        give_up_rest(order)
        assert [one.units for one in returnable_lines(seen(order))] == [1]

    def test_no_more_than_has_arrived_may_be_asked_for(self):
        order, _ = make_parted_order()
        with pytest.raises(ReturnInvalid):
            make_return(order, {order.lines[0].id: 2})

    def test_nothing_while_nothing_has_arrived(self):
        order = make_paid_order(state=OrderState.CONFIRMED)
        which = {"seller_id": order.seller_id, "order_id": order.id}
        ship_order(actor=SYSTEM, **which, carrier="سمسا", units={order.lines[0].id: 1})
        assert returnable_lines(seen(order)) == []

    def test_the_whole_order_is_taken_back_only_when_all_has_come(self):
        order, _ = make_parted_order()
        with pytest.raises(NotRefundable):
            refund_order(
                actor=SYSTEM,
                seller_id=order.seller_id,
                order_id=order.id,
                reason=Why.DAMAGED,
                restock=True,
            )


class TestDays:
    """The market gives fourteen days to change one's mind, and thirty for a fault."""

    def terms(self, order):
        (line,) = returnable_lines(seen(order))
        return line.terms, line.reasons

    def test_to_change_ones_mind_wait_for_the_last_parcel(self):
        with going_from(now() - timedelta(days=15)):
            order, rest = make_parted_order(return_days=7)
        terms, reasons = self.terms(order)
        assert Why.CHANGED_MIND in reasons and terms.more_comes
        deliver(order, rest)
        terms, reasons = self.terms(order)
        assert Why.CHANGED_MIND in reasons and not terms.more_comes
        assert terms.unwanted_until == terms.faulty_until - timedelta(days=30 - 7)

    def test_count_from_the_day_on_which_it_was_clear_that_no_more_comes(self):
        with going_from(now() - timedelta(days=15)):
            order, rest = make_parted_order(return_days=7)
        with going_from(now() - timedelta(days=6)):
            refuse(order, rest)
        assert Why.CHANGED_MIND in self.terms(order)[1]

    def test_are_over_so_long_after_the_last_parcel(self):
        with going_from(now() - timedelta(days=25)):
            order, rest = make_parted_order(return_days=7)
        with going_from(now() - timedelta(days=9)):
            deliver(order, rest)
        terms, reasons = self.terms(order)
        assert Why.CHANGED_MIND not in reasons and Why.FAULTY in reasons

    def test_of_a_fault_are_the_lines_own(self):
        with going_from(now() - timedelta(days=31)):
            order, _ = make_parted_order()
        terms, reasons = self.terms(order)
        assert reasons == (Why.CHANGED_MIND,)


class TestMoney:
    @pytest.mark.parametrize("days", [0, 3])
    @pytest.mark.parametrize("method", OFFERED)
    def test_a_piece_goes_back_before_the_other_has_come_and_the_other_after_it(self, method, days):
        order, rest = make_parted_order(method, protection_days=days)
        told = send_back(order)
        assert state_of(told) is S.REFUNDED and seen(order).state is OrderState.SHIPPED
        assert back(order) == [UNIT]
        assert faults() == {}

        deliver(order, rest)
        deliver_facts()
        assert seen(order).state is OrderState.DELIVERED
        assert faults() == {}
        send_back(order)
        fee = FEE if method is CASH else 0
        assert back(order) == [UNIT, UNIT + DELIVERY + fee]
        assert faults() == {}
        assert seen(order).state is OrderState.REFUNDED
        left = order_balances(order.seller_id, order.id)
        ours = (Account.SELLER_PAYABLE, Account.SELLER_HELD, Account.COMMISSION_REVENUE)
        assert {left.get(account, 0) for account in ours} == {0}

    def test_what_is_held_loses_its_part_and_gains_that_of_the_next_parcel(self):
        order, rest = make_parted_order(protection_days=3)
        assert held(order) == EARNED + DELIVERY
        send_back(order)
        assert held(order) == DELIVERY
        deliver(order, rest)
        assert held(order) == 2 * UNIT + DELIVERY - 2300 - 345 - EARNED
        assert faults() == {}

    def test_the_delivery_stays_while_something_may_still_be_kept(self):
        order, rest = make_parted_order()
        send_back(order)
        deliver(order, rest)
        deliver_facts()
        assert back(order) == [UNIT] and seen(order).state is OrderState.DELIVERED

    @pytest.mark.parametrize("end", [refuse, lambda order, _: give_up_rest(order)])
    def test_it_follows_when_nothing_came_that_is_kept_and_the_shop_was_at_fault(self, end):
        order, rest = make_parted_order(sends_rest=end is refuse)
        send_back(order)
        end(order, rest)
        deliver_facts()
        assert seen(order).state is OrderState.REFUNDED
        assert sorted(back(order)) == sorted([UNIT, UNIT, DELIVERY])
        assert faults() == {}

    def test_who_has_changed_his_mind_does_not_get_it(self):
        order, rest = make_parted_order()
        send_back(order, reason=Why.CHANGED_MIND)
        refuse(order, rest)
        deliver_facts()
        assert seen(order).state is OrderState.DELIVERED and back(order) == [UNIT, UNIT]
        assert faults() == {}

    def test_an_order_whose_last_coin_had_gone_back_is_taken_back_with_its_last_parcel(self):
        order, rest = make_parted_order()
        told = make_return(order, {order.lines[0].id: 1}, S.INSPECTED, reason=Why.CHANGED_MIND)
        refund_return(**by(told), with_charges=True)
        assert seen(order).state is OrderState.SHIPPED
        refuse(order, rest)
        deliver_facts()
        assert seen(order).state is OrderState.REFUNDED
        assert faults() == {}

    def test_cash_that_a_carrier_has_not_paid_is_not_waited_for_of_what_went_back(self):
        order, rest = make_parted_order(CASH)
        deliver_facts()
        send_back(order)
        deliver_facts()
        shares = shares_of(order.seller_id, order.id)
        first = shipments(order.seller_id, [order.id])[order.id][0]
        assert shares[first.id] == (DELIVERY, DELIVERY)
        assert shares[rest][0] == UNIT - 1150 - 173
        deliver(order, rest)
        deliver_facts()
        waiting = sum(waits for _, waits in shares_of(order.seller_id, order.id).values())
        assert waiting == UNIT - 1150 - 173 + DELIVERY
        assert faults() == {}


class TestPapers:
    def test_the_credit_note_follows_the_invoice_of_all_that_has_come(self):
        order, rest = make_parted_order()
        send_back(order)
        deliver_facts()
        assert invoices_of_order(order.seller_id, order.id) == []
        assert faults() == {}
        deliver(order, rest)
        deliver_facts()
        invoice, note = invoices_of_order(order.seller_id, order.id)
        assert invoice.content.total.minor == 2 * UNIT + DELIVERY
        assert (note.content.total.minor, note.content.about_number) == (UNIT, invoice.number)
        assert faults() == {}


class TestGoods:
    def test_stand_on_the_shelf_again(self):
        order, _ = make_parted_order()
        (stock_id,) = {line.stock_id for line in order.lines}
        before = stock_levels(order.seller_id, [stock_id])[stock_id].on_hand
        send_back(order)
        assert stock_levels(order.seller_id, [stock_id])[stock_id].on_hand == before + 1
        assert faults() == {}

    def test_are_exchanged_while_the_rest_is_on_its_way(self):
        order, rest = make_parted_order()
        (line,) = order.lines
        told = make_return(
            order, {line.id: 1}, S.INSPECTED, wish=Wish.EXCHANGE, variant_id=line.variant_id
        )
        new_id = exchange_return(**by(told))
        assert order_view(order.seller_id, new_id).total.minor == UNIT
        deliver(order, rest)
        assert faults() == {}
        assert seen(order).state is OrderState.DELIVERED
