"""What a market wears: its name, logo and accent, on every page that is made within it.

The accent comes as a style sheet of its own, at an address that says what is in it, so that
browsers keep it for good and no page carries a style.
"""

import unicodedata
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass, fields
from functools import lru_cache
from hashlib import sha256

from django.http import Http404, HttpRequest, HttpResponse
from django.template.loader import render_to_string
from django.utils.html import escape
from django.utils.safestring import SafeString
from django.views.decorators.http import require_safe

from tijara.kit.accents import HOUSE, Shades, accent_of, read_accent

KEPT = "public, max-age=31536000, immutable"
GLANCE = "public, max-age=300"


@dataclass(frozen=True, slots=True)
class Brand:
    """`logo` is the name of a made picture; empty: the letter of its name stands there."""

    name_ar: str
    name_en: str
    name_fr: str
    accent: str
    logo: str = ""


_worn: ContextVar[Callable[[], Brand | None]] = ContextVar("_worn", default=lambda: None)


@contextmanager
def wearing(tell: Callable[[], Brand | None]) -> Iterator[None]:
    """While a page is drawn, it wears what `tell` says by then; None: the house's own look."""
    token = _worn.set(tell)
    try:
        yield
    finally:
        _worn.reset(token)


def brand_here() -> Brand | None:
    return _worn.get()()


def look_links(accent: str) -> SafeString:
    """The sheet of an accent; nothing for the house's own, which is in the style sheet, unless it
    has to be put back over a market's."""
    own = brand_here()
    is_worn = accent == (own.accent if own else HOUSE)
    if not accent or accent == HOUSE and is_worn:
        return SafeString("")
    return SafeString(f'<link rel="stylesheet" href="{sheet_address(accent)}" data-look>')


@lru_cache(256)
def sheet_address(accent: str) -> str:
    return f"/ui/look/{accent[1:]}-{_digest(accent)}.css"


def mark_address(accent: str, name: str) -> str:
    """The picture of a market without a logo: the letter of its name on its accent."""
    return f"/ui/mark/{accent[1:]}-{ord(first_letter(name)):x}.svg"


def first_letter(name: str) -> str:
    """Of its last word, because so many are a house or a market of something, and there of what
    stands after the article; a name without letters gets a star."""
    for word in reversed(name.split()):
        bare = word.removeprefix("ال") if len(word) > 4 else word
        letters = (one for one in bare.split("-")[-1] if unicodedata.category(one)[0] in "LN")
        if first := next(letters, ""):
            return first.upper()[:1]
    return "✦"


@require_safe
def look_sheet(request: HttpRequest, colour: str, digest: str = "") -> HttpResponse:
    """Kept for good under its full address; without the digest, for a page that tries colours."""
    accent = read_accent(colour)
    if accent is None:
        raise Http404
    is_full = digest == _digest(accent)
    response = HttpResponse(sheet_of(accent), content_type="text/css; charset=utf-8")
    response["Cache-Control"] = KEPT if is_full else GLANCE
    return response


@require_safe
def mark(request: HttpRequest, colour: str, letter: str) -> HttpResponse:
    accent, place = read_accent(colour), int(letter, 16)
    if accent is None or place > 0x10FFFF or 0xD800 <= place <= 0xDFFF:
        raise Http404
    shades = accent_of(accent).day
    context = {"shades": shades, "letter": first_letter(chr(place))}
    picture = render_to_string("ui/mark.svg", context)
    response = HttpResponse(picture, content_type="image/svg+xml")
    response["Cache-Control"] = KEPT
    return response


@lru_cache(64)
def sheet_of(accent: str) -> str:
    """Only colours that were computed are in it, whatever was asked for."""
    shades = accent_of(accent)
    tokens = "".join(
        f"--{field.name.replace('_', '-')}:"
        f"light-dark({getattr(shades.day, field.name)},{getattr(shades.night, field.name)});"
        for field in fields(Shades)
    )
    return f"@layer tokens{{:root{{{tokens}}}}}"


@lru_cache(256)
def _digest(accent: str) -> str:
    return sha256(sheet_of(accent).encode()).hexdigest()[:8]


def monogram(name: str, classes: str = "") -> SafeString:
    """The letter of a name on the accent, for the eye; the name stands beside it."""
    looks = f" {escape(classes)}" if classes else ""
    letter = escape(first_letter(name))
    return SafeString(f'<span class="monogram{looks}" aria-hidden="true">{letter}</span>')
