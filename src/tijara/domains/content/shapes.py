"""What an operator puts up on a market's pages."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from uuid import UUID

MOST_SHOWN = 3
"""Banners that stand on a front page at once: one leads it, the others stand below."""


MOST_SHELVES_SHOWN = 8
"""Each costs the front page a statement."""
MOST_PICKED = 24
"""Products that are picked by hand for one shelf."""


class Standing(StrEnum):
    SHOWN = "shown"
    COMING = "coming"
    OVER = "over"
    OFF = "off"


class ShelfSource(StrEnum):
    """Where a shelf's goods come from."""

    POPULAR = "popular"
    REDUCED = "reduced"
    NEW = "new"
    DEPARTMENT = "department"
    BRAND = "brand"
    STORE = "store"
    PICKED = "picked"


PLACED = frozenset({ShelfSource.DEPARTMENT, ShelfSource.BRAND, ShelfSource.STORE})
"""These say which one."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Days:
    """When something stands: the days are those on the market's wall, both included; None: from
    now on, until it is taken down."""

    is_on: bool = True
    shown_from: date | None = None
    shown_until: date | None = None

    def state_on(self, day: date) -> Standing:
        if not self.is_on:
            return Standing.OFF
        if self.shown_from and day < self.shown_from:
            return Standing.COMING
        if self.shown_until and day > self.shown_until:
            return Standing.OVER
        return Standing.SHOWN


@dataclass(frozen=True, slots=True, kw_only=True)
class BannerDraft(Days):
    """What is said of a banner. `link` is an address within the market: "/c/coffee"."""

    heading_ar: str
    heading_en: str = ""
    heading_fr: str = ""
    words_ar: str = ""
    words_en: str = ""
    words_fr: str = ""
    button_ar: str = ""
    button_en: str = ""
    button_fr: str = ""
    link: str = ""
    position: int = 1


@dataclass(frozen=True, slots=True, kw_only=True)
class Banner(BannerDraft):
    """`picture` is the name of a made picture, or of the house's artwork."""

    id: UUID
    market_id: UUID
    picture: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ShelfDraft(Days):
    """What is said of a shelf. `place` says which department (its path), brand (its part of
    addresses) or store (its seller's id). Without a heading it bears the name of its source."""

    source: ShelfSource
    place: str = ""
    heading_ar: str = ""
    heading_en: str = ""
    heading_fr: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Shelf(ShelfDraft):
    """`products`: those picked by hand, in their order. `picture`: the name of a made picture, or
    of the house's artwork; empty where it has none."""

    id: UUID
    market_id: UUID
    position: int
    picture: str = ""
    products: tuple[UUID, ...] = ()
