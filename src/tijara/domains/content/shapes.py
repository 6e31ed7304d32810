"""What an operator puts up on a market's pages."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from uuid import UUID

MOST_SHOWN = 3
"""Banners that stand on a front page at once: one leads it, the others stand below."""


class BannerState(StrEnum):
    SHOWN = "shown"
    COMING = "coming"
    OVER = "over"
    OFF = "off"


@dataclass(frozen=True, slots=True, kw_only=True)
class BannerDraft:
    """What is said of a banner. `link` is an address within the market: "/c/coffee". The days are
    those on the market's wall, both included; None: from now on, until it is taken down."""

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
    is_on: bool = True
    shown_from: date | None = None
    shown_until: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Banner(BannerDraft):
    """`picture` is the name of a made picture, or of the house's artwork."""

    id: UUID
    market_id: UUID
    picture: str

    def state_on(self, day: date) -> BannerState:
        if not self.is_on:
            return BannerState.OFF
        if self.shown_from and day < self.shown_from:
            return BannerState.COMING
        if self.shown_until and day > self.shown_until:
            return BannerState.OVER
        return BannerState.SHOWN
