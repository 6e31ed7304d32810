"""What the store offers: how many there are, how many are free, and at which price."""

from dataclasses import dataclass
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from tijara.domains.catalogue.queries import variant_names
from tijara.domains.catalogue.shapes import ProductKind
from tijara.domains.inventory.queries import stock_levels
from tijara.domains.inventory.shapes import StockLevel
from tijara.domains.offers.queries import seller_offers
from tijara.domains.offers.shapes import OfferRow
from tijara.faces.seller_hub.desk import Desk, at_desk, hub_page
from tijara.faces.seller_hub.pages.orders import LONGEST_TEXT
from tijara.kit.ids import new_id
from tijara.ui.directions import page_number
from tijara.ui.language import local

SIZE = 30


@dataclass(frozen=True, slots=True)
class Slip:
    """A row's form that was refused: what was typed into which field, and what is wrong."""

    row_id: UUID
    field: str
    typed: str
    sentence: str


@require_safe
@at_desk
def stock(request: HttpRequest, desk: Desk) -> HttpResponse:
    return stock_page(request, desk)


def stock_page(request: HttpRequest, desk: Desk, slip: Slip | None = None) -> HttpResponse:
    """The list that the address asks for; with a slip, the row that it belongs to says so."""
    text = request.GET.get("q", "").strip()[:LONGEST_TEXT]
    low = request.GET.get("low") == "1"
    page = seller_offers(desk.seller_id, text=text, low=low, page=page_number(request), size=SIZE)
    stocks = stock_levels(desk.seller_id, [each.stock_id for each in page.items])
    digital = _digital([level.variant_id for level in stocks.values()])
    context = {
        "page": page,
        "rows": [_row(each, stocks[each.stock_id], digital, slip) for each in page.items],
        "query": text,
        "low": low,
        "search_action": local("/hub/stock"),
        "search_hint": _("Product name or SKU"),
        "tabs": _tabs(low),
        "here": f"?{request.GET.urlencode()}" if request.GET else "",
    }
    return hub_page(request, desk, "stock", context, status=422 if slip else 200)


def _digital(variant_ids: list[UUID]) -> set[UUID]:
    names = variant_names(variant_ids)
    return {one for one, name in names.items() if name.kind == ProductKind.DIGITAL}


def _row(row: OfferRow, stock: StockLevel, digital: set[UUID], slip: Slip | None) -> dict:
    """`key` makes a count happen once, however often its form is sent."""
    mine = slip if slip and slip.row_id in (row.stock_id, row.id) else None
    return {
        "offer": row,
        "key": new_id(),
        "kind": stock.kind,
        "is_digital": stock.variant_id in digital,
        "is_low": stock.is_low,
        "count_slip": mine if mine and mine.field == "on_hand" else None,
        "price_slip": mine if mine and mine.field == "price" else None,
    }


def _tabs(low: bool) -> list[dict]:
    return [
        {"text": _("All products"), "href": local("/hub/stock"), "current": not low},
        {"text": _("Running out"), "href": local("/hub/stock?low=1"), "current": low},
    ]
