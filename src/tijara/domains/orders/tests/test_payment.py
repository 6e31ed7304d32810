"""Orders that wait: paid in time, too late or never; no coin is lost on any of these ways."""

from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta

import orjson
import pytest
from django.db import connection
from psycopg.sql import SQL, Identifier

from tijara.domains.inventory.queries import stock_levels
from tijara.domains.ledger.queries import balances
from tijara.domains.ledger.shapes import Account
from tijara.domains.messaging.queries import recent_messages
from tijara.domains.offers.testing import make_offer
from tijara.domains.orders.actions import (
    PaymentDiffers,
    WrongState,
    cancel_order,
    expire_order,
    move_order,
    record_payment,
    release_order,
)
from tijara.domains.orders.queries import as_given
from tijara.domains.orders.queries import order as order_view
from tijara.domains.orders.shapes import DELIVERY, CancelReason, LineKind, OrderState
from tijara.domains.orders.testing import make_line, make_order_to_place, place_one
from tijara.domains.stores.testing import make_store
from tijara.kit.actor import SYSTEM
from tijara.kit.clock import now
from tijara.kit.ids import new_id
from tijara.platform.audits import run_proofs
from tijara.platform.outbox.models import Event
from tijara.platform.outbox.relay import Relay
from tijara.platform.process.moving import Step

TOTAL = 34900


class Waiting:
    """An order that waits for its money."""

    def __init__(self, kind: LineKind = LineKind.PHYSICAL, method: str = "card") -> None:
        self.offer = make_offer(TOTAL, 5, seller_id=make_store().seller_id)
        self.seller_id, self.charge_id, self.method = self.offer.seller_id, new_id(), method
        line = make_line(
            offer_id=self.offer.id, stock_id=self.offer.stock_id, unit_minor=TOTAL, kind=kind
        )
        order = make_order_to_place(
            line,
            state=OrderState.PENDING,
            due_at=now() + timedelta(hours=1),
            payment_method=method,
        )
        self.id = place_one(self.seller_id, order).order_id

    @property
    def view(self):
        return order_view(self.seller_id, self.id)

    @property
    def free(self) -> int:
        return stock_levels(self.seller_id, [self.offer.stock_id])[self.offer.stock_id].free

    @property
    def money(self) -> dict[Account, int]:
        return {account: amount for account, amount in balances(self.seller_id).items() if amount}

    def pay(self, charge_id=None, amount_minor=TOTAL) -> None:
        record_payment(
            actor=SYSTEM,
            seller_id=self.seller_id,
            order_id=self.id,
            charge_id=charge_id or self.charge_id,
            method=self.method,
            amount_minor=amount_minor,
        )

    def expire(self) -> bool:
        return expire_order(
            actor=SYSTEM,
            seller_id=self.seller_id,
            order_id=self.id,
            reason=CancelReason.NOT_PAID,
        )

    def cancel(self) -> None:
        cancel_order(
            actor=SYSTEM,
            seller_id=self.seller_id,
            order_id=self.id,
            reason=CancelReason.CHANGED_MIND,
        )

    def facts(self, name: str) -> list[dict]:
        rows = Event.objects.filter(owner_id=self.seller_id, name=f"orders.{name}.v1")
        return list(rows.values_list("body", flat=True))


def assert_all_proved():
    assert [(proof.name, proof.faults) for proof in run_proofs() if proof.faults] == []


@pytest.mark.django_db
class TestAPendingOrder:
    def test_has_its_units_and_is_not_told_to_the_seller(self):
        order = Waiting()
        assert (order.view.state, order.free) == (OrderState.PENDING, 4)
        assert order.view.due_at is not None
        assert [step.state for step in order.view.steps] == [OrderState.PENDING]
        assert (len(order.facts("order_opened")), order.facts("order_placed")) == (1, [])
        assert_all_proved()

    @pytest.mark.parametrize(
        ("method", "where"),
        [("card", Account.GATEWAY_RECEIVABLE), ("bank_transfer", Account.BANK)],
    )
    def test_is_released_by_its_payment_once(self, method, where):
        order = Waiting(method=method)
        order.pay()
        order.pay()
        assert order.view.state is OrderState.PLACED
        assert order.view.charge_id == order.charge_id
        assert order.money == {where: TOTAL, Account.ORDERS_PENDING: -TOTAL}
        (placed,) = order.facts("order_placed")
        assert placed["product_ids"] == [str(line.product_id) for line in order.view.lines]
        assert_all_proved()

    @pytest.mark.parametrize("given", [{"amount_minor": TOTAL - 1}, {"amount_minor": 0}])
    def test_is_not_paid_by_another_amount(self, given):
        order = Waiting()
        with pytest.raises(PaymentDiffers):
            order.pay(**given)
        assert order.view.state is OrderState.PENDING

    def test_is_not_paid_twice_by_two_charges(self):
        order = Waiting()
        order.pay()
        with pytest.raises(PaymentDiffers):
            order.pay(charge_id=new_id())

    def test_is_released_without_money_once(self):
        order = Waiting()
        for _ in range(2):
            release_order(actor=SYSTEM, seller_id=order.seller_id, order_id=order.id)
        assert order.view.state is OrderState.PLACED
        assert len(order.facts("order_placed")) == 1
        order.cancel()
        with pytest.raises(WrongState):
            release_order(actor=SYSTEM, seller_id=order.seller_id, order_id=order.id)
        assert_all_proved()

    def test_ends_when_its_time_is_over_and_its_units_go_back(self):
        order = Waiting()
        assert order.expire()
        assert not order.expire()
        assert (order.view.state, order.free, order.money) == (OrderState.CANCELLED, 5, {})
        assert order.facts("refund_due") == []
        assert_all_proved()

    def test_that_was_paid_does_not_expire(self):
        order = Waiting()
        order.pay()
        assert not order.expire()
        assert order.view.state is OrderState.PLACED


@pytest.mark.django_db
class TestMoneyThatIsTheBuyers:
    def test_what_was_paid_for_a_cancelled_order_is_owed_back(self):
        order = Waiting()
        order.pay()
        order.cancel()
        assert order.money == {Account.GATEWAY_RECEIVABLE: TOTAL, Account.BUYER_REFUNDABLE: -TOTAL}
        (due,) = order.facts("refund_due")
        assert (due["amount_minor"], due["charge_id"]) == (TOTAL, str(order.charge_id))
        assert (due["method"], due["is_late"]) == ("card", False)
        assert_all_proved()

    def test_money_that_comes_after_the_end_is_owed_back_once(self):
        order = Waiting(method="bank_transfer")
        order.expire()
        order.pay()
        order.pay()
        assert order.view.state is OrderState.CANCELLED
        assert order.money == {Account.BANK: TOTAL, Account.BUYER_REFUNDABLE: -TOTAL}
        (due,) = order.facts("refund_due")
        assert due["is_late"]
        assert_all_proved()

    def test_the_proofs_see_a_payment_without_a_posting(self):
        order = Waiting()
        with connection.cursor() as cursor:
            cursor.execute("UPDATE orders_order SET paid_at = now()")
        faults = {proof.code for proof in run_proofs() if proof.faults}
        assert "orders.money_proof" in faults
        assert order.view.paid_at is not None


@pytest.mark.django_db
class TestGoodsWithoutARoad:
    def deliver(self, order):
        move_order(
            actor=SYSTEM,
            seller_id=order.seller_id,
            order_id=order.id,
            step=Step("deliver_digital", SYSTEM, does=DELIVERY),
        )

    def test_a_paid_digital_order_is_delivered_at_once(self):
        order = Waiting(kind=LineKind.DIGITAL)
        order.pay()
        self.deliver(order)
        assert order.view.state is OrderState.DELIVERED

    def test_neither_an_unpaid_one_nor_one_that_must_be_carried(self):
        unpaid, carried = Waiting(kind=LineKind.DIGITAL), Waiting()
        release_order(actor=SYSTEM, seller_id=unpaid.seller_id, order_id=unpaid.id)
        carried.pay()
        for order in (unpaid, carried):
            with pytest.raises(WrongState):
                self.deliver(order)


@pytest.mark.django_db(transaction=True)
class TestRaces:
    @pytest.mark.parametrize("is_buyer_quick", [False, True])
    def test_paid_while_it_expires_or_is_called_off(self, is_buyer_quick):
        """Either it is placed and paid, or it is cancelled and the money owed back: never both."""
        for _ in range(6):
            order = Waiting()
            ends = [order.pay, order.cancel if is_buyer_quick else order.expire]

            def act(do):
                try:
                    do()
                finally:
                    connection.close()

            with ThreadPoolExecutor(2) as two:
                list(two.map(act, ends))
            if order.view.state is OrderState.PLACED:
                assert order.money[Account.ORDERS_PENDING] == -TOTAL
                assert order.facts("refund_due") == []
            else:
                assert order.view.state is OrderState.CANCELLED
                assert order.money[Account.BUYER_REFUNDABLE] == -TOTAL
                assert len(order.facts("refund_due")) == 1
            assert order.money[Account.GATEWAY_RECEIVABLE] == TOTAL
        assert_all_proved()

    def test_a_notice_eight_times_at_once_is_one_payment(self):
        order = Waiting()

        def tell(_):
            try:
                order.pay()
            finally:
                connection.close()

        with ThreadPoolExecutor(8) as crowd:
            list(crowd.map(tell, range(8)))
        assert order.money == {Account.GATEWAY_RECEIVABLE: TOTAL, Account.ORDERS_PENDING: -TOTAL}
        assert_all_proved()

    def test_the_buyer_is_told_of_each_end(self):
        paid, expired, late = Waiting(), Waiting(), Waiting()
        paid.pay()
        paid.cancel()
        expired.expire()
        late.expire()
        late.pay()
        Relay().deliver_pending()
        told = {(letter.kind, letter.text.split("\n")[0]) for letter in recent_messages(50)}
        kinds = [kind for kind, _ in told]
        assert "orders.order_late_money" in kinds
        assert kinds.count("orders.order_cancelled") == 3


OF_LINES = {"list", "discount", "support", "support_tax", "reasons"}
OF_ORDERS = {"delivery_discount", "delivery_support", "delivery_reasons"}
"""What the door is told of since."""


@pytest.mark.django_db
def test_the_door_before_this_one_still_lets_orders_in():
    """A deploy overlaps: processes of the last release call the version that they know."""
    offer = make_offer(1000, 5)
    line = make_line(offer_id=offer.id, stock_id=offer.stock_id, tax_minor=130)
    order = make_order_to_place(line, delivery_minor=2000, fee_minor=1200, tax_minor=548)
    told = as_given(offer.seller_id, order)
    known = [{name: line[name] for name in line.keys() - OF_LINES} for line in told["lines"]]
    told = {name: told[name] for name in told.keys() - OF_ORDERS} | {"lines": known}
    outcome, order_id = _brought(offer.seller_id, "place_orders_v3", told)
    assert outcome == "placed"
    view = order_view(offer.seller_id, order_id)
    assert (view.state, view.lines[0].kind) == (OrderState.PLACED, LineKind.PHYSICAL)
    assert (view.lines[0].list_minor, view.lines[0].discount_minor, view.lines[0].reasons) == (
        1000,
        0,
        (),
    )
    assert_all_proved()


@pytest.mark.django_db
def test_the_last_doors_list_says_the_moment_and_the_deadline_itself():
    offer = make_offer(1000, 5)
    line = make_line(offer_id=offer.id, stock_id=offer.stock_id)
    told = as_given(offer.seller_id, make_order_to_place(line))
    at = now() - timedelta(minutes=3)
    due = at + timedelta(minutes=40)
    told |= {"at": at, "due": due, "state": OrderState.PENDING}
    outcome, order_id = _brought(offer.seller_id, "place_orders_v4", told)
    view = order_view(offer.seller_id, order_id)
    assert (outcome, view.state, view.placed_at, view.due_at) == (
        "placed",
        OrderState.PENDING,
        at,
        due,
    )


def _brought(seller_id, door, told):
    """What a list of one comes to."""
    with connection.cursor() as cursor:
        cursor.execute(
            SQL("SELECT outcome, order_id FROM {}(%s, %s::jsonb)").format(Identifier(door)),
            [seller_id, orjson.dumps([told]).decode()],
        )
        return cursor.fetchone()
