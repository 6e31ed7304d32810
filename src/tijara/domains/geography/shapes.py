"""Places, as plain facts."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Region:
    code: str
    country: str
    name_ar: str
    name_en: str


@dataclass(frozen=True, slots=True)
class City:
    """`code` is unique over all countries: "sa-riyadh"."""

    code: str
    country: str
    region: str
    name_ar: str
    name_en: str
