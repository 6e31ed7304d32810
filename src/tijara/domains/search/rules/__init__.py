"""How text is laid into the index, what a query asks of it, and what products are narrowed by."""

from .asking import Group, Lookup, Question, lookup, question, readings_of
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
from .kin import kin_of
from .mending import (
    LONGEST_MISSED,
    MOST_MEANT,
    checked_synonym,
    leads_back,
    split_words,
    worth_noting,
)
from .ranking import Judge, Standing, Why
from .text import (
    BETWEEN,
    EVERY_DOCUMENT,
    TEXT_VERSION,
    changes,
    fields_of,
    index_text,
    kin_keys,
)

__all__ = [
    "ATTRIBUTE",
    "BETWEEN",
    "EVERY_DOCUMENT",
    "Group",
    "Judge",
    "LADDER",
    "LONGEST_MISSED",
    "Lookup",
    "MOST_MEANT",
    "Question",
    "Standing",
    "TEXT_VERSION",
    "Why",
    "brand_value",
    "changes",
    "checked_synonym",
    "count_within",
    "fields_of",
    "index_text",
    "kin_keys",
    "kin_of",
    "leads_back",
    "lookup",
    "place_named",
    "place_of",
    "places_around",
    "price_range",
    "price_ranges",
    "question",
    "readings_of",
    "seen_at",
    "sound_picks",
    "split_words",
    "worth_noting",
]
