"""Numbers and days as people type them: Arabic digits and separators too."""

import re
from datetime import date

from tijara.kit.money import EXPONENTS, Money

DIGITS = str.maketrans(
    "٠١٢٣٤٥٦٧٨٩۰۱۲۳۴۵۶۷۸۹٫٬،", "01234567890123456789.,,", " \u00a0\u200e\u200f\u202f"
)
PLAIN = re.compile(r"(?:\d{1,12}|\d{1,3}(?:,\d{3}){1,3})(?:\.\d{1,3})?", re.ASCII)
"""A comma is believed only where it parts thousands: "49,50" may mean two things."""


def whole_number(typed: str) -> int | None:
    """None: this is no whole number."""
    plain = _plain(typed)
    return int(plain) if plain and "." not in plain else None


def amount(typed: str, currency: str) -> Money | None:
    """None: this is no amount of the currency ("49.505" riyals is none)."""
    whole, _point, part = _plain(typed).partition(".")
    exponent = EXPONENTS[currency]
    if not whole or len(part) > exponent:
        return None
    return Money(int(whole + part.ljust(exponent, "0")), currency)


def day_of(typed: str) -> date | None:
    """None: this is no day. As browsers send it, whatever digits were typed."""
    try:
        return date.fromisoformat(typed.strip().translate(DIGITS))
    except ValueError:
        return None


def _plain(typed: str) -> str:
    """Digits and at most one point; nothing, if it is anything else."""
    plain = typed.translate(DIGITS)
    return plain.replace(",", "") if PLAIN.fullmatch(plain) else ""
