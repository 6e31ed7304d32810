"""More from a department, for the foot of its products' pages: drawn once in half a minute."""

from functools import cache, partial
from uuid import UUID

from django.utils.html import format_html_join
from django.utils.translation import get_language

from tijara.domains.search.queries import shelf
from tijara.faces.storefront.here import here
from tijara.kit.recent import Recent
from tijara.ui.pieces.cards import product_card

SHOWN = 6
SECONDS = 30
Drawn = list[tuple[UUID, str]]


def cards_like(product_id: UUID, department: str) -> str:
    """The most wanted goods of the department but this one, as cards; empty where it is alone."""
    drawn = _kept(department, get_language() or "ar").get()
    others = [(card,) for other_id, card in drawn if other_id != product_id]
    return format_html_join("", "{}", others[:SHOWN])


@cache
def _kept(department: str, language: str) -> Recent[Drawn]:
    return Recent(partial(_draw, department), SECONDS)


def _draw(department: str) -> Drawn:
    found = shelf(here().id, category_path=department, size=SHOWN + 1, in_stock=True)
    return [
        (card.product_id, product_card(card, products="/p/", cart="/cart")) for card in found.items
    ]
