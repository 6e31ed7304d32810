"""Which promotions hold for a basket, in which turn, and what each takes off.

One pass, whatever the kinds: those that hold are taken in turn; the higher priority first, of equal
ones the one that would take more off by itself, then the older. One that is not combinable takes
only what no other has touched, and nothing touches it after that.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field
from uuid import UUID

from tijara.kit.money import round_half_up

from ..shapes import (
    CodeFault,
    Cut,
    Discounts,
    Good,
    PromotedBasket,
    Promotion,
    PromotionKind,
    PromotionState,
    RefusedCode,
    Scope,
)
from .gifts import BASIS, gift


@dataclass(slots=True)
class _Running:
    """A basket while promotions are taken off it."""

    left: list[int]
    deliveries: dict[UUID, int]
    touched: set[int] = field(default_factory=set)
    closed: set[int] = field(default_factory=set)


def decide(basket: PromotedBasket, known: Sequence[Promotion]) -> Discounts:
    """Whatever order `known` comes in."""
    running = _fresh(basket)
    turns = sorted(
        (one for one in known if not _fault(one, basket)),
        key=lambda one: (-one.priority, -_alone(one, basket), one.id),
    )
    cuts = [cut for one in turns if (cut := _take(one, basket, running)).minor]
    return Discounts(tuple(cuts), tuple(_refused(basket, known, cuts)))


def in_scope(promotion: Promotion, good: Good) -> bool:
    """Whether it is for such goods at all."""
    return _is_of(promotion, good.seller_id) and _is_named(promotion.terms.scope, good)


def plain_price(promotion: Promotion, listed_minor: int) -> int:
    """What one piece costs by a plain one."""
    return listed_minor - round_half_up(listed_minor * promotion.terms.bp, BASIS)


def _fresh(basket: PromotedBasket) -> _Running:
    return _Running([good.total_minor for good in basket.goods], dict(basket.deliveries))


def _is_of(promotion: Promotion, seller_id: UUID) -> bool:
    if not promotion.is_markets:
        return promotion.owner_id == seller_id
    sellers = promotion.terms.scope.sellers
    pays_all = promotion.terms.market_bp == BASIS
    return (not sellers or seller_id in sellers) and (pays_all or seller_id in promotion.joined)


def _is_named(scope: Scope, good: Good) -> bool:
    if not (scope.products or scope.departments or scope.brands):
        return True
    path = f"{good.category_path}/"
    return (
        good.product_id in scope.products
        or good.brand_id in scope.brands
        or any(path.startswith(f"{above}/") for above in scope.departments)
    )


def _mine(promotion: Promotion, basket: PromotedBasket) -> list[int]:
    return [place for place, good in enumerate(basket.goods) if in_scope(promotion, good)]


def _fault(promotion: Promotion, basket: PromotedBasket) -> RefusedCode | None:
    """Why it takes nothing off this basket; conditions look at the goods as they are asked."""
    code, terms = promotion.code, promotion.terms
    if code and code not in basket.codes:
        return RefusedCode(code, CodeFault.UNKNOWN)
    if late := _late(promotion, basket):
        return RefusedCode(code, late)
    if promotion.id in basket.without:
        return RefusedCode(code, CodeFault.USED_BY_YOU)
    if terms.is_first_order and not basket.is_first_order:
        return RefusedCode(code, CodeFault.FIRST_ORDER)
    if terms.group_id and terms.group_id not in basket.groups:
        return RefusedCode(code, CodeFault.OTHER_BUYERS)
    return _goods_fault(promotion, basket)


def _goods_fault(promotion: Promotion, basket: PromotedBasket) -> RefusedCode | None:
    code, mine = promotion.code, _mine(promotion, basket)
    if not mine or not _is_complete(promotion, basket, mine):
        return RefusedCode(code, CodeFault.OTHER_GOODS)
    worth = sum(basket.goods[place].total_minor for place in mine)
    if worth < _least_amount(promotion):
        return RefusedCode(code, CodeFault.TOO_SMALL, _least_amount(promotion) - worth)
    pieces = sum(basket.goods[place].quantity for place in mine)
    if pieces < _least_pieces(promotion):
        return RefusedCode(code, CodeFault.TOO_FEW, _least_pieces(promotion) - pieces)
    return None


def _late(promotion: Promotion, basket: PromotedBasket) -> CodeFault | None:
    if promotion.state is PromotionState.ACTIVE and basket.moment < promotion.starts_at:
        return CodeFault.NOT_YET
    if not promotion.holds_at(basket.moment):
        return CodeFault.OVER
    limits = promotion.limits
    is_out = limits.most_uses is not None and promotion.uses >= limits.most_uses
    budget = limits.budget_minor
    if is_out or (budget is not None and promotion.spent_minor >= budget):
        return CodeFault.USED_UP
    return None


def _is_complete(promotion: Promotion, basket: PromotedBasket, mine: Sequence[int]) -> bool:
    """Of a bundle every part must be there."""
    if promotion.terms.kind is not PromotionKind.BUNDLE:
        return True
    return {basket.goods[place].product_id for place in mine} >= set(promotion.terms.scope.products)


def _least_amount(promotion: Promotion) -> int:
    terms = promotion.terms
    steps = [step.at for step in terms.steps if terms.measure == "amount"]
    return max(terms.min_minor, min(steps, default=0))


def _least_pieces(promotion: Promotion) -> int:
    terms = promotion.terms
    steps = [step.at for step in terms.steps if terms.measure == "quantity"]
    sets = terms.buy + terms.get if terms.kind is PromotionKind.GET_MORE else 0
    return max(terms.min_quantity, min(steps, default=0), sets)


def _alone(promotion: Promotion, basket: PromotedBasket) -> int:
    """What it would take off, were it the only one."""
    return _take(promotion, basket, _fresh(basket)).minor


def _take(promotion: Promotion, basket: PromotedBasket, running: _Running) -> Cut:
    mine = _mine(promotion, basket)
    shut = running.closed if promotion.is_combinable else running.closed | running.touched
    mine_open = [place for place in mine if place not in shut]
    open_now = set(mine_open)
    left = [one if place in open_now else 0 for place, one in enumerate(running.left)]
    lines = _within_budget(promotion, gift(promotion.terms, basket.goods, mine_open, left), left)
    deliveries = _deliveries(promotion, basket, mine, running)
    for place, off in enumerate(lines):
        if off:
            running.left[place] -= off
            running.touched.add(place)
            if not promotion.is_combinable:
                running.closed.add(place)
    for seller_id, off in deliveries.items():
        running.deliveries[seller_id] -= off
    return Cut(promotion, tuple(lines), deliveries)


def _within_budget(promotion: Promotion, lines: list[int], left: Sequence[int]) -> list[int]:
    """All of it or nothing: half a discount is none that anybody was promised."""
    budget = promotion.limits.budget_minor
    if budget is not None and promotion.spent_minor + sum(lines) > budget:
        return [0] * len(lines)
    return lines


def _deliveries(
    promotion: Promotion, basket: PromotedBasket, mine: Sequence[int], running: _Running
) -> dict[UUID, int]:
    if promotion.terms.kind is not PromotionKind.DELIVERY:
        return {}
    sellers = {basket.goods[place].seller_id for place in mine}
    asked = {one: running.deliveries.get(one, 0) for one in sorted(sellers)}
    budget = promotion.limits.budget_minor
    if budget is not None and promotion.spent_minor + sum(asked.values()) > budget:
        return {}
    return {seller_id: minor for seller_id, minor in asked.items() if minor}


def _refused(
    basket: PromotedBasket, known: Sequence[Promotion], cuts: Sequence[Cut]
) -> list[RefusedCode]:
    """Every code that was typed and takes nothing off, in the order typed."""
    by_code = {one.code: one for one in known if one.code}
    used = {cut.promotion.code for cut in cuts}
    refused = []
    for code in basket.codes:
        if code in used:
            continue
        promotion = by_code.get(code)
        if promotion is None:
            refused.append(RefusedCode(code, CodeFault.UNKNOWN))
        else:
            fault = _fault(promotion, basket)
            refused.append(fault or RefusedCode(code, CodeFault.OUTDONE))
    return refused
