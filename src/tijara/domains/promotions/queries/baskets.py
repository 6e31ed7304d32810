"""What promotions take off a basket."""

from collections.abc import Iterable
from uuid import UUID

from tijara.kit.clock import now

from ..rules import decide, tidy_code
from ..shapes import Discounts, PromotedBasket, Promotion
from .known import known_in

MOST_CODES = 3


def discounts(basket: PromotedBasket) -> Discounts:
    """No statement: promotions are kept for seconds. Whether a limited one is still to be had is
    decided when it is claimed."""
    known = known_in(basket.market_id)
    return decide(basket, known) if known or basket.codes else Discounts()


def has_first_order(market_id: UUID, codes: Iterable[str]) -> bool:
    """Whether it matters here that a buyer has not ordered before."""
    typed, moment = set(codes), now()
    return any(
        one.terms.is_first_order and one.holds_at(moment) and (not one.code or one.code in typed)
        for one in known_in(market_id)
    )


def groups_named(market_id: UUID) -> frozenset[UUID]:
    """The groups that promotions are for which hold now; no statement."""
    moment = now()
    return frozenset(
        one.terms.group_id
        for one in known_in(market_id)
        if one.terms.group_id and one.holds_at(moment)
    )


def codes_known(typed: Iterable[str]) -> tuple[str, ...]:
    """As they are spelt here, each once; at most three."""
    codes = (tidy_code(one) for one in typed)
    return tuple(dict.fromkeys(filter(None, codes)))[:MOST_CODES]


def promotions_on(market_id: UUID) -> list[Promotion]:
    """Those that hold now by themselves for whoever comes: what shops and shelves may tell of."""
    moment = now()
    return [
        one
        for one in known_in(market_id)
        if not one.code and not one.terms.group_id and one.holds_at(moment)
    ]
