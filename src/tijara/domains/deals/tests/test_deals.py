"""What a seller earns is held while his buyer is protected; after that it is one's alone."""

from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime
from zoneinfo import ZoneInfo

import pytest
from django.db import IntegrityError, connection, transaction

from tijara.domains.deals.actions import perform_deal, settle_deals
from tijara.domains.deals.models import Deal
from tijara.domains.deals.queries import deal_of_order, held_parts
from tijara.domains.deals.rules import protected_until
from tijara.domains.deals.shapes import DealState
from tijara.domains.deals.testing import make_due, make_held_order, settle
from tijara.domains.ledger.actions import post_journal
from tijara.domains.ledger.actions.post_journal import NoPurse
from tijara.domains.ledger.queries import balances
from tijara.domains.ledger.shapes import Account, Transfer
from tijara.domains.markets.queries import working_days
from tijara.domains.markets.testing import make_market
from tijara.domains.orders.shapes import OrderState, OrderView
from tijara.domains.returns.actions import refund_order
from tijara.domains.returns.shapes import RefundReason
from tijara.domains.returns.testing import make_paid_order
from tijara.kit.actor import SYSTEM
from tijara.kit.ids import new_id
from tijara.platform.audits import run_proofs
from tijara.platform.outbox.relay import Relay

PART = 22355
"""Goods and delivery less commission and its VAT."""


def take_back(order: OrderView) -> None:
    refund_order(
        actor=SYSTEM,
        seller_id=order.seller_id,
        order_id=order.id,
        reason=RefundReason.OTHER,
        restock=False,
    )


def of_seller(order: OrderView) -> tuple[int, int]:
    """(held, payable)"""
    found = balances(order.seller_id)
    return -found.get(Account.SELLER_HELD, 0), -found.get(Account.SELLER_PAYABLE, 0)


def state_of(order: OrderView) -> DealState | None:
    deal = deal_of_order(order.seller_id, order.id)
    return deal.state if deal else None


def faults() -> dict[str, list[str]]:
    found = {one.code: one.faults for one in run_proofs() if one.faults}
    return {code: told for code, told in found.items() if not code.startswith("invoicing.")}


@pytest.mark.django_db
class TestADeal:
    def test_holds_what_was_earned_until_its_time_is_over(self):
        order = make_held_order()
        (part,) = held_parts(order.seller_id)
        assert (part.number, part.amount.minor) == (order.number, PART)
        assert (of_seller(order), state_of(order)) == ((PART, 0), DealState.PERFORMED)
        assert settle_deals(actor=SYSTEM) == 0
        assert faults() == {}
        make_due(order)
        assert settle_deals(actor=SYSTEM) == 1
        assert settle_deals(actor=SYSTEM) == 0
        assert (of_seller(order), state_of(order)) == ((0, PART), DealState.SETTLED)
        assert held_parts(order.seller_id) == []
        assert faults() == {}

    def test_is_of_nothing_until_all_has_arrived(self):
        assert state_of(make_paid_order(state=OrderState.SHIPPED)) is None

    def test_gives_back_what_is_held_when_the_order_is_taken_back(self):
        order = make_held_order()
        take_back(order)
        Relay().deliver_pending()
        assert (of_seller(order), state_of(order)) == ((0, 0), DealState.UNDONE)
        make_due(order)
        assert settle_deals(actor=SYSTEM) == 0
        assert faults() == {}

    def test_that_has_settled_is_not_undone_and_the_balance_falls(self):
        order = make_held_order()
        settle(order)
        take_back(order)
        Relay().deliver_pending()
        assert (of_seller(order), state_of(order)) == ((0, 0), DealState.SETTLED)
        assert faults() == {}

    def test_of_a_market_without_protection_is_the_sellers_at_once(self):
        order = make_held_order(days=0)
        assert of_seller(order) == (0, PART)
        assert settle_deals(actor=SYSTEM) == 1
        assert (of_seller(order), faults()) == ((0, PART), {})

    def test_is_performed_once_however_often_it_is_told(self):
        order = make_held_order()
        due = deal_of_order(order.seller_id, order.id).due_at
        make_market(protection_days=30)
        perform_deal(actor=SYSTEM, seller_id=order.seller_id, order_id=order.id)
        deal = deal_of_order(order.seller_id, order.id)
        assert (deal.due_at, len(deal.steps)) == (due, 1)

    def test_settles_with_others_in_a_handful_of_statements(self, django_assert_max_num_queries):
        orders = [make_held_order() for _ in range(3)]
        make_due(*orders)
        with django_assert_max_num_queries(6):
            assert settle_deals(actor=SYSTEM) == 3
        assert [of_seller(order) for order in orders] == [(0, PART)] * 3

    def test_is_seen_by_its_proofs(self):
        order = make_held_order()
        Deal.objects.filter(id=order.id).update(state=DealState.SETTLED)
        with connection.cursor() as cursor:
            cursor.execute("UPDATE ledger_purse SET held_minor = 1 WHERE id = %s", [order.id])
        assert {"deals.deals_proof", "ledger.purse_proof"} <= faults().keys()


@pytest.mark.django_db
class TestAPurse:
    def pay(self, order_id, seller_id, minor: int) -> None:
        post_journal(
            actor=SYSTEM,
            seller_id=seller_id,
            kind="test",
            reference_id=new_id(),
            order_id=order_id,
            currency="SAR",
            transfers=[Transfer(Account.SELLER_HELD, Account.BUYER_REFUNDABLE, minor)],
        )

    def test_is_never_emptied_below_nothing(self):
        order = make_held_order()
        with pytest.raises(IntegrityError), transaction.atomic():
            self.pay(order.id, order.seller_id, PART + 1)
        assert of_seller(order) == (PART, 0)

    def test_that_was_never_filled_gives_nothing(self):
        order = make_held_order()
        with pytest.raises(NoPurse):
            self.pay(new_id(), order.seller_id, 1)


@pytest.mark.parametrize(
    ("day", "days", "end"),
    [
        ("2026-11-26T09:00", 1, "2026-11-30T00:00"),
        ("2026-11-26T09:00", 3, "2026-12-02T00:00"),
        ("2026-11-26T22:30", 1, "2026-11-30T00:00"),
        ("2027-09-21T09:00", 2, "2027-09-27T00:00"),
    ],
    ids=["over the weekend", "three days", "it is tomorrow there already", "over a holiday"],
)
def test_working_days_count_where_the_market_is(day, days, end):
    """The 27th and 28th are Friday and Saturday; the 23rd of September is the National Day."""
    riyadh = ZoneInfo("Asia/Riyadh")
    delivered = datetime.fromisoformat(day).replace(tzinfo=UTC)
    expected = datetime.fromisoformat(end).replace(tzinfo=riyadh)
    assert protected_until(delivered, days, working_days("SA"), riyadh) == expected


@pytest.mark.django_db(transaction=True)
class TestRaces:
    def at_once(self, *acts) -> None:
        def act(do):
            try:
                do()
            finally:
                connection.close()

        with ThreadPoolExecutor(len(acts)) as crowd:
            list(crowd.map(act, acts))

    def test_taken_back_while_it_settles(self):
        """The buyer is owed his money once; the seller has all of it or nothing, then gives it."""
        for _ in range(5):
            order = make_held_order()
            make_due(order)
            self.at_once(lambda: settle_deals(actor=SYSTEM), lambda one=order: take_back(one))
            Relay().deliver_pending()
            assert of_seller(order) == (0, 0)
        assert faults() == {}

    def test_many_sweepers_settle_each_once(self):
        orders = [make_held_order() for _ in range(4)]
        make_due(*orders)
        self.at_once(*[lambda: settle_deals(actor=SYSTEM)] * 4)
        settle_deals(actor=SYSTEM)
        assert [of_seller(order) for order in orders] == [(0, PART)] * 4
        assert faults() == {}
