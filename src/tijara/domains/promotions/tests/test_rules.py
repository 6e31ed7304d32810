"""What promotions take off, whatever the basket: docs/algorithms/promotions.md."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as some

from tijara.domains.promotions.rules import decide, tidy_code
from tijara.domains.promotions.shapes import (
    CodeFault,
    Good,
    Measure,
    PromotedBasket,
    PromotionKind,
    Scope,
    Step,
    Terms,
)
from tijara.domains.promotions.testing import plain_promotion
from tijara.kit.clock import now
from tijara.kit.ids import OPERATOR_ID, new_id

MARKET, SHOPS = new_id(), [new_id(), new_id()]
PRODUCTS = [new_id() for _ in range(4)]
NOW = now()
PERCENT, AMOUNT = PromotionKind.PERCENT, PromotionKind.AMOUNT


def good(unit, quantity=1, shop=0, product=0, path="home/kitchen"):
    return Good(SHOPS[shop], PRODUCTS[product], path, None, quantity, unit)


def basket(*goods, **given):
    return PromotedBasket(MARKET, NOW, goods, **given)


def by(terms, owner=SHOPS[0], **given):
    return plain_promotion(MARKET, owner, terms, NOW, **given)


goods_of_any_kind = some.lists(
    some.builds(
        good,
        some.integers(0, 10**7),
        some.integers(1, 9),
        some.integers(0, 1),
        some.integers(0, 3),
        some.sampled_from(["home/kitchen", "home", "books"]),
    ),
    min_size=1,
    max_size=6,
)
terms_of_any_kind = some.one_of(
    some.builds(Terms, some.just(PERCENT), bp=some.integers(1, 10_000)),
    some.builds(
        Terms,
        some.just(PERCENT),
        bp=some.integers(1, 10_000),
        most_minor=some.integers(1, 10**6),
        min_minor=some.integers(0, 10**6),
    ),
    some.builds(Terms, some.just(AMOUNT), minor=some.integers(1, 10**7)),
    some.builds(
        Terms,
        some.just(PromotionKind.TIERS),
        steps=some.just((Step(2, 500), Step(5, 1500))),
        measure=some.just(Measure.QUANTITY),
    ),
    some.builds(
        Terms,
        some.just(PromotionKind.GET_MORE),
        buy=some.integers(1, 3),
        get=some.integers(1, 2),
        bp=some.integers(1, 10_000),
    ),
    some.builds(
        Terms,
        some.just(PromotionKind.BUNDLE),
        minor=some.integers(1, 10**6),
        scope=some.just(Scope(products=(PRODUCTS[0], PRODUCTS[1]))),
    ),
    some.just(Terms(PromotionKind.DELIVERY)),
)


@some.composite
def promotions(draw):
    found = []
    for terms in draw(some.lists(terms_of_any_kind, min_size=1, max_size=5)):
        owner = draw(some.sampled_from([*SHOPS, OPERATOR_ID]))
        bp = 10_000 if owner == OPERATOR_ID else 0
        found.append(
            by(
                replace(terms, market_bp=bp),
                owner,
                priority=draw(some.integers(0, 2)),
                is_combinable=draw(some.booleans()),
            )
        )
    return found


@given(goods_of_any_kind, promotions(), some.randoms())
def test_no_line_gets_dearer_or_below_nothing_and_the_order_of_promotions_is_no_matter(
    goods, known, dice
):
    asked = basket(*goods, deliveries={SHOPS[0]: 2000, SHOPS[1]: 1500})
    told = decide(asked, known)
    for place, one in enumerate(goods):
        off = sum(cut.lines[place] for cut in told.cuts)
        rest = one.total_minor - off
        assert 0 <= off <= one.total_minor
        assert rest == 0 or rest >= one.quantity or off == 0, "a unit a piece, or nothing"
    for cut in told.cuts:
        assert cut.minor > 0
        assert all(minor <= asked.deliveries[shop] for shop, minor in cut.deliveries.items())
    shuffled = list(known)
    dice.shuffle(shuffled)
    assert decide(asked, shuffled) == told


@given(goods_of_any_kind, promotions())
def test_what_is_not_combinable_is_alone_on_its_lines(goods, known):
    told = decide(basket(*goods), known)
    for place in range(len(goods)):
        mine = [cut for cut in told.cuts if cut.lines[place]]
        if any(not cut.promotion.is_combinable for cut in mine):
            assert len(mine) == 1


@given(goods_of_any_kind, promotions())
def test_a_sellers_promotion_touches_only_his_goods(goods, known):
    for cut in decide(basket(*goods), known).cuts:
        if not cut.promotion.is_markets:
            owners = {one.seller_id for one, off in zip(goods, cut.lines, strict=True) if off}
            assert owners <= {cut.promotion.owner_id}


class TestKinds:
    def test_a_percentage_is_off_each_piece_as_the_shelf_shows_it(self):
        told = decide(basket(good(999, 3)), [by(Terms(PERCENT, bp=1000))])
        assert told.minor == 300, "three times 1.00, not 10 % of 29.97"

    def test_a_sum_is_parted_to_the_last_unit(self):
        told = decide(
            basket(good(1000), good(1000, product=1), good(1000, product=2)),
            [by(Terms(AMOUNT, minor=1000))],
        )
        assert told.cuts[0].lines == (334, 333, 333)

    def test_the_cheapest_of_every_three_is_free(self):
        three = Terms(PromotionKind.GET_MORE, buy=2, get=1, bp=10_000)
        told = decide(basket(good(5000, 2), good(1000, 2, product=1)), [by(three)])
        assert told.cuts[0].lines == (0, 1000)

    def test_a_bundle_costs_its_price_as_often_as_it_is_whole(self):
        both = Terms(PromotionKind.BUNDLE, minor=7000, scope=Scope(products=tuple(PRODUCTS[:2])))
        told = decide(basket(good(6000, 2), good(4000, 3, product=1)), [by(both)])
        assert told.minor == 2 * 3000 and told.cuts[0].lines == (3600, 2400)

    def test_steps_grow_with_the_sum(self):
        steps = Terms(PromotionKind.TIERS, steps=(Step(10_000, 500), Step(20_000, 1000)))
        worth = [decide(basket(good(unit)), [by(steps)]).minor for unit in (9_999, 10_000, 20_000)]
        assert worth == [0, 500, 2000]

    def test_free_delivery_is_of_the_sellers_it_is_for(self):
        told = decide(
            basket(good(500), good(500, shop=1), deliveries={SHOPS[0]: 2000, SHOPS[1]: 1500}),
            [by(Terms(PromotionKind.DELIVERY))],
        )
        assert told.cuts[0].deliveries == {SHOPS[0]: 2000}

    def test_everything_off_costs_nothing(self):
        told = decide(basket(good(1, 7)), [by(Terms(PERCENT, bp=10_000))])
        assert told.minor == 7


class TestTurns:
    def test_priority_then_the_greater_then_the_older(self):
        small, great = by(Terms(PERCENT, bp=500)), by(Terms(PERCENT, bp=2000))
        first = by(Terms(AMOUNT, minor=100), priority=5)
        told = decide(basket(good(10_000)), [small, great, first])
        assert [cut.promotion for cut in told.cuts] == [first, great, small]

    def test_one_that_is_not_combinable_leaves_what_others_touched(self):
        alone = by(Terms(PERCENT, bp=5000), is_combinable=False)
        first = by(Terms(PERCENT, bp=1000, scope=Scope(products=(PRODUCTS[0],))), priority=1)
        told = decide(basket(good(1000), good(1000, product=1)), [alone, first])
        assert [cut.lines for cut in told.cuts] == [(100, 0), (0, 500)]

    def test_a_market_promotion_that_sellers_share_is_for_those_who_joined(self):
        shared = by(Terms(PERCENT, bp=1000, market_bp=5000), OPERATOR_ID)
        asked = basket(good(1000), good(1000, shop=1))
        assert decide(asked, [shared]).minor == 0
        joined = replace(shared, joined=frozenset({SHOPS[1]}))
        told = decide(asked, [joined])
        assert told.cuts[0].lines == (0, 100) and told.cuts[0].market_part(100) == 50


class TestCodes:
    def refusal(self, promotion, *goods, **given):
        (refused,) = decide(basket(*goods, codes=("EID20",), **given), promotion).refused
        return refused.fault, refused.missing

    def test_say_why_they_take_nothing_off(self):
        def code(terms, **given):
            return [by(terms, code="EID20", **given)]

        percent = Terms(PERCENT, bp=1000)
        assert self.refusal([], good(1)) == (CodeFault.UNKNOWN, 0)
        other = replace(percent, scope=Scope(departments=("books",)))
        assert self.refusal(code(other), good(1000)) == (CodeFault.OTHER_GOODS, 0)
        least = replace(percent, min_minor=5000)
        assert self.refusal(code(least), good(1200)) == (CodeFault.TOO_SMALL, 3800)
        few = replace(percent, min_quantity=3)
        assert self.refusal(code(few), good(1200, 2)) == (CodeFault.TOO_FEW, 1)
        first = replace(percent, is_first_order=True)
        assert self.refusal(code(first), good(1200)) == (CodeFault.FIRST_ORDER, 0)
        assert self.refusal(code(percent, ends_at=NOW), good(1200)) == (CodeFault.OVER, 0)
        later = code(percent, starts_at=NOW.replace(year=NOW.year + 1))
        assert self.refusal(later, good(1200)) == (CodeFault.NOT_YET, 0)
        used = code(percent, uses=3, most_uses=3)
        assert self.refusal(used, good(1200)) == (CodeFault.USED_UP, 0)
        mine = code(percent)
        had = self.refusal(mine, good(1200), without=frozenset({mine[0].id}))
        assert had == (CodeFault.USED_BY_YOU, 0)
        better = by(Terms(PERCENT, bp=3000), priority=1, is_combinable=False)
        assert self.refusal([*mine, better], good(1200)) == (CodeFault.OUTDONE, 0)

    @pytest.mark.parametrize(
        "typed", ["EID20", "eid20", " eid-20 ", "Eid ٢٠", "e‏i‏d۲۰", "ＥＩＤ２０"]
    )
    def test_are_understood_however_they_are_written(self, typed):
        assert tidy_code(typed) == "EID20"

    @pytest.mark.parametrize("typed", ["", "a", "??", "x" * 21])
    def test_what_can_be_none_is_none(self, typed):
        assert tidy_code(typed) == ""
