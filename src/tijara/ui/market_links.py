"""Where the markets' front pages are: each in the reader's language, where its market has it."""

from collections.abc import Sequence
from uuid import UUID

from django.utils import translation

from tijara.domains.markets.shapes import CountryProfile, MarketPolicy
from tijara.ui.frame import MarketLink
from tijara.ui.language import languages_here, local, speaking, within_market
from tijara.ui.pieces.words import named


def front_page_at(start: str, market: MarketPolicy) -> str:
    """Of the market whose addresses begin so."""
    language = translation.get_language()
    with within_market(start), speaking(market.languages):
        spoken = languages_here()
        return local("/", language if language in spoken else spoken[0])


def links_to(
    opened: Sequence[tuple[MarketPolicy, CountryProfile]], current_id: UUID
) -> tuple[MarketLink, ...]:
    """For the masthead and the footer, the oldest first; nothing where there is no choice."""
    if len(opened) < 2:
        return ()
    starts = ["", *(f"/{market.slug}" for market, _ in opened[1:])]
    return tuple(
        (named(country), front_page_at(start, market), market.id == current_id)
        for start, (market, country) in zip(starts, opened, strict=True)
    )
