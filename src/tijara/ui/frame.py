"""What stands around every page: masthead, departments, footer. Drawn once per language and market
and kept; what differs from reader to reader (cart, search, language, theme) is set in afterwards.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

from django.conf import settings
from django.http import HttpRequest
from django.template.loader import render_to_string
from django.utils import translation
from django.utils.html import escape
from django.utils.safestring import SafeString
from django.utils.translation import gettext_lazy as _

from tijara.domains.catalogue.shapes import CategoryNode
from tijara.domains.markets.shapes import OperatorPapers
from tijara.ui.assets import asset
from tijara.ui.disclosures import operator_name, the_operator
from tijara.ui.language import (
    all_languages,
    bare,
    is_rtl,
    languages_here,
    local,
    market_start,
)
from tijara.ui.look import Brand, brand_here, look_links, mark_address
from tijara.ui.pieces.marks import picture_address
from tijara.ui.pieces.words import named
from tijara.ui.readers import CART, CART_LABEL, LIGHT, MAIL_TO, SWITCH, fill

Place = tuple[str, tuple[str, ...], Brand | None]
"""What a market's addresses begin with, its languages, its look: what its frame hangs on."""
MarketLink = tuple[str, str, bool]
"""A market's name, the address of its front page, and whether it is this page's."""
IN_MASTHEAD = 9
"""Departments that stand on every page; the rest is one step away."""
QUERY = "\x02query\x03"
SLOTS = {"cart": CART, "cart_label": CART_LABEL, "query": QUERY, "theme": SWITCH}
WAYS: dict[str, tuple[object, ...]] = {
    "card": ("mada", "Visa", "Mastercard"),
    "bank_transfer": (_("Bank transfer"),),
    "cash_on_delivery": (_("Cash on delivery"),),
}
"""What the footer says of each way to pay."""


@dataclass(frozen=True, slots=True)
class Tongue:
    """A language in its own words, and where this page is found in it."""

    code: str
    name: str
    address: str


def html_attributes(request: HttpRequest | None) -> SafeString:
    """The attributes of <html>: language, direction, and the theme that the reader has chosen."""
    direction = "rtl" if is_rtl() else "ltr"
    return fill(f'lang="{translation.get_language()}" dir="{direction}"{LIGHT}', request)


def head_links(request: HttpRequest | None, sheet: str) -> SafeString:
    """Style sheets and scripts. No fonts for readers who asked to save data."""
    saves = bool(request) and request.headers.get("Save-Data", "").lower() == "on"
    brand = brand_here()
    links = _head_links(sheet, saves, icon_address(brand))
    return SafeString(links + look_links(brand.accent)) if brand else links


def icon_address(brand: Brand | None) -> str:
    """Of the picture in a tab's corner: the market's logo, its letter, or the house's star."""
    if brand is None:
        return asset("mark.svg")
    if brand.logo:
        return picture_address(brand.logo)
    return mark_address(brand.accent, named(brand))


@lru_cache(maxsize=64)
def _head_links(sheet: str, saves_data: bool, icon: str) -> SafeString:
    styles = asset(f"{sheet}-plain.css" if saves_data else f"{sheet}.css")
    scripts = ["site.js", "desk.js"] if sheet == "desk" else ["site.js"]
    run = "".join(f'<script type="module" src="{asset(name)}"></script>' for name in scripts)
    return SafeString(
        f'<link rel="icon" href="{icon}">'
        f'<link rel="apple-touch-icon" href="{asset("icons/touch.png")}">'
        f'<link rel="stylesheet" href="{styles}">{run}'
    )


def masthead(
    request: HttpRequest | None,
    *,
    departments: Iterable[CategoryNode] = (),
    markets: tuple[MarketLink, ...] = (),
    cart_count: int | None = None,
    query: str = "",
) -> SafeString:
    """The shop's masthead with its departments. The active department is the one of the address."""
    language = translation.get_language() or "ar"
    place = (market_start(), languages_here(), brand_here())
    html = _masthead(language, place, markets, tuple(departments))
    here = f'href="{_department_of(request)}"'
    html = (
        _with_addresses(html, request)
        .replace(f"{here} data-department", f'{here} aria-current="true"')
        .replace(" data-department", "")
        .replace(QUERY, escape(query))
    )
    return fill(html, request, cart_count)


def footer(
    request: HttpRequest | None,
    *,
    departments: Iterable[CategoryNode] = (),
    markets: tuple[MarketLink, ...] = (),
    ways: Iterable[str] = (),
    is_slim: bool = False,
) -> SafeString:
    """The footer: departments, help, the operator's disclosures, markets, the ways to pay,
    language and theme. A slim one has only what must be there where somebody is about to pay."""
    language = translation.get_language() or "ar"
    place = (market_start(), languages_here(), brand_here())
    firm = (the_operator(), operator_name())
    html = _footer(language, place, markets, tuple(departments), tuple(ways), firm, is_slim)
    return fill(_with_addresses(html, request), request)


def theme_switch(request: HttpRequest | None) -> SafeString:
    """Auto, day, night: the one that holds is pressed."""
    return fill(SWITCH, request)


def mail_to(request: HttpRequest | None) -> SafeString:
    """In a form that asks to be written to: the field for a guest's address."""
    return fill(MAIL_TO, request)


def other_languages(request: HttpRequest | None, *, anywhere: bool = False) -> list[Tongue]:
    """The other languages that this page may be had in: the market's, or all (`anywhere`, for who
    works here). Without a request their addresses are set in afterwards."""
    spoken, current = all_languages() if anywhere else languages_here(), translation.get_language()
    names = dict(settings.LANGUAGES)
    return [
        Tongue(code, names[code], _in_language(request, code) if request else _slot(code))
        for code in spoken
        if code != current
    ]


def _in_language(request: HttpRequest, code: str) -> str:
    """This page in another language."""
    path = local(bare(request.path), code)
    query = request.META.get("QUERY_STRING", "") if request.method == "GET" else ""
    return f"{path}?{query}" if query else path


def _slot(code: str) -> str:
    return f"\x02in {code}\x03"


def _with_addresses(html: str, request: HttpRequest | None) -> str:
    for code in languages_here():
        address = _in_language(request, code) if request else "/"
        html = html.replace(_slot(code), escape(address))
    return html


@lru_cache(maxsize=64)
def _masthead(
    language: str,
    place: Place,
    markets: tuple[MarketLink, ...],
    departments: tuple[CategoryNode, ...],
) -> str:
    context = {"departments": departments, "markets": markets, "slots": SLOTS}
    return render_to_string("ui/parts/masthead.html", context)


@lru_cache(maxsize=64)
def _footer(
    language: str,
    place: Place,
    markets: tuple[MarketLink, ...],
    departments: tuple[CategoryNode, ...],
    ways: tuple[str, ...],
    firm: tuple[OperatorPapers, str],
    is_slim: bool,
) -> str:
    shown = [name for way in ways for name in WAYS.get(way, ())]
    facts = {"departments": departments, "markets": markets, "slots": SLOTS, "ways": shown}
    facts |= {"firm": firm[0], "firm_name": firm[1], "is_slim": is_slim}
    return render_to_string("ui/parts/footer.html", facts)


def _department_of(request: HttpRequest | None) -> str:
    """`/c/coffee/pots` lies in the department `/c/coffee`."""
    parts = bare(request.path).split("/", 3) if request else []
    return escape(local(f"/c/{parts[2]}")) if len(parts) > 2 and parts[1] == "c" else ""
