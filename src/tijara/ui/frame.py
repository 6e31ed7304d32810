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
from django.utils.translation import ngettext

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
from tijara.ui.theme import chosen_theme

CART_COOKIE = "cart_count"
"""How many pieces are in the cart, for the masthead only: the storefront keeps it."""
Place = tuple[str, tuple[str, ...]]
"""What a market's addresses begin with, and its languages: what its frame hangs on."""
MarketLink = tuple[str, str, bool]
"""A market's name, the address of its front page, and whether it is this page's."""
CART, CART_LABEL, QUERY, THEME = (
    "\x02cart\x03",
    "\x02cart label\x03",
    "\x02query\x03",
    "\x02theme\x03",
)
SLOTS = {"cart": CART, "cart_label": CART_LABEL, "query": QUERY, "theme": THEME}
WAYS: dict[str, tuple[object, ...]] = {
    "card": ("mada", "Visa", "Mastercard"),
    "bank_transfer": (_("Bank transfer"),),
    "cash_on_delivery": (_("Cash on delivery"),),
}
"""What the footer says of each way to pay."""
THEMES = ("auto", "light", "dark")


@dataclass(frozen=True, slots=True)
class Tongue:
    """A language in its own words, and where this page is found in it."""

    code: str
    name: str
    address: str


def html_attributes(request: HttpRequest | None) -> SafeString:
    """The attributes of <html>: language, direction, and the theme that the reader has chosen."""
    theme = chosen_theme(request)
    chosen = f' data-theme="{theme}"' if theme else ""
    direction = "rtl" if is_rtl() else "ltr"
    return SafeString(f'lang="{translation.get_language()}" dir="{direction}"{chosen}')


def head_links(request: HttpRequest | None, sheet: str) -> SafeString:
    """Style sheets and scripts. No fonts for readers who asked to save data."""
    saves = bool(request) and request.headers.get("Save-Data", "").lower() == "on"
    return _head_links(sheet, saves)


@lru_cache(maxsize=8)
def _head_links(sheet: str, saves_data: bool) -> SafeString:
    sheets = [f"{sheet}.css"] if saves_data else [f"{sheet}.css", "fonts.css"]
    links = "".join(f'<link rel="stylesheet" href="{asset(name)}">' for name in sheets)
    return SafeString(
        f'<link rel="icon" type="image/svg+xml" href="{asset("mark.svg")}">{links}'
        f'<script type="module" src="{asset("site.js")}"></script>'
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
    place = (market_start(), languages_here())
    html = _masthead(language, place, markets, tuple(departments))
    count = _count_of(request) if cart_count is None else cart_count
    here = f'href="{_department_of(request)}"'
    return SafeString(
        _with_addresses(html, request)
        .replace(f"{here} data-department", f'{here} aria-current="true"')
        .replace(" data-department", "")
        .replace(CART_LABEL, escape(_cart_label(count)))
        .replace(CART, f'<span class="dot-count" aria-hidden="true">{count}</span>' * bool(count))
        .replace(QUERY, escape(query))
    )


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
    place = (market_start(), languages_here())
    html = _footer(language, place, markets, tuple(departments), tuple(ways))
    html = _with_addresses(html, request)
    return SafeString(html.replace(THEME, theme_switch(request)))


def cart_cookie() -> str:
    """Each market has a cart of its own: "cart_count", "cart_count_eg"."""
    return f"{CART_COOKIE}{market_start().replace('/', '_')}"


def theme_switch(request: HttpRequest | None) -> SafeString:
    """Auto, day, night: the one that holds is pressed."""
    chosen = chosen_theme(request) or "auto"
    html = _theme_switch(translation.get_language() or "ar", market_start())
    for name in THEMES:
        pressed = "true" if name == chosen else "false"
        html = html.replace(f'data-is="{name}"', f'aria-pressed="{pressed}"')
    return SafeString(html)


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
) -> str:
    shown = [name for way in ways for name in WAYS.get(way, ())]
    facts = {"departments": departments, "markets": markets, "slots": SLOTS, "ways": shown}
    return render_to_string("ui/parts/footer.html", facts)


@lru_cache(maxsize=8)
def _theme_switch(language: str, start: str) -> str:
    return render_to_string("ui/parts/theme.html")


def _department_of(request: HttpRequest | None) -> str:
    """`/c/coffee/pots` lies in the department `/c/coffee`."""
    parts = bare(request.path).split("/", 3) if request else []
    return escape(local(f"/c/{parts[2]}")) if len(parts) > 2 and parts[1] == "c" else ""


def _count_of(request: HttpRequest | None) -> int:
    said = request.COOKIES.get(cart_cookie(), "") if request else ""
    return int(said) if said.isascii() and said.isdigit() and len(said) < 5 else 0


def _cart_label(count: int) -> str:
    return ngettext("Cart, %(count)d item", "Cart, %(count)d items", count) % {"count": count}
