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
from .text import distinct_words, index_text, patterns, phrase, respelled, says_something

__all__ = [
    "ATTRIBUTE",
    "LADDER",
    "brand_value",
    "count_within",
    "distinct_words",
    "index_text",
    "patterns",
    "phrase",
    "place_named",
    "place_of",
    "places_around",
    "price_range",
    "price_ranges",
    "respelled",
    "says_something",
    "seen_at",
    "sound_picks",
]
