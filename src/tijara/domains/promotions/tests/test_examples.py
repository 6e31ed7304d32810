"""The example beside a promotion that is being written shows what it takes off."""

from datetime import timedelta

import pytest

from tijara.domains.promotions.queries import example_of
from tijara.domains.promotions.shapes import (
    Limits,
    Measure,
    PromotionDraft,
    PromotionKind,
    Step,
    Terms,
)
from tijara.kit.clock import now
from tijara.kit.ids import new_id

K = PromotionKind


@pytest.mark.parametrize(
    ("terms", "before", "after"),
    [
        (Terms(K.PERCENT, bp=1000), 10000, 9000),
        (Terms(K.PERCENT, bp=5000, most_minor=1000), 10000, 9000),
        (Terms(K.GET_MORE, buy=2, get=1, bp=5000), 30000, 25000),
        (Terms(K.AMOUNT, minor=50000), 60000, 10000),
        (Terms(K.DELIVERY), 12000, 10000),
        (Terms(K.TIERS, steps=(Step(20000, 500),)), 20000, 19000),
        (Terms(K.TIERS, measure=Measure.QUANTITY, steps=(Step(3, 500),)), 30000, 28500),
        (Terms(K.PERCENT, bp=1000, min_quantity=4), 40000, 36000),
    ],
)
def test_a_basket_that_fits_costs_less(terms, before, after):
    assert [money.minor for money in example_of(_draft(terms), "SAR")] == [before, after]


@pytest.mark.parametrize("kind", [one for one in K if one is not K.DELIVERY])
def test_one_that_is_only_begun_has_none(kind):
    assert example_of(_draft(Terms(kind)), "SAR") is None


def test_the_basket_stays_small_however_much_is_asked_for():
    terms = Terms(K.GET_MORE, buy=2, get=1, bp=5000, min_minor=10**11)
    before, after = example_of(_draft(terms), "SAR")
    assert after.minor < before.minor


def _draft(terms: Terms) -> PromotionDraft:
    return PromotionDraft(
        market_id=new_id(),
        name_ar="عرض",
        name_en="",
        name_fr="",
        code="",
        terms=terms,
        starts_at=now() + timedelta(days=3),
        ends_at=None,
        priority=0,
        is_combinable=False,
        limits=Limits(),
    )
