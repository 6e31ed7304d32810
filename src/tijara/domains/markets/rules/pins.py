"""A place on the map, as people bring it: two numbers, or an address copied from a map."""

import re
from urllib.parse import parse_qs, unquote, urlsplit

from tijara.kit.arabic import ascii_digits, strip_controls

NUMBER = r"[-+]?\d{1,3}(?:\.\d{1,10})?"
PAIR = re.compile(rf"({NUMBER})\s*[,~;\s]\s*({NUMBER})")
IN_PATH = (
    re.compile(rf"!3d({NUMBER})!4d({NUMBER})"),
    re.compile(rf"@({NUMBER}),({NUMBER})"),
    re.compile(rf"/({NUMBER}),({NUMBER})"),
)
"""The pin of a place goes before the middle of the map that shows it."""
IN_FRAGMENT = re.compile(rf"map=\d{{1,2}}(?:\.\d+)?/({NUMBER})/({NUMBER})")
ASKED_BY = ("q", "query", "ll", "destination", "daddr", "cp", "center", "sll", "at")
SHORTENED = ("maps.app.goo.gl", "goo.gl", "app.goo.gl", "bit.ly", "w3w.co")
"""What these stand for is known to their server only, and we fetch nothing."""
PLACES = 5
"""Decimals that are kept: about a metre."""


def read_pin(typed: str) -> tuple[str, str]:
    """("24.71355,46.67530", "") — or what was typed and the code of what is wrong with it."""
    text = ascii_digits(strip_controls(typed)).replace("٫", ".").replace("،", ",").strip()
    if not text:
        return "", ""
    found = _found(text)
    if found is None:
        return typed, "pin_short_link" if _host(text) in SHORTENED else "pin_unreadable"
    lat, lon = (float(one) for one in found)
    if abs(lat) > 90 or abs(lon) > 180:
        return typed, "pin_unreadable"
    return f"{lat:.{PLACES}f},{lon:.{PLACES}f}", ""


def lies_within(pin: str, bounds: tuple[float, float, float, float]) -> bool:
    """`bounds` are the south, west, north and east edges of a country, roughly."""
    lat, lon = (float(one) for one in pin.split(","))
    south, west, north, east = bounds
    return south <= lat <= north and west <= lon <= east


def _found(text: str) -> tuple[str, str] | None:
    if plain := PAIR.fullmatch(text):
        return plain[1], plain[2]
    if text.lower().startswith("geo:"):
        return _pair(text[4:].split(";")[0].split("?")[0])
    try:
        address = urlsplit(text if "://" in text else f"https://{text}")
        asked = parse_qs(address.query)
    except ValueError:
        return None
    if not address.hostname or "." not in address.hostname:
        return None
    return _in_query(asked) or _in_path(unquote(address.path)) or _in_fragment(address.fragment)


def _in_query(asked: dict[str, list[str]]) -> tuple[str, str] | None:
    if "mlat" in asked and "mlon" in asked:
        return _pair(f"{asked['mlat'][0]},{asked['mlon'][0]}")
    for name in ASKED_BY:
        for value in asked.get(name, ()):
            if pair := _pair(value.removeprefix("loc:")):
                return pair
    return None


def _in_path(path: str) -> tuple[str, str] | None:
    for pattern in IN_PATH:
        if found := pattern.search(path):
            return found[1], found[2]
    return None


def _in_fragment(fragment: str) -> tuple[str, str] | None:
    found = IN_FRAGMENT.search(fragment)
    return (found[1], found[2]) if found else None


def _pair(text: str) -> tuple[str, str] | None:
    found = PAIR.match(text.strip())
    return (found[1], found[2]) if found else None


def _host(text: str) -> str:
    return text.split("://")[-1].split("/")[0].lower()
