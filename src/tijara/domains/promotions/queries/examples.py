"""What a promotion would do, before it is written down."""

from dataclasses import replace
from datetime import datetime
from uuid import UUID

from tijara.kit.clock import now
from tijara.kit.ids import OPERATOR_ID, new_id
from tijara.kit.money import EXPONENTS, Money

from ..rules import decide, draft_faults
from ..shapes import (
    Good,
    PromotedBasket,
    Promotion,
    PromotionDraft,
    PromotionKind,
    PromotionState,
)

SOME = 100
"""Whole units of the currency: what a piece of the example costs."""


def example_of(draft: PromotionDraft, currency: str) -> tuple[Money, Money] | None:
    """What a basket that fits costs without it, and with it; free delivery takes off twenty. None
    while the draft could not be written down."""
    if draft_faults(draft):
        return None
    terms, owner, moment = draft.terms, new_id(), now()
    unit = SOME * 10 ** EXPONENTS[currency]
    products = terms.scope.products or (new_id(),)
    path = next(iter(terms.scope.departments), "")
    brand = next(iter(terms.scope.brands), None)
    least = max(terms.min_quantity, terms.buy + terms.get, *(one.at for one in terms.steps), 1)
    by_sum = -(-max(terms.min_minor, terms.minor + 1) // unit)
    pieces = max(by_sum, least if least <= SOME else -(-least // unit))
    if pieces > SOME:
        unit, pieces = unit * -(-pieces // SOME), SOME
    is_bundle = terms.kind is PromotionKind.BUNDLE
    goods = [
        Good(owner, product, path, brand, pieces, unit)
        for product in (products if is_bundle else products[:1])
    ]
    carriage = unit // 5 if terms.kind is PromotionKind.DELIVERY else 0
    basket = PromotedBasket(
        draft.market_id, moment, tuple(goods), {owner: carriage}, (draft.code,), True
    )
    basket = replace(basket, groups=frozenset(filter(None, [terms.group_id])))
    taken = decide(basket, [_as_if_on(draft, owner, moment)])
    before = sum(good.total_minor for good in goods) + carriage
    return Money(before, currency), Money(before - taken.minor, currency)


def _as_if_on(draft: PromotionDraft, owner: UUID, moment: datetime) -> Promotion:
    return Promotion(
        owner_id=OPERATOR_ID if draft.terms.market_bp else owner,
        id=new_id(),
        market_id=draft.market_id,
        state=PromotionState.ACTIVE,
        name_ar=draft.name_ar,
        name_en=draft.name_en,
        name_fr=draft.name_fr,
        code=draft.code,
        starts_at=moment,
        ends_at=None,
        priority=0,
        is_combinable=True,
        terms=draft.terms,
        limits=draft.limits,
        uses=0,
        spent_minor=0,
        joined=frozenset({owner}),
    )
