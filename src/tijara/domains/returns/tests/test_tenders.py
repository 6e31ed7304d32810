"""Where money goes back to, of what a wallet has paid in part, and where its buyer wants it."""

import pytest

from tijara.domains.fulfilment.actions import record_delivery, record_refusal, ship_order
from tijara.domains.fulfilment.queries import shipments
from tijara.domains.ledger.queries import order_balances
from tijara.domains.ledger.shapes import Account
from tijara.domains.messaging.queries import recent_messages
from tijara.domains.orders.queries import order as order_view
from tijara.domains.orders.shapes import OrderState
from tijara.domains.parties.testing import seller_actor
from tijara.domains.payments.queries import refunds_of_order
from tijara.domains.payments.shapes import OFFERED, PaymentMethod
from tijara.domains.returns.actions import (
    GoodwillInvalid,
    NoWallet,
    ReturnInvalid,
    exchange_return,
    give_goodwill,
    refund_order,
    refund_return,
)
from tijara.domains.returns.queries import owed_of_orders
from tijara.domains.returns.shapes import RefundReason, Wish
from tijara.domains.returns.shapes import ReturnState as S
from tijara.domains.returns.testing import make_paid_order, make_return, name_store
from tijara.domains.wallet.testing import balance, make_buyer_with
from tijara.kit.actor import SYSTEM
from tijara.kit.ids import new_id
from tijara.kit.money import Money
from tijara.platform.action import NotAllowed
from tijara.platform.audits import run_proofs
from tijara.platform.outbox.relay import Relay

pytestmark = pytest.mark.django_db
CARD, CASH = PaymentMethod.CARD, PaymentMethod.CASH_ON_DELIVERY
UNIT, DELIVERY, FEE = 11500, 2000, 1200


def faults():
    while Relay().deliver_pending():
        pass
    return {one.code: one.faults for one in run_proofs() if one.faults}


def send_back(order, many, **given):
    told = make_return(order, {order.lines[0].id: many}, S.INSPECTED, **given)
    refund_return(actor=seller_actor(order.seller_id), seller_id=order.seller_id, return_id=told.id)


def given_back(order):
    """(by another way, to the wallet) of each refund, the oldest first."""
    owed = owed_of_orders(order.seller_id, [order.id]).get(order.id, [])
    return [(one.rest.minor, one.credit_minor) for one in owed]


def by_hand(order):
    found = refunds_of_order(order.seller_id, order.buyer_id, order.id)
    return [one.amount.minor for one in found]


class TestWhatWasDelivered:
    @pytest.mark.parametrize("method", OFFERED)
    def test_the_other_tender_first_and_then_the_wallet(self, method):
        order = make_paid_order(method, credit_minor=9000)
        send_back(order, 1)
        send_back(order, 1)
        assert given_back(order) == [(UNIT, 0), (order.total.minor - UNIT - 9000, 9000)]
        assert balance(order.buyer_id) == (9000, 0)
        assert order_view(order.seller_id, order.id).state is OrderState.REFUNDED
        assert faults() == {}

    @pytest.mark.parametrize("method", OFFERED)
    def test_all_of_it_to_the_wallet_where_its_buyer_wants_that(self, method):
        order = make_paid_order(method, buyer_id=make_buyer_with(1))
        send_back(order, 1, to_wallet=True)
        assert given_back(order) == [(0, UNIT)] and by_hand(order) == []
        assert balance(order.buyer_id) == (1 + UNIT, 0)
        send_back(order, 1)
        assert given_back(order)[1] == (order.total.minor - UNIT, 0)
        assert faults() == {}

    def test_a_whole_order_of_the_wallet_goes_back_there(self):
        whole = 2 * UNIT + DELIVERY
        order = make_paid_order(CARD, credit_minor=whole)
        refund_order(
            actor=seller_actor(order.seller_id),
            seller_id=order.seller_id,
            order_id=order.id,
            reason=RefundReason.DAMAGED,
            restock=True,
        )
        assert given_back(order) == [(0, whole)] and balance(order.buyer_id) == (whole, 0)
        (told,) = [one for one in recent_messages() if one.kind == "returns.refund_paid"]
        assert "محفظتك" in told.text or "wallet" in told.text
        assert faults() == {}

    def test_a_guest_has_no_wallet(self):
        order = make_paid_order(CARD)
        with pytest.raises(ReturnInvalid) as refused:
            make_return(order, to_wallet=True)
        assert refused.value.fields == {"to_wallet": "not_possible"}
        with pytest.raises(NoWallet):
            refund_order(
                actor=SYSTEM,
                seller_id=order.seller_id,
                order_id=order.id,
                reason=RefundReason.DAMAGED,
                restock=True,
                to_wallet=True,
            )

    def test_an_exchange_takes_the_tenders_along(self):
        order = make_paid_order(CARD, credit_minor=20000)
        line = order.lines[0]
        told = make_return(
            order, {line.id: 2}, S.INSPECTED, wish=Wish.EXCHANGE, variant_id=line.variant_id
        )
        new_id = exchange_return(
            actor=seller_actor(order.seller_id), seller_id=order.seller_id, return_id=told.id
        )
        new = order_view(order.seller_id, new_id)
        assert new.rest == order.rest and new.credit_minor == 2 * UNIT - order.rest.minor
        assert balance(order.buyer_id) == (0, 0)
        assert faults() == {}


class TestParcels:
    def ship(self, order, many):
        return ship_order(
            actor=SYSTEM,
            seller_id=order.seller_id,
            order_id=order.id,
            units={order.lines[0].id: many},
            carrier="أرامكس",
        )

    @pytest.mark.parametrize("method", OFFERED)
    def test_refused_a_parcel_gives_each_tender_its_own(self, method):
        order = make_paid_order(method, OrderState.CONFIRMED, credit_minor=10000)
        first, second = self.ship(order, 1), self.ship(order, 1)
        record_delivery(actor=SYSTEM, seller_id=order.seller_id, shipment_id=first)
        record_refusal(actor=SYSTEM, seller_id=order.seller_id, shipment_id=second)
        assert faults() == {}
        parcels = shipments(order.seller_id, [order.id])[order.id]
        assert sum(one.credit_minor for one in parcels) == 10000
        back = parcels[1].credit_minor
        assert balance(order.buyer_id) == (back, 0)
        rest = 0 if method is CASH else UNIT - back
        assert given_back(order) == [(rest, back)]
        send_back(order, 1)
        assert balance(order.buyer_id) == (10000, 0)
        assert faults() == {}


class TestGoodwill:
    def give(self, order, minor, actor=None, goodwill_id=None):
        give_goodwill(
            actor=actor or seller_actor(order.seller_id),
            seller_id=order.seller_id,
            order_id=order.id,
            goodwill_id=goodwill_id or new_id(),
            amount=Money(minor, "SAR"),
            words="اعتذار",
        )

    def test_a_shop_gives_off_its_own_balance_once_for_a_form(self):
        order, goodwill_id = make_paid_order(CARD, buyer_id=make_buyer_with(1)), new_id()
        name_store(order.seller_id)
        before = order_balances(order.seller_id, order.id)[Account.SELLER_PAYABLE]
        for _ in range(2):
            self.give(order, 1500, goodwill_id=goodwill_id)
        after = order_balances(order.seller_id, order.id)[Account.SELLER_PAYABLE]
        assert (after - before, balance(order.buyer_id)) == (1500, (1501, 0))
        assert faults() == {}

    def test_never_more_than_the_order_came_to(self):
        order = make_paid_order(CARD, buyer_id=make_buyer_with(1))
        self.give(order, order.total.minor)
        with pytest.raises(GoodwillInvalid):
            self.give(order, 1)

    def test_neither_another_shop_nor_to_a_guest(self):
        order = make_paid_order(CARD)
        with pytest.raises(NotAllowed):
            self.give(order, 1, seller_actor(new_id()))
        with pytest.raises(NoWallet):
            self.give(order, 1)
