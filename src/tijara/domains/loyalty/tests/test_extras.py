"""A shop adds to the points of its goods: its buyers earn more, and it pays for what it added."""

from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as some

from tijara.domains.ledger.queries import balances
from tijara.domains.ledger.shapes import Account
from tijara.domains.loyalty.actions import ExtraInvalid, NoPointsHere
from tijara.domains.loyalty.queries import extra_of, promised_points, shop_points
from tijara.domains.loyalty.rules import BASIS, EXTRAS, points_of, shop_part
from tijara.domains.loyalty.shapes import EarnedLine, Goods
from tijara.domains.loyalty.testing import add_points, delivered, faults, has, kept, make_programme
from tijara.domains.markets.testing import make_market
from tijara.domains.parties.testing import seller_actor
from tijara.domains.returns.actions import refund_order, refund_return
from tijara.domains.returns.shapes import RefundReason, ReturnState
from tijara.domains.returns.testing import make_return
from tijara.domains.stores.testing import make_store
from tijara.kit.clock import now
from tijara.kit.ids import new_id
from tijara.kit.recent import forget_all
from tijara.platform.outbox.relay import Relay

pytestmark = pytest.mark.django_db
GOODS = 230


@pytest.fixture
def seller(market):
    return make_store().seller_id


def paid_by_shop(seller, order):
    """What went off its balance, beside what came of the order itself."""
    forget_all()  # a page may show it a minute late
    return shop_points(seller, order.placed_at - timedelta(days=1)).charged.minor


class TestEarning:
    def test_its_buyers_earn_double_and_it_pays_half(self, market, buyer, seller):
        without = kept(buyer, seller_id=seller)
        earned = balances(seller)[Account.SELLER_PAYABLE]
        add_points(seller, BASIS)
        order = kept(buyer, seller_id=seller)
        assert has(buyer, market.id) == (GOODS + 2 * GOODS, 0)
        assert balances(seller)[Account.SELLER_PAYABLE] == 2 * earned + GOODS
        assert paid_by_shop(seller, order) == GOODS
        expense = balances(market.id)[Account.POINTS_EXPENSE]
        assert abs(expense) == 2 * GOODS, "the market pays what it would have paid anyway"
        assert faults() == {} and without.id != order.id

    def test_nothing_is_paid_before_the_points_are_the_buyers(self, market, buyer, seller):
        add_points(seller, BASIS)
        order = delivered(buyer, seller_id=seller)
        assert has(buyer, market.id) == (0, 2 * GOODS)
        assert paid_by_shop(seller, order) == 0
        assert faults() == {}

    def test_what_goes_back_gives_the_shop_its_part_again(self, market, buyer, seller):
        add_points(seller, 2 * BASIS)
        order = kept(buyer, seller_id=seller)
        assert paid_by_shop(seller, order) == 2 * GOODS
        one = make_return(order, state=ReturnState.INSPECTED)
        refund_return(actor=seller_actor(seller), seller_id=seller, return_id=one.id)
        Relay().deliver_pending()
        assert has(buyer, market.id)[0] == 3 * GOODS // 2
        assert paid_by_shop(seller, order) == GOODS
        refund_order(
            actor=seller_actor(seller),
            seller_id=seller,
            order_id=order.id,
            reason=RefundReason.DAMAGED,
            restock=False,
        )
        Relay().deliver_pending()
        assert (has(buyer, market.id)[0], paid_by_shop(seller, order)) == (0, 0)
        assert faults() == {}

    def test_what_was_ordered_before_earns_by_what_held_then(self, market, buyer, seller):
        order = delivered(buyer, seller_id=seller)
        add_points(seller, BASIS)
        assert (extra_of(seller, order.placed_at), extra_of(seller)) == (0, BASIS)
        add_points(seller, 0)
        assert extra_of(seller) == 0


class TestOffering:
    def test_a_page_promises_what_will_be_earned(self, market, seller):
        other = make_store().seller_id
        goods = [Goods(new_id(), "home", one, 10_000) for one in (seller, other)]
        assert promised_points(market.id, goods) == 200
        add_points(seller, BASIS)
        assert promised_points(market.id, goods) == 300

    @pytest.mark.parametrize("extra", [-1, 1, 50_000])
    def test_only_what_is_offered_can_be_chosen(self, market, seller, extra):
        with pytest.raises(ExtraInvalid):
            add_points(seller, extra)

    def test_where_the_market_gives_none_there_is_nothing_to_add_to(self):
        home = make_market()
        seller = make_store().seller_id
        with pytest.raises(NoPointsHere):
            add_points(seller, BASIS)
        assert shop_points(seller, now()) is None
        make_programme(home.id)
        add_points(seller, BASIS)
        assert extra_of(seller) == BASIS


@given(some.integers(0, 10**9), some.sampled_from(EXTRAS), some.integers(1, 1000))
def test_a_shop_pays_no_more_than_it_added(points, extra, worth):
    part = shop_part(points, extra, worth)
    assert 0 <= part <= points * worth
    assert part * (BASIS + extra) <= points * worth * extra < (part + 1) * (BASIS + extra)


@given(some.integers(0, 10**7), some.integers(0, 20), some.sampled_from(EXTRAS))
def test_more_is_never_less(paid, points, extra):
    line = EarnedLine(new_id(), paid, points, 100)
    assert points_of([line], BASIS, extra_bp=extra) >= points_of([line], BASIS)
