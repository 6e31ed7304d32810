"""How text is laid into the index, what a query asks of it, and what products are narrowed by."""

from .facets import (
    ATTRIBUTE,
    LADDER,
    brand_value,
    count_within,
    place_named,
    place_of,
    places_around,
    price_range,
    price_ranges,
    seen_at,
    sound_picks,
)
from .text import index_text, patterns, phrase, respelled

__all__ = [
    "ATTRIBUTE",
    "LADDER",
    "brand_value",
    "count_within",
    "index_text",
    "patterns",
    "phrase",
    "place_named",
    "place_of",
    "places_around",
    "price_range",
    "price_ranges",
    "respelled",
    "seen_at",
    "sound_picks",
]
