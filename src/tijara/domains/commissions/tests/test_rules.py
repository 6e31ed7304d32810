"""First that fits, limits, and that nobody pays for selling."""

from datetime import date
from uuid import UUID, uuid5

from hypothesis import given
from hypothesis import strategies as st

from tijara.domains.commissions.rules import commissions_of, miss_of, terms_faults
from tijara.domains.commissions.shapes import (
    CommissionRule,
    CommissionTerms,
    LimitsFor,
    Miss,
    SoldLine,
)

ONE = UUID(int=1)
NAHHAS, RAQMI, OUD = UUID(int=11), UUID(int=12), UUID(int=13)
PERFUME, ELECTRONICS, CABLES = "perfume", "electronics", "electronics/cables"
DAY = date(2026, 11, 1)
VAT = 1500


def rule(place: int, path: str = "", **told) -> CommissionRule:
    terms = CommissionTerms(**{"label": "", "rate_bp": 1000} | told)
    return CommissionRule(uuid5(ONE, str(place)), ONE, place, terms, path)


def line(
    base: int, *, seller: UUID = OUD, department: str = PERFUME, quantity: int = 1
) -> SoldLine:
    unit = base // quantity
    return SoldLine(seller, UUID(int=21), department, UUID(int=31), unit, quantity, base)


LIST = (
    rule(1, seller_id=NAHHAS, rate_bp=800),
    rule(2, ELECTRONICS, category_id=UUID(int=41), rate_bp=600, floor_minor=500,
         limits_for=LimitsFor.ORDER),
    rule(3, price_from_minor=100_000, rate_bp=500, fixed_minor=200, cap_minor=12_000),
)  # fmt: skip


def taken(*lines: SoldLine, rules=LIST) -> list[tuple[int, int]]:
    found = commissions_of(rules, lines, DAY, otherwise_bp=1000, vat_bp=VAT)
    return [(one.minor, one.vat_minor) for one in found]


class TestTheWorkedExamples:
    def test_the_first_that_fits_decides(self):
        assert taken(line(28900, seller=NAHHAS, department=CABLES)) == [(2312, 347)]

    def test_a_floor_of_the_order_is_spread_over_its_lines(self):
        cable = line(1900, seller=RAQMI, department=CABLES)
        charger = line(2900, seller=RAQMI, department=ELECTRONICS)
        assert taken(cable, charger) == [(198, 30), (302, 45)]

    def test_a_cap_of_the_line_holds_its_fixed_part_too(self):
        assert taken(line(290_000, quantity=2)) == [(12_000, 1800)]

    def test_where_none_fits_the_market_s_own_rate_holds(self):
        (found,) = commissions_of(LIST, [line(6000)], DAY, otherwise_bp=1000, vat_bp=VAT)
        assert (found.minor, found.vat_minor, found.rule_id) == (600, 90, None)

    def test_with_its_vat_it_is_never_more_than_the_base(self):
        assert taken(line(50, department=CABLES)) == [(43, 6)]


class TestFitting:
    def test_the_first_thing_that_is_not_so_is_said(self):
        told = {"starts_on": date(2026, 11, 2), "seller_id": NAHHAS}
        assert miss_of(rule(1, **told), line(100), DAY) is Miss.NOT_YET
        assert miss_of(rule(1, ends_on=date(2026, 10, 31)), line(100), DAY) is Miss.OVER
        assert miss_of(rule(1, seller_id=NAHHAS), line(100), DAY) is Miss.SELLER
        assert miss_of(rule(1, brand_id=ONE), line(100), DAY) is Miss.BRAND
        assert miss_of(rule(1, product_id=ONE), line(100), DAY) is Miss.PRODUCT
        assert miss_of(rule(1, price_below_minor=100), line(100), DAY) is Miss.PRICE
        assert miss_of(rule(1, price_from_minor=100, ends_on=DAY), line(100), DAY) is None

    def test_a_department_holds_what_is_below_it_and_one_that_is_gone_nothing(self):
        assert miss_of(LIST[1], line(100, department=CABLES), DAY) is None
        assert miss_of(LIST[1], line(100), DAY) is Miss.DEPARTMENT
        assert miss_of(rule(1, category_id=ONE), line(100), DAY) is Miss.DEPARTMENT


class TestWhatARuleMaySay:
    def test_limits_that_contradict_one_another_are_refused(self):
        wrong = CommissionTerms(
            "", 10_001, floor_minor=500, cap_minor=400, price_from_minor=10, price_below_minor=10,
            starts_on=DAY, ends_on=date(2026, 10, 1),
        )  # fmt: skip
        assert set(terms_faults(wrong)) == {"rate", "cap", "price_below", "ends_on"}


some_terms = st.builds(
    lambda rate, fixed, floor, more, per, seller: CommissionTerms(
        "",
        rate,
        fixed_minor=fixed,
        floor_minor=floor,
        cap_minor=None if more is None else floor + more,
        limits_for=per,
        seller_id=seller,
    ),
    st.integers(0, 10_000),
    st.integers(0, 5000),
    st.integers(0, 5000),
    st.none() | st.integers(0, 50_000),
    st.sampled_from(LimitsFor),
    st.sampled_from([None, NAHHAS, OUD]),
)
some_rules = st.lists(some_terms, max_size=4).map(
    lambda found: [
        CommissionRule(uuid5(ONE, str(at)), ONE, at, terms) for at, terms in enumerate(found)
    ]
)
some_lines = st.lists(
    st.builds(line, st.integers(0, 10**7), quantity=st.integers(1, 9)), min_size=1, max_size=6
)


@given(some_rules, some_lines, st.integers(0, 10_000), st.integers(0, 2500))
def test_each_line_is_decided_by_the_first_that_fits_and_stays_within_its_base(
    rules, lines, otherwise_bp, vat_bp
):
    found = commissions_of(rules, lines, DAY, otherwise_bp=otherwise_bp, vat_bp=vat_bp)
    for one, sold in zip(found, lines, strict=True):
        fits = [each.id for each in rules if each.terms.seller_id in (None, sold.seller_id)]
        assert one.rule_id == (fits[0] if fits else None)
        assert one.minor >= 0
        assert one.minor + one.vat_minor <= sold.base_minor


@given(some_terms, some_lines)
def test_a_limit_of_the_order_holds_for_its_lines_together(terms, lines):
    only = [CommissionRule(ONE, ONE, 1, terms)]
    found = commissions_of(only, lines, DAY, otherwise_bp=0, vat_bp=0)
    decided = [one.minor for one in found if one.rule_id]
    if not decided or terms.cap_minor is None:
        return
    if terms.limits_for is LimitsFor.ORDER:
        assert sum(decided) <= terms.cap_minor
    else:
        assert max(decided) <= terms.cap_minor
