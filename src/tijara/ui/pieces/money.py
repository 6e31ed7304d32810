"""Prices. The sign stands left of the number in every language; the ear hears the word."""

from functools import lru_cache

from django.utils.safestring import SafeString
from django.utils.translation import get_language, gettext_lazy
from django.utils.translation import gettext as _

from tijara.kit.figures import figures
from tijara.kit.money import Money
from tijara.ui.pieces.escaping import escape

SIGNS = {
    "AED": "د.إ",
    "BHD": "د.ب",
    "DZD": "د.ج",
    "EGP": "ج.م",
    "IQD": "د.ع",
    "JOD": "د.أ",
    "KWD": "د.ك",
    "LBP": "ل.ل",
    "MAD": "د.م",
    "OMR": "ر.ع",
    "QAR": "ر.ق",
    "TND": "د.ت",
}
"""Short signs where Arabic has one; other languages show the code. SAR has a drawn sign."""
DINARS, DIRHAMS = gettext_lazy("dinars"), gettext_lazy("dirhams")
POUNDS, RIYALS = gettext_lazy("pounds"), gettext_lazy("riyals")
WORDS = {
    "AED": DIRHAMS,
    "BHD": DINARS,
    "BRL": gettext_lazy("reais"),
    "DZD": DINARS,
    "EGP": POUNDS,
    "EUR": gettext_lazy("euros"),
    "GBP": POUNDS,
    "IQD": DINARS,
    "JOD": DINARS,
    "JPY": gettext_lazy("yen"),
    "KWD": DINARS,
    "LBP": POUNDS,
    "MAD": DIRHAMS,
    "OMR": RIYALS,
    "QAR": RIYALS,
    "SAR": RIYALS,
    "TND": DINARS,
    "USD": gettext_lazy("dollars"),
}
"""For the ear: every currency that Tijara knows has its word."""


def price(money: Money, style: str = "") -> SafeString:
    """`style`: "short" (no .00), "big" (raised decimals), "old" (struck), or several words."""
    return _price(money.minor, money.currency, style, get_language() or "ar")


@lru_cache(maxsize=8192)
def _price(minor: int, currency: str, style: str, language: str) -> SafeString:
    money = Money(abs(minor), currency)
    whole, _point, part = money.to_decimal_string().partition(".")
    mark = "," if language == "fr" else "."
    words = style.split()
    number = ("−" if minor < 0 else "") + figures(whole, language)
    if part and not ("short" in words and not int(part)):
        number += f"<sup>{mark}{part}</sup>" if "big" in words else f"{mark}{part}"
    classes = " ".join(["price", *(word for word in words if word != "short")])
    return SafeString(
        f'<data class="{escape(classes)}" value="{"-" if minor < 0 else ""}'
        f'{money.to_decimal_string()}">{_sign(currency, language)}{number}'
        f'<span class="sr"> {escape(WORDS.get(currency, currency))}</span></data>'
    )


def unit(text: str) -> SafeString:
    """What stands beside a field of a form: a currency by its sign, as beside a price."""
    said = _sign(text, get_language() or "ar") if text in WORDS else escape(text)
    return SafeString(f'<span class="unit" dir="auto">{said}</span>')


def _sign(currency: str, language: str) -> str:
    if currency == "SAR":
        return '<i class="riyal"></i>'
    sign = SIGNS.get(currency, currency) if language == "ar" else currency
    return f'<bdi class="sign" aria-hidden="true">{sign}</bdi>'


def prices(
    now: Money, was: Money | None = None, style: str = "short", *, says_saved: bool = True
) -> SafeString:
    """The price and, where it was higher, the old one struck and what is saved, unless a badge
    says it already."""
    if was is None or was.minor <= now.minor:
        return SafeString(f'<div class="prices">{price(now, style)}</div>')
    percent = saved_percent(now, was)
    saved = f'<span class="off">{escape(_("Save %(percent)s%%") % {"percent": percent})}</span>'
    return SafeString(
        f'<div class="prices">{price(now, style)}<del><span class="sr">{escape(_("was"))} </span>'
        f"{price(was, 'short old')}</del>{saved if percent and says_saved else ''}</div>"
    )


def saved_percent(now: Money, was: Money) -> int:
    """How much lower, in whole percent, never more than it truly is."""
    return (was.minor - now.minor) * 100 // was.minor
