"""More from a department, for the foot of its products' pages: drawn once in half a minute."""

from collections.abc import Iterable
from uuid import UUID

from django.utils.html import format_html_join
from django.utils.translation import get_language

from tijara.domains.reviews.queries import recent_ratings
from tijara.domains.search.queries import shelf
from tijara.faces.storefront.here import here
from tijara.kit.recent import SHELVES, RecentOf
from tijara.ui.pieces.cards import product_card

SHOWN = 6
SECONDS = 30
Drawn = list[tuple[UUID, str]]
Key = tuple[UUID, str, str]
"""A market, a department, a language."""


def cards_like(product_id: UUID, department: str) -> str:
    """The most wanted goods of the department but this one, as cards; empty where it is alone."""
    key = (here().id, department, get_language() or "ar")
    drawn = _drawn.get([key])[key]
    others = [(card,) for other_id, card in drawn if other_id != product_id]
    return format_html_join("", "{}", others[:SHOWN])


def _draw(keys: Iterable[Key]) -> dict[Key, Drawn]:
    """In the language of the page that asks."""
    return {key: _cards(*key[:2]) for key in keys}


def _cards(market_id: UUID, department: str) -> Drawn:
    found = shelf(market_id, category_path=department, size=SHOWN + 1, in_stock=True)
    ratings = recent_ratings(market_id, [card.product_id for card in found.items])
    return [
        (card.product_id, product_card(card, products="/p/", cart="/cart", ratings=ratings))
        for card in found.items
    ]


_drawn = RecentOf[Key, Drawn](_draw, SECONDS, most=500, topic=SHELVES)
