"""What people search for: in the seller's departments, and what nobody sells."""

from dataclasses import dataclass

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from tijara.domains.catalogue.queries import categories
from tijara.domains.markets.queries import address_start
from tijara.domains.search.queries import departments_of, unmet_words, wanted_words
from tijara.domains.search.rules import FEWEST_PEOPLE
from tijara.domains.search.shapes import WordingView
from tijara.faces.seller_hub.desk import Desk, at_desk, hub_page
from tijara.kit.powers import Power
from tijara.ui.directions import page_number
from tijara.ui.pieces.words import named

MOST_NAMED = 2


@dataclass(frozen=True, slots=True)
class Row:
    word: WordingView
    departments: list[str]


@require_safe
@at_desk
def searches(request: HttpRequest, desk: Desk) -> HttpResponse:
    desk.must(Power.PRODUCTS_MANAGE)
    names = {node.path: named(node) for node in categories()}
    found = wanted_words(desk.market.id, desk.seller_id, page=page_number(request))
    context = {
        "page": found,
        "rows": [
            Row(word, [names[path] for path in word.departments[:MOST_NAMED] if path in names])
            for word in found.items
        ],
        "unmet": unmet_words(desk.market.id),
        "has_goods": bool(departments_of(desk.seller_id)),
        "front": address_start(desk.market.id),
        "fewest": FEWEST_PEOPLE,
    }
    return hub_page(request, desk, "searches", context)
