"""What the store offers: how many there are, how many are free, at which price; written in place.

The whole page is one form; a script sends single cells of it and is answered with what stands
there now."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext, pgettext
from django.views.decorators.http import require_http_methods, require_safe

from tijara.domains.awaiting.queries import people_waiting
from tijara.domains.catalogue.queries import variant_names
from tijara.domains.catalogue.shapes import ProductKind
from tijara.domains.inventory.queries import stock_levels
from tijara.domains.inventory.shapes import StockKind, StockLevel
from tijara.domains.offers.actions import OfferUnknown, pause_offer, resume_offer
from tijara.domains.offers.queries import offers, seller_offers
from tijara.domains.offers.shapes import OfferKey, OfferRow
from tijara.faces.seller_hub.desk import Desk, at_desk, hub_page
from tijara.faces.seller_hub.lists import own_views
from tijara.faces.seller_hub.order_views import LONGEST_TEXT
from tijara.faces.seller_hub.stock_cells import PRICE, UNITS, Cell, save_cells
from tijara.faces.seller_hub.words import CONDITIONS
from tijara.kit.ids import new_id
from tijara.kit.page import Page
from tijara.kit.powers import Power
from tijara.ui import downloads
from tijara.ui.directions import page_cursor, page_number, query_of, see_other
from tijara.ui.goods.sheet import read_id
from tijara.ui.language import local
from tijara.ui.pieces.words import named

SIZE, MOST_ROWS = 30, 20_000
SHOWN: dict[str, Mapping[str, bool]] = {
    "": {},
    "low": {"low": True},
    "hidden": {"is_active": False},
}
"""What a tab asks of the list, by its word in the address."""
SHELF_ACTS = {"hide": pause_offer, "show": resume_offer}


@dataclass(frozen=True, slots=True)
class Line:
    """A row of the list: the offer, how its units are kept, and what of it was refused just now."""

    offer: OfferRow
    kind: StockKind
    is_digital: bool
    is_low: bool
    waiting: int
    """How many people want to be told when it can be bought again."""
    units_slip: Cell | None
    price_slip: Cell | None

    @property
    def is_counted(self) -> bool:
        return self.kind is StockKind.SHELF and not self.is_digital


@require_http_methods(["GET", "HEAD", "POST"])
@at_desk
def stock(request: HttpRequest, desk: Desk) -> HttpResponse:
    if request.method != "POST":
        return _page(request, desk, ())
    cells = save_cells(desk, request.POST)
    if request.accepts("application/json") and not request.accepts("text/html"):
        return _answer(desk, cells)
    shelved = _shelve(request, desk)
    if any(cell.sentence for cell in cells):
        return _page(request, desk, cells)
    return see_other(
        f"{local('/hub/stock')}{query_of(request)}", *_said(request, len(cells), shelved)
    )


@require_safe
@at_desk
def stock_file(request: HttpRequest, desk: Desk) -> HttpResponse:
    desk.must(Power.STOCK_MANAGE)
    head = [
        _("Product"),
        _("Variant"),
        _("SKU"),
        _("Condition"),
        _("On the shelf"),
        pgettext("stock", "Kept"),
        pgettext("stock", "Free"),
        _("Price"),
        _("Price before"),
        _("State"),
    ]
    found = _listed(request, desk, size=MOST_ROWS).items
    rows = [_cells_of(row) for row in sorted(found, key=lambda row: (row.name_ar, row.id))]
    return downloads.table("stock", [head, *rows])


def _listed(request: HttpRequest, desk: Desk, **part: Any) -> Page[OfferRow]:
    text = request.GET.get("q", "").strip()[:LONGEST_TEXT]
    return seller_offers(desk.seller_id, text=text, **part, **SHOWN[_which(request)])


def _which(request: HttpRequest) -> str:
    said = request.GET.get("show", "")
    return said if said in SHOWN else ""


def _page(request: HttpRequest, desk: Desk, cells: Iterable[Cell]) -> HttpResponse:
    """The list that the address asks for; where something was refused, its cell says so."""
    page = _listed(request, desk, page=page_number(request), size=SIZE, beside=page_cursor(request))
    stocks = stock_levels(desk.seller_id, [each.stock_id for each in page.items])
    names = variant_names([level.variant_id for level in stocks.values()])
    waiting = people_waiting(desk.market.id, names)
    digital = {one for one, name in names.items() if name.kind == ProductKind.DIGITAL}
    refused = {cell.name: cell for cell in cells if cell.sentence}
    which = _which(request)
    rows = [_line(each, stocks[each.stock_id], digital, refused, waiting) for each in page.items]
    told = {slip.name for row in rows for slip in (row.units_slip, row.price_slip) if slip}
    context = {
        "page": page,
        "key": new_id(),
        "rows": rows,
        "query": request.GET.get("q", "").strip()[:LONGEST_TEXT],
        "which": which,
        "refused": len(told),
        "gone": sorted({cell.sentence for name, cell in refused.items() if name not in told}),
        "list_hint": _("Product name or SKU"),
        "conditions": CONDITIONS,
        "may_price": desk.actor.may(Power.OFFERS_MANAGE),
        "here": query_of(request),
        **own_views(request, desk, "stock", _tabs(which)),
    }
    return hub_page(request, desk, "stock", context, status=422 if refused else 200)


def _line(
    row: OfferRow,
    stock: StockLevel,
    digital: set[UUID],
    refused: Mapping[str, Cell],
    waiting: Mapping[UUID, int],
) -> Line:
    return Line(
        offer=row,
        kind=stock.kind,
        is_digital=stock.variant_id in digital,
        is_low=stock.is_low,
        waiting=waiting.get(stock.variant_id, 0),
        units_slip=refused.get(f"{UNITS}_{row.stock_id}"),
        price_slip=refused.get(f"{PRICE}_{row.id}"),
    )


def _shelve(request: HttpRequest, desk: Desk) -> int:
    """Hide or show what was ticked. How many there were."""
    act = SHELF_ACTS.get(request.POST.get("act", ""))
    ticked = dict.fromkeys(read_id(one) for one in request.POST.getlist("offer")[:SIZE])
    done = 0
    for offer_id in ticked if act else ():
        try:
            act(actor=desk.actor, seller_id=desk.seller_id, offer_id=offer_id)
            done += 1
        except OfferUnknown:
            continue
    return done


def _said(request: HttpRequest, saved: int, shelved: int) -> tuple[str, str]:
    parts = []
    if saved:
        said = ngettext("%(many)s change is saved.", "%(many)s changes are saved.", saved)
        parts.append(said % {"many": saved})
    if shelved and request.POST.get("act") == "hide":
        said = ngettext("%(many)s offer is hidden.", "%(many)s offers are hidden.", shelved)
        parts.append(said % {"many": shelved})
    elif shelved:
        said = ngettext("%(many)s offer is shown.", "%(many)s offers are shown.", shelved)
        parts.append(said % {"many": shelved})
    if not parts:
        return _("Nothing was changed."), "info"
    return " ".join(parts), "good"


def _answer(desk: Desk, cells: list[Cell]) -> JsonResponse:
    """For a script: each cell as it stands now, and what was wrong with what was typed."""
    levels = stock_levels(desk.seller_id, [cell.row_id for cell in cells if cell.what == UNITS])
    prices = [OfferKey(desk.seller_id, cell.row_id) for cell in cells if cell.what == PRICE]
    cards = offers(prices) if prices else {}
    told = {}
    for cell in cells:
        if level := levels.get(cell.row_id):
            told[cell.name] = {"value": str(level.on_hand), "free": level.free, "low": level.is_low}
        elif card := cards.get(OfferKey(desk.seller_id, cell.row_id)):
            value = card.price.to_decimal_string()
            told[cell.name] = {"value": value, "version": card.version}
        told.setdefault(cell.name, {})["error"] = cell.sentence
    return JsonResponse({"key": str(new_id()), "cells": told})


def _cells_of(row: OfferRow) -> list[object]:
    return [
        named(row),
        named(row, "label"),
        row.sku,
        CONDITIONS.get(row.condition, row.condition),
        row.on_hand,
        row.held,
        row.free,
        row.price,
        row.was or "",
        _("On the shelf") if row.is_active else pgettext("offer", "Hidden"),
    ]


def _tabs(which: str) -> list[dict]:
    texts = {
        "": _("All products"),
        "low": _("Running out"),
        "hidden": pgettext("offer", "Hidden"),
    }
    return [
        {
            "text": text,
            "href": local("/hub/stock" + (f"?show={name}" if name else "")),
            "current": name == which,
        }
        for name, text in texts.items()
    ]
