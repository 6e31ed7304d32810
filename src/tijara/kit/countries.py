"""The countries of the world by their two letters, and what they are called in our languages."""

from dataclasses import dataclass
from functools import cache

import phonenumbers
from babel import Locale

OWN = {
    "AE": ("الإمارات", "United Arab Emirates", "Émirats arabes unis"),
    "PS": ("فلسطين", "Palestine", "Palestine"),
    "SA": ("السعودية", "Saudi Arabia", "Arabie saoudite"),
}
"""Arabic, English, French: where our readers say something else than the Unicode Consortium."""


@dataclass(frozen=True, slots=True)
class CountryName:
    code: str
    name_ar: str
    name_en: str
    name_fr: str


def country_name(code: str) -> CountryName | None:
    """None: it is no country, or none of which a courier could ring anybody."""
    return _named(code) if code in country_codes() else None


@cache
def country_codes() -> frozenset[str]:
    """Those that have telephones, which is where a courier can go."""
    return frozenset(
        code for code in phonenumbers.SUPPORTED_REGIONS if code in Locale("en").territories
    )


@cache
def _named(code: str) -> CountryName:
    names = OWN.get(code) or [Locale(one).territories[code] for one in ("ar", "en", "fr")]
    return CountryName(code, *names)
