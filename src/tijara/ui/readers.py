"""What differs from reader to reader on pages that all share: the cart's number, day and night.

Each stands in a gap. A page that Django draws for one reader has them filled; one that it draws for
everybody goes to the front with its gaps, and the front fills them as it sends the page on.
"""

import re
import secrets
from collections.abc import Hashable, Mapping
from functools import lru_cache
from typing import NamedTuple

from django.conf import settings
from django.http import HttpRequest
from django.template.loader import render_to_string
from django.utils import translation
from django.utils.html import escape
from django.utils.safestring import SafeString
from django.utils.translation import ngettext

from tijara.platform.front.threads import SHARED
from tijara.platform.limits import RateLimited, take
from tijara.ui.flash import COOKIE as FLASH_COOKIE
from tijara.ui.language import market_start, within_market
from tijara.ui.own_pages import is_own
from tijara.ui.pace import READING, network_of
from tijara.ui.theme import COOKIE as THEME_COOKIE
from tijara.ui.theme import THEMES

CART_COOKIE = "cart_count"
"""How many pieces are in the cart, for the masthead only: the storefront keeps it."""
CHOICES = ("auto", *THEMES)
Place = tuple[str, str]
"""A language and what a market's addresses begin with: what the pieces are drawn in."""
_token = secrets.token_hex(6)
"""Nobody can write a gap into a page: its name is this process's secret."""


class Reader(NamedTuple):
    theme: str
    count: int
    has_session: bool = False
    """Most likely signed in; what he may do is asked of the session itself."""


def gap(name: str) -> str:
    return f"\x02{name} {_token}\x03"


GAP = re.compile(rf"\x02([a-z_]+) {_token}\x03".encode())
CART, CART_LABEL, SWITCH, LIGHT = gap("cart"), gap("cart_label"), gap("switch"), gap("light")
MAIL_TO = gap("mail_to")
"""Where he is written to: who has signed in, at his own address; a guest says where."""
NOBODY = Reader("", 0)


def fill(html: str, request: HttpRequest | None, cart_count: int | None = None) -> SafeString:
    """For this reader; left open on a page that is drawn for everybody."""
    if request is not None and SHARED in request.META:
        return SafeString(html)
    place = (translation.get_language() or settings.LANGUAGE_CODE, market_start())
    reader = reader_of(request.COOKIES, place) if request is not None else NOBODY
    if cart_count is not None:
        reader = reader._replace(count=cart_count)
    for name, piece in pieces(place, reader).items():
        html = html.replace(gap(name), piece.decode())
    return SafeString(html)


def reader_of(cookies: Mapping[str, str], place: Place) -> Reader:
    if not cookies:
        return NOBODY
    theme = cookies.get(THEME_COOKIE, "")
    said = cookies.get(cart_cookie(place[1]), "")
    count = int(said) if said.isascii() and said.isdigit() and len(said) < 5 else 0
    has_session = settings.SESSION_COOKIE_NAME in cookies
    return Reader(theme if theme in THEMES else "", count, has_session)


def cart_cookie(start: str | None = None) -> str:
    """Each market has a cart of its own: "cart_count", "cart_count_eg"."""
    start = market_start() if start is None else start
    return f"{CART_COOKIE}{start.replace('/', '_')}"


@lru_cache(maxsize=2048)
def pieces(place: Place, reader: Reader) -> dict[str, bytes]:
    """What stands in each gap."""
    language, start = place
    with translation.override(language), within_market(start):
        dot = f'<span class="dot-count" aria-hidden="true">{reader.count}</span>'
        drawn = {
            "cart": dot if reader.count else "",
            "cart_label": escape(cart_label(reader.count)),
            "switch": _theme_switch(reader.theme or "auto"),
            "mail_to": render_to_string(
                "ui/parts/mail_to.html", {"is_guest": not reader.has_session}
            ),
            "light": f' data-theme="{reader.theme}"' if reader.theme else "",
        }
    return {name: piece.encode() for name, piece in drawn.items()}


def cart_label(count: int) -> str:
    return ngettext("Cart, %(count)d item", "Cart, %(count)d items", count) % {"count": count}


def _theme_switch(chosen: str) -> str:
    """Auto, day, night: the one that holds is pressed."""
    html = render_to_string("ui/parts/theme.html")
    for name in CHOICES:
        pressed = "true" if name == chosen else "false"
        html = html.replace(f'data-is="{name}"', f'aria-pressed="{pressed}"')
    return html


class ReadersAtTheFront:
    """The same, as the front asks for it."""

    gap = GAP

    def is_apart(self, cookies: Mapping[str, str], path: str) -> bool:
        """A message waits for its next page, and is shown once; or something of his own stands
        there."""
        return FLASH_COOKIE in cookies or is_own(cookies, path)

    def reader(self, place: Hashable, cookies: Mapping[str, str]) -> Reader:
        return reader_of(cookies, place)

    def pieces(self, place: Hashable, reader: Hashable) -> Mapping[str, bytes]:
        return pieces(place, reader)

    def may_ask(self, address: str) -> bool:
        try:
            take(READING, network_of(address))
        except RateLimited:
            return False
        return True
