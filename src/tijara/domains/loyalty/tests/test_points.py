"""Points come with what was kept, go with what goes back, become credit, and expire."""

from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta

import pytest
from django.db import connection

from tijara.domains.deals.actions import settle_deals
from tijara.domains.deals.testing import make_due
from tijara.domains.fulfilment.testing import move
from tijara.domains.groups.queries import members_of
from tijara.domains.groups.testing import make_group
from tijara.domains.ledger.queries import balances
from tijara.domains.ledger.shapes import Account
from tijara.domains.loyalty.actions import (
    MoreThanThere,
    OwnPointsProposal,
    PointsGrantDecided,
    PointsShort,
    TiersInvalid,
    TooFewPoints,
    TooManyPoints,
    WorthStands,
    decide_points_grant,
    end_rate,
    expire_points,
    grant_points,
    look_at_tiers,
    open_earning,
    recount_earning,
    save_tiers,
    set_programme,
    settle_earnings,
    tell_of_expiry,
    turn_in_points,
    write_rate,
)
from tijara.domains.loyalty.models import Earning, PointsAccount, PointsMoveRow, TierStep
from tijara.domains.loyalty.queries import (
    account_of,
    expiring_points,
    grants_waiting,
    moves_of,
    pending_points,
    points_figures,
    points_of_order,
    promised_points,
    rates_in,
    standing_of,
)
from tijara.domains.loyalty.shapes import (
    ForWhat,
    Goods,
    GrantState,
    PointsGrantDraft,
    PointsKind,
    ProgrammeDraft,
    RateDraft,
    TierDraft,
)
from tijara.domains.loyalty.testing import give_points, make_programme
from tijara.domains.markets.testing import make_market
from tijara.domains.messaging.queries import recent_messages
from tijara.domains.orders.shapes import OrderState
from tijara.domains.parties.testing import seller_actor
from tijara.domains.returns.actions import refund_order, refund_return
from tijara.domains.returns.shapes import RefundReason, ReturnState
from tijara.domains.returns.testing import make_paid_order, make_return
from tijara.domains.wallet.testing import as_buyer, make_person, make_staff
from tijara.domains.wallet.testing import balance as credit_of
from tijara.kit.actor import SYSTEM
from tijara.kit.clock import now
from tijara.kit.ids import new_id
from tijara.platform.action import NotAllowed
from tijara.platform.audits import run_proofs
from tijara.platform.outbox.relay import Relay

pytestmark = pytest.mark.django_db
GOODS = 230
"""Two pieces at 115.00: a point for each whole 1.00. Delivery earns nothing."""


@pytest.fixture
def market():
    known = make_market(protection_days=3)
    make_programme(known.id)
    return known


@pytest.fixture
def buyer():
    return make_person()


def delivered(buyer_id):
    order = make_paid_order(state=OrderState.SHIPPED, buyer_id=buyer_id)
    make_market(protection_days=3)
    move(OrderState.DELIVERED, order.seller_id, order.id)
    Relay().deliver_pending()
    return order


def kept(buyer_id):
    """An order whose protection is over."""
    order = delivered(buyer_id)
    over(order)
    return order


def over(order):
    make_due(order)
    settle_deals(actor=SYSTEM)
    Earning.objects.filter(id=order.id).update(due_at=now())
    settle_earnings(actor=SYSTEM)


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


def has(buyer_id, market):
    account = account_of(buyer_id, market.id)
    return (account.balance, account.pending) if account else (0, 0)


def turn_in(buyer_id, market, points, key=None):
    return turn_in_points(
        actor=as_buyer(buyer_id),
        buyer_id=buyer_id,
        market_id=market.id,
        points=points,
        key=key or new_id(),
    )


def faults():
    """Clearing and invoices have their other half in what these tests have not."""
    found = {one.code: one.faults for one in run_proofs() if one.faults}
    return {
        code: told
        for code, told in found.items()
        if code.startswith(("loyalty", "wallet.w", "wallet.b"))
    }


class TestEarning:
    def test_points_are_pending_until_the_protection_is_over(self, market, buyer):
        order = delivered(buyer)
        assert has(buyer, market) == (0, GOODS)
        assert settle_earnings(actor=SYSTEM) == 0
        (waiting,) = pending_points(buyer, market.id)
        assert (waiting.order.number, waiting.points) == (order.number, GOODS)
        assert waiting.due_at > now() + timedelta(hours=12)
        assert points_of_order(order.seller_id, order.id).is_pending
        over(order)
        assert has(buyer, market) == (GOODS, 0)
        assert not points_of_order(order.seller_id, order.id).is_pending
        books = balances(market.id)
        assert -books[Account.POINTS_LIABILITY] == books[Account.POINTS_EXPENSE] == GOODS
        assert faults() == {}

    def test_told_twice_it_counts_once(self, market, buyer):
        order = kept(buyer)
        for again in (open_earning, recount_earning):
            again(actor=SYSTEM, seller_id=order.seller_id, order_id=order.id)
        Earning.objects.filter(id=order.id).update(due_at=now())
        assert settle_earnings(actor=SYSTEM) == 0
        assert has(buyer, market) == (GOODS, 0)

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
        assert has(buyer, market) == (0, 0)

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
        assert has(buyer, market) == (0, GOODS // 2)
        take_back(order)
        assert has(buyer, market) == (0, 0)
        over(order)
        assert has(buyer, market) == (0, 0)
        assert faults() == {}

    def test_after_it_they_go_again_part_by_part(self, market, buyer):
        order = kept(buyer)
        part_back(order)
        assert has(buyer, market) == (GOODS // 2, 0)
        take_back(order)
        assert has(buyer, market) == (0, 0)
        assert faults() == {}

    def test_who_has_spent_them_owes_points_and_pays_with_the_next(self, market, buyer):
        order = kept(buyer)
        turn_in(buyer, market, 200)
        take_back(order)
        assert has(buyer, market) == (-200, 0)
        with pytest.raises(PointsShort):
            turn_in(buyer, market, 10)
        kept(buyer)
        assert has(buyer, market) == (GOODS - 200, 0)
        assert faults() == {}


class TestSpending:
    def test_points_become_credit_once_for_a_press(self, market, buyer):
        give_points(buyer, market.id, 500)
        key = new_id()
        assert turn_in(buyer, market, 300, key).minor == 300
        assert turn_in(buyer, market, 300, key).minor == 300
        assert (has(buyer, market), credit_of(buyer)[0]) == ((200, 0), 300)
        assert faults() == {}

    def test_within_the_programmes_bounds_and_what_is_there(self, market, buyer):
        give_points(buyer, market.id, 500)
        set_programme(
            actor=SYSTEM,
            market_id=market.id,
            draft=ProgrammeDraft(True, least_points=50, most_points=100),
        )
        for points, refusal in ((49, TooFewPoints), (101, TooManyPoints)):
            with pytest.raises(refusal):
                turn_in(buyer, market, points)
        with pytest.raises(NotAllowed):
            turn_in_points(
                actor=make_staff(), buyer_id=buyer, market_id=market.id, points=60, key=new_id()
            )

    def test_what_expires_first_is_spent_first(self, market, buyer):
        give_points(buyer, market.id, 100)
        give_points(buyer, market.id, 100, days=30)
        give_points(buyer, market.id, 100, days=10)
        turn_in(buyer, market, 150)
        assert [one.points for one in expiring_points(buyer, market.id)] == [50]

    def test_also_when_the_programme_was_turned_off(self, market, buyer):
        give_points(buyer, market.id, 100)
        draft = ProgrammeDraft(False, least_points=10)
        set_programme(actor=SYSTEM, market_id=market.id, draft=draft)
        assert turn_in(buyer, market, 100).minor == 100

    def test_what_a_point_is_worth_stands(self, market, buyer):
        give_points(buyer, market.id, 100)
        with pytest.raises(WorthStands):
            set_programme(actor=SYSTEM, market_id=market.id, draft=ProgrammeDraft(True, 2))


class TestLastDays:
    def test_what_is_over_goes_to_the_markets_income(self, market, buyer):
        give_points(buyer, market.id, 70, days=-1)
        give_points(buyer, market.id, 30, days=1)
        assert expire_points(actor=SYSTEM) == 1
        assert expire_points(actor=SYSTEM) == 0
        assert has(buyer, market) == (30, 0)
        assert -balances(market.id)[Account.POINTS_EXPIRED] == 70
        assert faults() == {}

    def test_a_buyer_is_written_to_once_before(self, market, buyer):
        give_points(buyer, market.id, 40, days=10)
        give_points(buyer, market.id, 2, days=12)
        give_points(buyer, market.id, 99, days=40)
        assert tell_of_expiry(actor=SYSTEM) == 1
        assert tell_of_expiry(actor=SYSTEM) == 0
        (letter,) = [one for one in recent_messages() if one.kind == "loyalty.points_expire"]
        assert "42" in letter.subject


class TestTiers:
    def test_one_rises_with_the_order_and_is_in_its_group(self, market, buyer):
        group = make_group(market.id)
        save_tiers(
            actor=SYSTEM,
            market_id=market.id,
            drafts=[TierDraft("فضي", 20_000, 15_000, "Silver", "Argent", group)],
        )
        standing = standing_of(buyer, market.id)
        assert (standing.tier, standing.missing.minor, standing.percent) == (None, 20_000, 0)
        kept(buyer)
        standing = standing_of(buyer, market.id)
        assert (standing.tier.name_en, standing.next, standing.percent) == ("Silver", None, 100)
        assert [one.buyer_id for one in members_of(group).items] == [buyer]
        kept(buyer)
        assert has(buyer, market)[0] == GOODS + GOODS * 3 // 2

    def test_one_falls_when_its_orders_leave_the_year(self, market, buyer):
        group = make_group(market.id)
        drafts = [TierDraft("فضي", 20_000, group_id=group)]
        save_tiers(actor=SYSTEM, market_id=market.id, drafts=drafts)
        order = kept(buyer)
        assert look_at_tiers(actor=SYSTEM) == 0
        long_ago = now() - timedelta(days=366)
        Earning.objects.filter(id=order.id).update(earned_at=long_ago)
        PointsAccount.objects.update(looked_at=long_ago)
        assert look_at_tiers(actor=SYSTEM) == 1
        assert account_of(buyer, market.id).tier_id is None
        assert members_of(group).items == []
        assert TierStep.objects.filter(buyer_id=buyer).count() == 2

    def test_saved_as_they_are_they_stay(self, market):
        drafts = [TierDraft("فضي", 100), TierDraft("ذهبي", 200)]
        save_tiers(actor=SYSTEM, market_id=market.id, drafts=drafts)
        with pytest.raises(TiersInvalid):
            wrong = [TierDraft("فضي", 100, group_id=new_id())]
            save_tiers(actor=SYSTEM, market_id=market.id, drafts=wrong)
        save_tiers(actor=SYSTEM, market_id=market.id, drafts=drafts)


class TestStaff:
    def grant(self, market, buyer_id, points, staff=None, grant_id=None):
        return grant_points(
            actor=staff or make_staff(),
            buyer_id=buyer_id,
            market_id=market.id,
            grant_id=grant_id or new_id(),
            draft=PointsGrantDraft(points, "sorry"),
        )

    def test_up_to_the_limit_at_once_and_above_it_by_two(self, market, buyer):
        key, staff = new_id(), make_staff()
        for _ in range(2):
            assert self.grant(market, buyer, 1000, staff, key) is GrantState.DONE
        assert self.grant(market, buyer, 1001, staff) is GrantState.PROPOSED
        (waiting,) = grants_waiting(market.id)
        which = {"buyer_id": buyer, "grant_id": waiting.id, "is_agreed": True}
        with pytest.raises(OwnPointsProposal):
            decide_points_grant(actor=staff, **which)
        decide_points_grant(actor=make_staff(), **which)
        with pytest.raises(PointsGrantDecided):
            decide_points_grant(actor=make_staff(), **which)
        assert has(buyer, market) == (2001, 0)
        assert faults() == {}

    def test_nobody_takes_more_than_there_is(self, market, buyer):
        give_points(buyer, market.id, 100)
        with pytest.raises(MoreThanThere):
            self.grant(market, buyer, -101)
        self.grant(market, buyer, -100)
        assert has(buyer, market) == (0, 0)
        assert [one.kind for one in moves_of(buyer, market.id).items] == [
            PointsKind.WITHDRAWN,
            PointsKind.GRANTED,
        ]
        figures = points_figures(market.id)
        assert (figures.points, figures.by_kind[PointsKind.WITHDRAWN]) == (0, -100)
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
            return turn_in(buyer, market, 200).minor
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
