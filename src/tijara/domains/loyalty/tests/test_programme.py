"""Points become credit, end on their day, lift to tiers, and are given and taken by staff."""

from datetime import UTC, datetime, timedelta

import pytest

from tijara.domains.groups.queries import members_of
from tijara.domains.groups.testing import make_group
from tijara.domains.ledger.queries import balances
from tijara.domains.ledger.shapes import Account
from tijara.domains.loyalty.actions import (
    MoreThanThere,
    TiersInvalid,
    TooFewPoints,
    TooManyPoints,
    WorthStands,
    decide_points_grant,
    expire_points,
    grant_points,
    look_at_tiers,
    save_tiers,
    set_programme,
    tell_of_expiry,
    turn_in_points,
)
from tijara.domains.loyalty.models import Earning, PointsAccount
from tijara.domains.loyalty.queries import (
    account_of,
    expiring_points,
    grants_waiting,
    moves_of,
    points_figures,
    standing_of,
    tier_changes,
)
from tijara.domains.loyalty.shapes import (
    PointsGrantDraft,
    PointsKind,
    ProgrammeDraft,
    TierDraft,
)
from tijara.domains.loyalty.testing import (
    faults,
    give_points,
    has,
    kept,
    turn_in,
)
from tijara.domains.messaging.queries import recent_messages
from tijara.domains.wallet.testing import balance as credit_of
from tijara.domains.wallet.testing import make_staff
from tijara.kit.actor import SYSTEM
from tijara.kit.balances import GrantState
from tijara.kit.clock import going_from, now
from tijara.kit.ids import new_id
from tijara.platform.action import NotAllowed
from tijara.platform.balances.grants import GrantDecided, OwnProposal

pytestmark = pytest.mark.django_db
GOODS = 230
"""Two pieces at 115.00: a point for each whole 1.00. Delivery earns nothing."""


class TestSpending:
    def test_points_become_credit_once_for_a_press(self, market, buyer):
        give_points(buyer, market.id, 500)
        key = new_id()
        assert turn_in(buyer, market.id, 300, key).minor == 300
        assert turn_in(buyer, market.id, 300, key).minor == 300
        assert (has(buyer, market.id), credit_of(buyer)[0]) == ((200, 0), 300)
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
                turn_in(buyer, market.id, points)
        with pytest.raises(NotAllowed):
            turn_in_points(
                actor=make_staff(), buyer_id=buyer, market_id=market.id, points=60, key=new_id()
            )

    def test_what_expires_first_is_spent_first(self, market, buyer):
        give_points(buyer, market.id, 100)
        give_points(buyer, market.id, 100, days=30)
        give_points(buyer, market.id, 100, days=10)
        turn_in(buyer, market.id, 150)
        assert [one.amount for one in expiring_points(buyer, market.id)] == [50]

    def test_also_when_the_programme_was_turned_off(self, market, buyer):
        give_points(buyer, market.id, 100)
        draft = ProgrammeDraft(False, least_points=10)
        set_programme(actor=SYSTEM, market_id=market.id, draft=draft)
        assert turn_in(buyer, market.id, 100).minor == 100

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
        assert has(buyer, market.id) == (30, 0)
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

    @pytest.mark.parametrize(("hour", "day"), [(20, 14), (21, 15)])
    def test_the_last_day_is_the_markets_at_midnight(self, market, buyer, hour, day):
        with going_from(datetime(2026, 11, 4, hour, 30, tzinfo=UTC)):
            give_points(buyer, market.id, 40, days=10)
            assert tell_of_expiry(actor=SYSTEM) == 1
        (letter,) = [one for one in recent_messages() if one.kind == "loyalty.points_expire"]
        assert f"\u2068{day} نوفمبر 2026\u2069" in letter.text


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
        assert has(buyer, market.id)[0] == GOODS + GOODS * 3 // 2

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
        fallen, risen = tier_changes(buyer, market.id)
        assert (risen.before, risen.after.name_ar, risen.is_up) == (None, "فضي", True)
        assert (fallen.before.name_ar, fallen.after, fallen.is_up) == ("فضي", None, False)
        assert (risen.spent.minor >= 20_000) and fallen.spent.minor == 0

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
        with pytest.raises(OwnProposal):
            decide_points_grant(actor=staff, **which)
        decide_points_grant(actor=make_staff(), **which)
        with pytest.raises(GrantDecided):
            decide_points_grant(actor=make_staff(), **which)
        assert has(buyer, market.id) == (2001, 0)
        assert faults() == {}

    def test_nobody_takes_more_than_there_is(self, market, buyer):
        give_points(buyer, market.id, 100)
        with pytest.raises(MoreThanThere):
            self.grant(market, buyer, -101)
        self.grant(market, buyer, -100)
        assert has(buyer, market.id) == (0, 0)
        assert [one.kind for one in moves_of(buyer, market.id).items] == [
            PointsKind.WITHDRAWN,
            PointsKind.GRANTED,
        ]
        figures = points_figures(market.id)
        assert (figures.points, figures.by_kind[PointsKind.WITHDRAWN]) == (0, -100)
        assert faults() == {}
