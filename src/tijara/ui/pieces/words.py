"""Names, numbers, phones and codes, each safe in a text of the other direction."""

import re

from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import get_language, gettext, ngettext

from tijara.kit.figures import NARROW_SPACE, figures
from tijara.ui.look import brand_here
from tijara.ui.pieces.escaping import escape

ORDERS = {"ar": ("ar", "en", "fr"), "en": ("en", "ar", "fr"), "fr": ("fr", "en", "ar")}
"""The language that a reader reads, then those to fall back to. All Arabic is written here first,
so a French name alone is rare."""

GIGABYTE = 1024
"""In megabytes."""

ARABIC = re.compile("[\u0600-\u06ff]")


def named(thing: object, what: str = "name") -> str:
    """`thing.name_ar`, `name_en` or `name_fr` by the active language; where it is empty or not
    there, the next that the reader may know."""
    for language in ORDERS.get((get_language() or "ar")[:2], ORDERS["ar"]):
        if text := getattr(thing, f"{what}_{language}", ""):
            return text
    return ""


def site_name() -> str:
    """The name that stands in every title: the market's own, or the house's."""
    own = brand_here()
    return named(own) if own else gettext("Tijara")


def bdi(text: object) -> SafeString:
    """Anyone's text: isolated, in its own direction."""
    return SafeString(f"<bdi>{escape(text)}</bdi>")


def with_bdi(sentence: str, **words: object) -> SafeString:
    """A sentence with "%(name)s" in it, filled with what somebody typed, each word in a <bdi>."""
    return SafeString(escape(sentence) % {name: bdi(word) for name, word in words.items()})


def code(text: object) -> SafeString:
    """An order's number, a SKU, an IBAN: left to right, never broken."""
    return SafeString(f'<bdi class="code" dir="ltr">{escape(text)}</bdi>')


def grouped(value: int | float | str) -> str:
    """1,234 or 1 234, by the language."""
    return figures(str(value), get_language() or "ar")


def number(value: int | float) -> SafeString:
    return SafeString(f'<bdi class="num">{grouped(value)}</bdi>')


def points(many: int) -> SafeString:
    """Of a market's programme: "1,240 points"."""
    told = ngettext("{number} point", "{number} points", many)
    return format_html(told, number=number(many))


def megabytes(value: float) -> SafeString:
    """As large as a person grasps it: < 1 MB, 115 MB, 1.5 GB, 40 GB."""
    mega, giga = ("Mo", "Go") if get_language() == "fr" else ("MB", "GB")
    if value < 1:
        return SafeString(f'<bdi dir="ltr">&lt; 1 {mega}</bdi>')
    if value < GIGABYTE:
        return SafeString(f'<bdi dir="ltr">{value:.0f} {mega}</bdi>')
    large = value / GIGABYTE
    shown = grouped(f"{large:.0f}" if large >= 10 else f"{large:.1f}")
    return SafeString(f'<bdi dir="ltr">{shown} {giga}</bdi>')


def percent(value: object) -> str:
    """15%, in French 15 % and with its comma."""
    if (get_language() or "ar")[:2] != "fr":
        return f"{value}%"
    return f"{str(value).replace('.', ',')}{NARROW_SPACE}%"


def phone(value: str) -> SafeString:
    """A phone number from E.164, grouped to be read, as a link that calls it."""
    shown = escape(spaced(str(value)))
    return SafeString(f'<a class="num nowrap" dir="ltr" href="tel:{escape(value)}">{shown}</a>')


def spaced(value: str) -> str:
    """+966551234567 -> +966 55 123 4567; anything unknown stays as it is."""
    if not value.startswith("+") or not value[1:].isdigit() or len(value) < 11:
        return value
    code_length = 2 if value.startswith(("+20", "+1", "+44")) else 3
    rest = value[1 + code_length :]
    return f"{value[: 1 + code_length]} {rest[:-7]} {rest[-7:-4]} {rest[-4:]}"


def joined(*parts: str) -> str:
    """The parts of an address on one line, with the comma of the script that the first is in."""
    said = [part for part in parts if part]
    comma = "،" if said and ARABIC.search(said[0]) else ","
    return f"{comma} ".join(said)


def map_address(pin: str) -> str:
    """Where a map shows a point such as "24.71355,46.67530"."""
    lat, _comma, lon = pin.partition(",")
    return f"https://www.openstreetmap.org/?mlat={lat}&mlon={lon}#map=17/{lat}/{lon}"
