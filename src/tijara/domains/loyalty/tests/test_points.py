"""Points come with what was kept, go with what goes back, become credit, and expire."""

from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta

import pytest
from django.db import connection

from tijara.domains.fulfilment.testing import move
from tijara.domains.ledger.queries import balances
from tijara.domains.ledger.shapes import Account
from tijara.domains.loyalty.actions import (
    PointsShort,
    end_rate,
    expire_points,
    open_earning,
    recount_earning,
    set_programme,
    settle_earnings,
    write_rate,
)
from tijara.domains.loyalty.models import Earning, PointsMoveRow
from tijara.domains.loyalty.queries import (
    pending_points,
    points_of_order,
    promised_points,
    rates_in,
)
from tijara.domains.loyalty.shapes import (
    ForWhat,
    Goods,
    PointsKind,
    ProgrammeDraft,
    RateDraft,
)
from tijara.domains.loyalty.testing import (
    delivered,
    faults,
    give_points,
    has,
    kept,
    make_programme,
    over,
    turn_in,
)
from tijara.domains.markets.testing import make_market
from tijara.domains.orders.shapes import OrderState
from tijara.domains.parties.testing import seller_actor
from tijara.domains.returns.actions import refund_order, refund_return
from tijara.domains.returns.shapes import RefundReason, ReturnState
from tijara.domains.returns.testing import make_paid_order, make_return
from tijara.domains.wallet.testing import balance as credit_of
from tijara.domains.wallet.testing import make_person
from tijara.kit.actor import SYSTEM
from tijara.kit.clock import now
from tijara.kit.ids import new_id
from tijara.platform.outbox.relay import Relay

pytestmark = pytest.mark.django_db
GOODS = 230
"""Two pieces at 115.00: a point for each whole 1.00. Delivery earns nothing."""


def part_back(order):
    """One of the two pieces."""
    one = make_return(order, state=ReturnState.INSPECTED)
    refund_return(actor=seller_actor(order.seller_id), seller_id=order.seller_id, return_id=one.id)
    Relay().deliver_pending()


def take_back(order):
    refund_order(
        actor=SYSTEM,
        seller_id=order.seller_id,
        order_id=order.id,
        reason=RefundReason.OTHER,
        restock=True,
    )
    Relay().deliver_pending()


class TestEarning:
    def test_points_are_pending_until_the_protection_is_over(self, market, buyer):
        order = delivered(buyer)
        assert has(buyer, market.id) == (0, GOODS)
        assert settle_earnings(actor=SYSTEM) == 0
        (waiting,) = pending_points(buyer, market.id)
        assert (waiting.order.number, waiting.points) == (order.number, GOODS)
        assert waiting.due_at > now() + timedelta(hours=12)
        assert points_of_order(buyer, order.id).is_pending
        over(order)
        assert has(buyer, market.id) == (GOODS, 0)
        assert not points_of_order(buyer, order.id).is_pending
        books = balances(market.id)
        assert -books[Account.POINTS_LIABILITY] == books[Account.POINTS_EXPENSE] == GOODS
        assert faults() == {}

    def test_told_twice_it_counts_once(self, market, buyer):
        order = kept(buyer)
        for again in (open_earning, recount_earning):
            again(actor=SYSTEM, seller_id=order.seller_id, order_id=order.id)
        Earning.objects.filter(id=order.id).update(due_at=now())
        assert settle_earnings(actor=SYSTEM) == 0
        assert has(buyer, market.id) == (GOODS, 0)

    def test_guests_and_markets_without_a_programme_earn_nothing(self, market, buyer):
        delivered(new_id())
        set_programme(actor=SYSTEM, market_id=market.id, draft=ProgrammeDraft(False))
        delivered(buyer)
        assert not Earning.objects.exists()

    def test_what_was_ordered_before_a_rate_was_written_earns_nothing(self, buyer):
        market = make_market(protection_days=3)
        order = make_paid_order(state=OrderState.SHIPPED, buyer_id=buyer)
        make_programme(market.id)
        move(OrderState.DELIVERED, order.seller_id, order.id)
        Relay().deliver_pending()
        assert has(buyer, market.id) == (0, 0)

    def test_a_rate_for_a_product_goes_before_the_one_for_all(self, market):
        goods = Goods(new_id(), "home", new_id(), 10_000)
        assert promised_points(market.id, [goods]) == 100
        narrow = RateDraft(3, 100, ForWhat.PRODUCT, goods.product_id)
        write_rate(actor=SYSTEM, market_id=market.id, rate_id=new_id(), draft=narrow)
        assert promised_points(market.id, [goods]) == 300
        (rate,) = [one for one in rates_in(market.id) if one.of is ForWhat.PRODUCT]
        end_rate(actor=SYSTEM, market_id=market.id, rate_id=rate.id)
        assert promised_points(market.id, [goods]) == 100

    def test_a_rate_takes_the_place_of_the_one_before(self, market):
        key = new_id()
        for _ in range(2):
            draft = RateDraft(2, 100)
            write_rate(actor=SYSTEM, market_id=market.id, rate_id=key, draft=draft)
        assert [(one.id, one.points) for one in rates_in(market.id)] == [(key, 2)]


class TestWhatGoesBack:
    def test_before_the_time_is_over_fewer_are_pending(self, market, buyer):
        order = delivered(buyer)
        part_back(order)
        assert has(buyer, market.id) == (0, GOODS // 2)
        take_back(order)
        assert has(buyer, market.id) == (0, 0)
        over(order)
        assert has(buyer, market.id) == (0, 0)
        assert faults() == {}

    def test_after_it_they_go_again_part_by_part(self, market, buyer):
        order = kept(buyer)
        part_back(order)
        assert has(buyer, market.id) == (GOODS // 2, 0)
        take_back(order)
        assert has(buyer, market.id) == (0, 0)
        assert faults() == {}

    def test_who_has_spent_them_owes_points_and_pays_with_the_next(self, market, buyer):
        order = kept(buyer)
        turn_in(buyer, market.id, 200)
        take_back(order)
        assert has(buyer, market.id) == (-200, 0)
        with pytest.raises(PointsShort):
            turn_in(buyer, market.id, 10)
        kept(buyer)
        assert has(buyer, market.id) == (GOODS - 200, 0)
        assert faults() == {}


@pytest.mark.django_db(transaction=True)
def test_of_those_who_want_the_same_points_one_gets_them():
    """Two presses, a lot that expires, and a return at once."""
    market = make_market(protection_days=3)
    make_programme(market.id)
    buyer = make_person()
    order = kept(buyer)
    give_points(buyer, market.id, 100, days=-1)

    def spend(_):
        try:
            return turn_in(buyer, market.id, 200).minor
        except PointsShort:
            return 0
        finally:
            connection.close()

    def other(what):
        try:
            what()
        finally:
            connection.close()
        return 0

    with ThreadPoolExecutor(6) as pool:
        runs = [pool.submit(spend, one) for one in range(4)]
        runs.append(pool.submit(other, lambda: expire_points(actor=SYSTEM)))
        runs.append(pool.submit(other, lambda: take_back(order)))
        got = sum(one.result() for one in runs)
    assert got in (0, 200)
    assert credit_of(buyer)[0] == got
    assert PointsMoveRow.objects.filter(kind=PointsKind.SPENT).count() == got // 200
    assert faults() == {}
