"""What goods earn goes back exactly, lots are emptied in order, tiers are reached by measure."""

from datetime import UTC, datetime
from uuid import UUID

from hypothesis import given
from hypothesis import strategies as some

from tijara.domains.loyalty.rules import (
    grant_faults,
    last_day,
    next_tier,
    points_of,
    programme_faults,
    rate_faults,
    rate_for,
    tier_faults,
    tier_for,
)
from tijara.domains.loyalty.shapes import (
    EarnedLine,
    ForWhat,
    Goods,
    PointsGrantDraft,
    ProgrammeDraft,
    Rate,
    RateDraft,
    Tier,
    TierDraft,
)
from tijara.kit.ids import new_id

THEN, SINCE, LATER = (datetime(2026, month, 1, tzinfo=UTC) for month in (1, 3, 6))
LINES = some.lists(
    some.builds(
        EarnedLine,
        line_id=some.uuids(),
        paid_minor=some.integers(0, 10**7),
        points=some.integers(0, 20),
        per_minor=some.integers(1, 1000),
    ),
    min_size=1,
    max_size=5,
)
TIER_BP = some.integers(10_000, 40_000)


class TestWhatGoodsEarn:
    def test_it_is_rounded_down_once_for_the_whole_order(self):
        coffee = EarnedLine(new_id(), 4550, 1, 100)
        dates = EarnedLine(new_id(), 3025, 2, 100)
        assert points_of([coffee, dates], 15_000) == 159
        thirds = [EarnedLine(new_id(), 100, 1, 300) for _ in range(3)]
        assert points_of(thirds, 10_000) == 1

    @given(LINES, TIER_BP, some.lists(some.integers(0, 10**7), min_size=5, max_size=5))
    def test_parts_in_any_order_take_exactly_what_the_whole_had_earned(self, lines, bp, firsts):
        """A part of each line, the last line first, then the rest of each."""
        parts = [
            (one, min(first, one.paid_minor)) for one, first in zip(lines, firsts, strict=False)
        ]
        parts = [*reversed(parts), *((one, one.paid_minor - first) for one, first in parts)]
        back: dict[UUID, int] = {}
        standing = whole = points_of(lines, bp)
        taken = 0
        for line, part in parts:
            back[line.line_id] = back.get(line.line_id, 0) + part
            left = points_of(lines, bp, back)
            assert 0 <= left <= standing
            taken, standing = taken + standing - left, left
        assert (standing, taken) == (0, whole)

    @given(LINES, TIER_BP)
    def test_more_than_was_paid_takes_no_more_than_was_earned(self, lines, bp):
        assert points_of(lines, bp, {one.line_id: one.paid_minor + 1 for one in lines}) == 0


class TestRates:
    goods = Goods(new_id(), "home/kitchen/coffee", new_id(), 10_000)

    def rate(self, of, target=None, path="", since=THEN, until=None):
        return Rate(new_id(), new_id(), of, target, 1, 100, since, until, path)

    def test_the_narrowest_counts(self):
        every = self.rate(ForWhat.ALL)
        shop = self.rate(ForWhat.SHOP, self.goods.seller_id)
        home = self.rate(ForWhat.DEPARTMENT, new_id(), "home")
        kitchen = self.rate(ForWhat.DEPARTMENT, new_id(), "home/kitchen")
        product = self.rate(ForWhat.PRODUCT, self.goods.product_id)
        known = [every, shop, home, kitchen, product]
        for narrowest in (product, kitchen, home, shop, every):
            assert rate_for(known, self.goods, LATER) is narrowest
            known.remove(narrowest)
        assert rate_for(known, self.goods, LATER) is None

    def test_one_that_ended_holds_for_what_was_ordered_before(self):
        old = self.rate(ForWhat.ALL, until=SINCE)
        new = self.rate(ForWhat.ALL, since=SINCE)
        assert rate_for([old, new], self.goods, THEN) is old
        assert rate_for([old, new], self.goods, SINCE) is new

    def test_a_department_is_not_its_neighbour(self):
        other = self.rate(ForWhat.DEPARTMENT, new_id(), "home/kit")
        assert rate_for([other], self.goods, LATER) is None


class TestLastDays:
    def test_the_last_day_is_the_same_of_another_month(self):
        assert last_day(0, THEN) is None
        assert last_day(1, datetime(2027, 1, 31, tzinfo=UTC)) == datetime(2027, 2, 28, tzinfo=UTC)
        assert last_day(12, datetime(2028, 2, 29, tzinfo=UTC)) == datetime(2029, 2, 28, tzinfo=UTC)


class TestTiers:
    tiers = [
        Tier(new_id(), new_id(), name, "", "", start, 10_000)
        for name, start in (("برونزي", 0), ("فضي", 100_000), ("ذهبي", 500_000))
    ]

    @given(some.integers(0, 10**7))
    def test_one_has_the_highest_that_is_reached_and_the_next_is_above(self, spent):
        mine, above = tier_for(self.tiers, spent), next_tier(self.tiers, spent)
        assert mine is not None and mine.from_minor <= spent
        assert above is None or above.from_minor > spent
        assert above is None or self.tiers.index(above) == self.tiers.index(mine) + 1

    def test_they_must_rise(self):
        silver, gold = TierDraft("فضي", 500), TierDraft("ذهبي", 500)
        assert tier_faults([silver, gold]) == {"from-1": "tiers_must_rise"}
        assert tier_faults([TierDraft("", 0, 9_000)]) == {
            "name_ar-0": "required",
            "multiplier-0": "out_of_bounds",
        }


class TestWhatIsWrittenDown:
    def test_a_programme_has_bounds(self):
        assert programme_faults(ProgrammeDraft(True)) == {}
        wrong = ProgrammeDraft(True, 0, 121, 200, 100, -1)
        assert set(programme_faults(wrong)) == {
            "worth", "lives_months", "most_points", "alone_points",
        }  # fmt: skip

    def test_a_rate_is_for_something_that_is_there(self):
        assert rate_faults(RateDraft(0, 100)) == {}
        assert rate_faults(RateDraft(1, 100, ForWhat.SHOP)) == {"target": "required"}
        assert rate_faults(RateDraft(1, 0, "moon", new_id())) == {
            "per": "not_above_nothing",
            "of": "unknown",
        }

    def test_a_grant_has_a_reason(self):
        assert grant_faults(PointsGrantDraft(-5, "misuse")) == {}
        assert grant_faults(PointsGrantDraft(0, "other")) == {
            "points": "not_above_nothing",
            "note": "required",
        }
