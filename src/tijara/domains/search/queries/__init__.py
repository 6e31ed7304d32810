"""Reads of the index: shelves and cards, browsing with facets, suggestions, whole listings."""

from .browsing import browse
from .counts import count_facets, trimmed
from .listing import listed, listing_starts
from .shelves import cards, shelf, shelf_tag
from .showing import shown_offers, sold_out
from .suggesting import suggestions
from .wanted import wanted_of

__all__ = [
    "browse",
    "cards",
    "count_facets",
    "listed",
    "listing_starts",
    "shelf",
    "shelf_tag",
    "shown_offers",
    "sold_out",
    "suggestions",
    "trimmed",
    "wanted_of",
]
