"""The shelves of the front page: the operator's, or those that it has of itself."""

from collections.abc import Set
from dataclasses import dataclass
from uuid import UUID

from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from tijara.domains.catalogue.queries import categories
from tijara.domains.content.queries import shelves_shown
from tijara.domains.content.shapes import Shelf, ShelfSource
from tijara.domains.markets.shapes import MarketPolicy
from tijara.domains.search.queries import cards, shelf
from tijara.domains.search.shapes import ProductCard
from tijara.domains.stores.queries import all_stores
from tijara.domains.stores.shapes import StoreCard
from tijara.faces.storefront.here import today
from tijara.ui.front_words import shelf_name
from tijara.ui.pieces.words import named

FIRST, LATER = 10, 8
"""Goods of the shelf that leads, and of each below it."""
SPARE = 3
"""The shelf that leads brings so many more, for pictures."""
FEWEST = 3
"""A shelf with less that is new to the page shows what stands above as well; that of new goods does
not show where nothing is new."""
WHOLE = {
    ShelfSource.POPULAR: "/search",
    ShelfSource.REDUCED: "/search?reduced=1",
    ShelfSource.NEW: "/search?sort=new",
}
MORE = _("See more")
THERE = _("On our shelves now")
MORE_WORDS = {ShelfSource.REDUCED: pgettext_lazy("reduced goods", "All of them")}
AS_THEY_ARE = frozenset({ShelfSource.POPULAR, ShelfSource.REDUCED, ShelfSource.PICKED})
"""These show theirs whatever stands above; the others show what the page does not show yet."""


@dataclass(frozen=True, slots=True)
class FrontShelf:
    """`more` is where all of its goods stand, in this market; empty where there is no such page."""

    heading: str
    cards: list[ProductCard]
    further: list[ProductCard]
    more: str = ""
    more_words: object = MORE
    picture: str = ""


def front_shelves(market: MarketPolicy) -> list[FrontShelf]:
    """Those of today that have goods to show: a statement for each, whose number is bounded."""
    shown: list[FrontShelf] = []
    for told in shelves_shown(market.id, today()):
        size = LATER if shown else FIRST
        known = {card.product_id for one in shown for card in one.cards}
        found = _others(told, _goods(market, told, 2 * size), known, size)
        if found:
            shown.append(_front_shelf(told, found, size, is_first=not shown))
    return shown


def _goods(market: MarketPolicy, told: Shelf, size: int) -> list[ProductCard]:
    match told.source:
        case ShelfSource.PICKED:
            return [card for card in cards(told.products, market.id) if card.in_stock]
        case ShelfSource.DEPARTMENT:
            return shelf(market.id, category_path=told.place, size=size, in_stock=True).items
        case ShelfSource.STORE:
            return shelf(market.id, seller_id=UUID(told.place), size=size, in_stock=True).items
        case ShelfSource.BRAND:
            return shelf(market.id, brand=told.place, size=size, in_stock=True).items
        case ShelfSource.REDUCED:
            return shelf(market.id, size=size, in_stock=True, reduced=True).items
    order = "new" if told.source is ShelfSource.NEW else ""
    return shelf(market.id, size=size, in_stock=True, sort=order).items


def _others(
    told: Shelf, found: list[ProductCard], known: Set[UUID], size: int
) -> list[ProductCard]:
    if told.source in AS_THEY_ARE:
        return found
    others = [card for card in found if card.product_id not in known]
    if not others and told.source is ShelfSource.NEW:
        return []
    return others if len(others) >= FEWEST else found


def _front_shelf(told: Shelf, found: list[ProductCard], size: int, *, is_first: bool) -> FrontShelf:
    """The most bought of one or two goods would be an empty word: they are just there."""
    is_young = told.source is ShelfSource.POPULAR and len(found) < FEWEST
    own = shelf_name(told, _place_name(told, found[0]))
    return FrontShelf(
        heading=str(THERE) if is_young and not named(told, "heading") else own,
        cards=found[:size],
        further=found[size : size + SPARE] if is_first else [],
        more=_whole(told),
        more_words=MORE_WORDS.get(told.source, MORE),
        picture=told.picture,
    )


def _place_name(told: Shelf, first: ProductCard) -> str:
    match told.source:
        case ShelfSource.DEPARTMENT:
            return next((named(one) for one in categories() if one.path == told.place), "")
        case ShelfSource.BRAND:
            return named(first, "brand")
        case ShelfSource.STORE:
            store = _store(told)
            return named(store) if store else ""
    return ""


def _store(told: Shelf) -> StoreCard | None:
    return next((one for one in all_stores() if str(one.seller_id) == told.place), None)


def _whole(told: Shelf) -> str:
    match told.source:
        case ShelfSource.DEPARTMENT:
            return f"/c/{told.place}"
        case ShelfSource.BRAND:
            return f"/search?brand={told.place}"
        case ShelfSource.STORE:
            store = _store(told)
            return f"/s/{store.slug}" if store else ""
    return WHOLE.get(told.source, "")
