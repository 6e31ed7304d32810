"""What stands around every page: masthead, departments, footer. Drawn once per language and market
and kept; what differs from reader to reader (cart, search, language, theme) is set in afterwards.
"""

from collections.abc import Iterable
from functools import lru_cache

from django.conf import settings
from django.http import HttpRequest
from django.template.loader import render_to_string
from django.utils import translation
from django.utils.html import escape
from django.utils.safestring import SafeString
from django.utils.translation import gettext_lazy as _

from tijara.domains.catalogue.shapes import CategoryNode
from tijara.ui.assets import asset
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
from tijara.ui.readers import CART, CART_LABEL, LIGHT, SWITCH, fill

Place = tuple[str, tuple[str, ...], Brand | None]
"""What a market's addresses begin with, its languages, its look: what its frame hangs on."""
MarketLink = tuple[str, str, bool]
"""A market's name, the address of its front page, and whether it is this page's."""
QUERY, OTHER = "\x02query\x03", "\x02other\x03"
SLOTS = {"cart": CART, "cart_label": CART_LABEL, "query": QUERY, "other": OTHER, "theme": SWITCH}
WAYS: dict[str, tuple[object, ...]] = {
    "card": ("mada", "Visa", "Mastercard"),
    "bank_transfer": (_("Bank transfer"),),
    "cash_on_delivery": (_("Cash on delivery"),),
}
"""What the footer says of each way to pay."""


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
        html.replace(f"{here} data-department", f'{here} aria-current="true"')
        .replace(" data-department", "")
        .replace(OTHER, escape(other_address(request)))
        .replace(QUERY, escape(query))
    )
    return fill(html, request, cart_count)


def footer(
    request: HttpRequest | None,
    *,
    departments: Iterable[CategoryNode] = (),
    markets: tuple[MarketLink, ...] = (),
    ways: Iterable[str] = (),
) -> SafeString:
    """The footer: departments, help, the operator's disclosures, markets, the ways to pay,
    language and theme."""
    language = translation.get_language() or "ar"
    place = (market_start(), languages_here(), brand_here())
    html = _footer(language, place, markets, tuple(departments), tuple(ways))
    return fill(html.replace(OTHER, escape(other_address(request))), request)


def theme_switch(request: HttpRequest | None) -> SafeString:
    """Auto, day, night: the one that holds is pressed."""
    return fill(SWITCH, request)


def other_language(*, anywhere: bool = False) -> dict[str, str] | None:
    """The language that the switch leads to: from any other to Arabic, from Arabic to the first.
    One of the market's, or of all (`anywhere`, for who works here); None: there is no other."""
    spoken = all_languages() if anywhere else languages_here()
    others = [code for code in spoken if code != translation.get_language()]
    if not others:
        return None
    code = settings.LANGUAGE_CODE if settings.LANGUAGE_CODE in others else others[0]
    return {"code": code, "name": dict(settings.LANGUAGES)[code]}


def other_address(request: HttpRequest | None, *, anywhere: bool = False) -> str:
    """This page in the other language."""
    other = other_language(anywhere=anywhere)
    if request is None or other is None:
        return "/"
    path = local(bare(request.path), other["code"])
    query = request.META.get("QUERY_STRING", "") if request.method == "GET" else ""
    return f"{path}?{query}" if query else path


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
) -> str:
    shown = [name for way in ways for name in WAYS.get(way, ())]
    facts = {"departments": departments, "markets": markets, "slots": SLOTS, "ways": shown}
    return render_to_string("ui/parts/footer.html", facts)


def _department_of(request: HttpRequest | None) -> str:
    """`/c/coffee/pots` lies in the department `/c/coffee`."""
    parts = bare(request.path).split("/", 3) if request else []
    return escape(local(f"/c/{parts[2]}")) if len(parts) > 2 and parts[1] == "c" else ""
