"""Money that goes back: the whole of it, once, and every coin in the journal."""

from concurrent.futures import ThreadPoolExecutor

import pytest
from django.db import connection

from tijara.domains.fulfilment.actions import record_delivery, record_refusal, ship_order
from tijara.domains.fulfilment.queries import shipments
from tijara.domains.fulfilment.testing import move
from tijara.domains.inventory.queries import stock_levels
from tijara.domains.ledger.actions import post_journal
from tijara.domains.ledger.queries import balances, order_balances
from tijara.domains.ledger.shapes import Account, Transfer
from tijara.domains.messaging.queries import recent_messages
from tijara.domains.orders.actions import cancel_order
from tijara.domains.orders.queries import order as order_view
from tijara.domains.orders.shapes import CancelReason, DeliveryAddress, OrderState
from tijara.domains.parties.testing import seller_actor
from tijara.domains.payments.queries import refunds_of_order
from tijara.domains.payments.shapes import OFFERED, PaymentMethod
from tijara.domains.returns.actions import NotRefundable, record_refund_paid, refund_order
from tijara.domains.returns.models import Owed
from tijara.domains.returns.queries import delivered_goods, owed_of_orders
from tijara.domains.returns.shapes import RefundCause, RefundReason
from tijara.domains.returns.testing import make_paid_order, make_refunded_order, name_store, pay
from tijara.kit.actor import SYSTEM, Actor, ActorKind
from tijara.kit.ids import new_id
from tijara.kit.powers import BUYER_POWERS, STAFF_POWERS
from tijara.platform.action import NotAllowed
from tijara.platform.audits import run_proofs
from tijara.platform.outbox.relay import Relay

WAYS = list(OFFERED)
SHARED = (
    Account.SELLER_HELD,
    Account.SELLER_PAYABLE,
    Account.COMMISSION_REVENUE,
    Account.COMMISSION_VAT,
    Account.PAYMENT_FEE_REVENUE,
)
SOURCE = {PaymentMethod.CARD: Account.GATEWAY_RECEIVABLE}


def refund(order, actor=SYSTEM, *, restock=False):
    return refund_order(
        actor=actor,
        seller_id=order.seller_id,
        order_id=order.id,
        reason=RefundReason.DAMAGED,
        restock=restock,
    )


def deliver_facts():
    while Relay().deliver_pending():
        pass


def owed_of(order):
    return owed_of_orders(order.seller_id, [order.id]).get(order.id, [])


def given_back(order):
    return refunds_of_order(order.seller_id, order.buyer_id, order.id)


def pay_back(order):
    """The gateway or staff have paid it: the fact, twice, as it may come."""
    for owed in owed_of(order):
        for _ in range(2):
            record_refund_paid(
                actor=SYSTEM, seller_id=order.seller_id, payment_refund_id=owed.payment_refund_id
            )


def faults():
    """Of the money, the units and the parcels; what domains above follow by facts is theirs."""
    found = {one.code: one.faults for one in run_proofs() if one.faults}
    above = ("invoicing.", "clearing.")
    return {code: told for code, told in found.items() if not code.startswith(above)}


@pytest.mark.django_db
def test_what_staff_give_back_of_a_card_by_bank_leaves_the_bank_and_not_the_gateway():
    order = make_paid_order(PaymentMethod.CARD)
    refund(order)
    (owed,) = owed_of(order)
    record_refund_paid(
        actor=SYSTEM,
        seller_id=order.seller_id,
        payment_refund_id=owed.payment_refund_id,
        is_by_bank=True,
    )
    left = order_balances(order.seller_id, order.id)
    assert left[Account.GATEWAY_RECEIVABLE] == order.total.minor
    assert left[Account.BANK] == -order.total.minor
    assert faults() == {}


@pytest.mark.django_db
class TestRefund:
    @pytest.mark.parametrize("method", WAYS)
    def test_gives_back_all_that_was_paid_and_takes_every_part_from_who_had_it(self, method):
        order = make_paid_order(method)
        refund(order)
        left = order_balances(order.seller_id, order.id)
        assert left[Account.BUYER_REFUNDABLE] == -order.total.minor
        assert {left.get(account, 0) for account in SHARED} == {0}
        (owed,) = owed_of(order)
        assert (owed.amount, owed.cause, owed.paid_at) == (order.total, RefundCause.RETURNED, None)
        assert faults() == {}

        pay_back(order)
        left = order_balances(order.seller_id, order.id)
        assert left[Account.BUYER_REFUNDABLE] == 0
        paid_from = SOURCE.get(method, Account.BANK)
        cash = order.total.minor if method is PaymentMethod.CASH_ON_DELIVERY else 0
        assert left[paid_from] == -cash
        assert faults() == {}

    def test_what_was_delivered_and_has_gone_back_is_three_statements(
        self, django_assert_num_queries
    ):
        order = make_refunded_order()
        with django_assert_num_queries(3):
            goods = delivered_goods(order)
        assert goods.whole.total_minor == order.total.minor
        assert goods.before == {line.id: line.quantity for line in order.lines}
        assert (goods.are_charges_back, goods.is_reduced) == (True, False)
        assert (goods.tender_left_minor, goods.ahead_left_minor) == (0, 0)

    def test_moves_the_order_and_tells_why(self):
        order = make_refunded_order()
        assert order.state is OrderState.REFUNDED
        assert (order.steps[-1].state, order.steps[-1].reason) == ("refunded", "damaged")

    @pytest.mark.parametrize(("restock", "free"), [(True, 10), (False, 8)])
    def test_units_go_back_to_stock_only_when_they_can_be_sold_again(self, restock, free):
        order = make_paid_order()
        refund(order, restock=restock)
        stock_id = order.lines[0].stock_id
        assert stock_levels(order.seller_id, [stock_id])[stock_id].free == free
        assert faults() == {}

    @pytest.mark.parametrize("state", [OrderState.PLACED, OrderState.SHIPPED, OrderState.REFUSED])
    def test_only_what_was_delivered_is_taken_back(self, state):
        order = make_paid_order(state=state)
        with pytest.raises(NotRefundable):
            refund(order)
        assert Owed.objects.filter(cause="returned").count() == 0

    def test_nothing_is_taken_back_twice(self):
        order = make_refunded_order()
        with pytest.raises(NotRefundable):
            refund(order)
        assert len(given_back(order)) == 1
        assert balances(order.seller_id)[Account.BUYER_REFUNDABLE] == -order.total.minor

    def test_of_an_order_that_arrived_in_part_goes_back_what_was_delivered(self):
        order = make_paid_order(state=OrderState.CONFIRMED)
        given = {"actor": SYSTEM, "seller_id": order.seller_id}
        for _ in range(2):
            ship_order(**given, order_id=order.id, carrier="سمسا", units={order.lines[0].id: 1})
        first, second = shipments(order.seller_id, [order.id])[order.id]
        record_delivery(**given, shipment_id=first.id)
        record_refusal(**given, shipment_id=second.id)
        deliver_facts()
        refund(order)
        amounts = {one.cause: one.amount.minor for one in owed_of(order)}
        assert amounts == {RefundCause.UNDELIVERED: 11500, RefundCause.RETURNED: 13500}
        assert len(given_back(order)) == 2
        pay_back(order)
        assert balances(order.seller_id)[Account.BUYER_REFUNDABLE] == 0
        assert faults() == {}


@pytest.mark.django_db
class TestWhatIsDue:
    @pytest.mark.parametrize("method", [PaymentMethod.CARD, PaymentMethod.BANK_TRANSFER])
    def test_a_paid_order_that_is_called_off_is_given_back_once(self, method):
        order = make_paid_order(method, OrderState.CONFIRMED)
        cancel_order(
            actor=SYSTEM,
            seller_id=order.seller_id,
            order_id=order.id,
            reason=CancelReason.OUT_OF_STOCK,
        )
        assert faults() == {}
        deliver_facts()
        (owed,) = owed_of(order)
        assert (owed.cause, owed.amount) == (RefundCause.UNDELIVERED, order.total)
        pay_back(order)
        assert set(balances(order.seller_id).values()) == {0}
        assert faults() == {}

    def test_money_that_came_too_late_goes_back(self):
        order = make_paid_order(
            PaymentMethod.CASH_ON_DELIVERY, OrderState.PLACED, payment_method=PaymentMethod.CARD
        )
        cancel_order(
            actor=SYSTEM,
            seller_id=order.seller_id,
            order_id=order.id,
            reason=CancelReason.CHANGED_MIND,
        )
        pay(order.seller_id, order.id, PaymentMethod.CARD)
        deliver_facts()
        (owed,) = owed_of(order)
        assert (owed.cause, owed.amount) == (RefundCause.LATE, order.total)

    def test_the_fact_delivered_again_opens_no_second_refund(self):
        order = make_paid_order(state=OrderState.SHIPPED)
        move(OrderState.REFUSED, order.seller_id, order.id)
        deliver_facts()
        with connection.cursor() as cursor:
            cursor.execute("UPDATE outbox_event SET delivered_at = NULL")
            cursor.execute("DELETE FROM outbox_reaction")
        deliver_facts()
        assert len(given_back(order)) == 1
        assert faults() == {}


@pytest.mark.django_db
class TestProofs:
    def test_see_a_refund_that_nobody_posted(self):
        order = make_refunded_order()
        Owed.objects.update(paid_at=order.placed_at)
        assert {"returns.journal_proof", "returns.held_proof"} <= set(faults())

    def test_see_money_that_is_held_for_nobody(self):
        order = make_refunded_order()
        post_journal(
            actor=SYSTEM,
            seller_id=order.seller_id,
            kind="refund_paid",
            reference_id=new_id(),
            order_id=order.id,
            currency="SAR",
            transfers=[Transfer(Account.BUYER_REFUNDABLE, Account.BANK, 1)],
        )
        assert {"returns.journal_proof", "returns.held_proof"} <= set(faults())


@pytest.mark.django_db
class TestWhoMay:
    def test_a_seller_takes_back_his_own_and_no_others(self):
        order = make_paid_order()
        with pytest.raises(NotAllowed):
            refund(order, seller_actor(new_id()))
        refund(order, seller_actor(order.seller_id))

    def test_staff_may_and_a_buyer_may_not(self):
        order = make_paid_order()
        buyer = Actor(ActorKind.BUYER, owner_id=order.buyer_id, powers=BUYER_POWERS)
        with pytest.raises(NotAllowed):
            refund(order, buyer)
        refund(order, Actor(ActorKind.STAFF, new_id(), powers=STAFF_POWERS))


@pytest.mark.django_db
class TestMessages:
    def told(self, order):
        pay_back(order)
        return [one for one in recent_messages() if one.kind == "returns.refund_paid"]

    def test_the_buyer_is_told_once_that_his_money_has_gone_back(self):
        address = DeliveryAddress("نورة", "+966551234567", "sa-riyadh", email="noura@example.com")
        order = make_refunded_order(address=address)
        name_store(order.seller_id)
        (letter,) = self.told(order)
        assert letter.recipient == "noura@example.com"
        assert "250.00 ريال" in letter.subject and order.number in letter.subject
        assert "البطاقة" in letter.text and "بيت النحّاس" in letter.text
        assert '<html lang="ar" dir="rtl">' in letter.html

    def test_in_english_and_short_on_a_phone(self):
        order = make_refunded_order(method=PaymentMethod.BANK_TRANSFER, language="en")
        (letter,) = self.told(order)
        assert (letter.recipient, letter.html) == ("+966551234567", "")
        assert "SAR 250.00" in letter.text and "/en/orders/" in letter.text


@pytest.mark.django_db(transaction=True)
def test_pressed_eight_times_at_once_an_order_is_taken_back_once():
    order = make_paid_order()

    def press(_):
        try:
            refund(order, restock=True)
        except NotRefundable:
            return 0
        finally:
            connection.close()
        return 1

    with ThreadPoolExecutor(8) as crowd:
        assert sum(crowd.map(press, range(8))) == 1
    assert len(given_back(order)) == 1
    assert order_view(order.seller_id, order.id).state is OrderState.REFUNDED
    assert faults() == {}
