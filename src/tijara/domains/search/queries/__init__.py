"""Reads of the index: shelves and cards, browsing with facets, suggestions, whole listings; and
what staff see of the search itself."""

from .browsing import browse
from .counts import count_facets, trimmed
from .lexicon import forget_synonyms
from .listing import listed, listed_cards, listing_starts
from .mending import asking, missed, synonyms
from .proofs import lexicon_proof
from .shelves import cards, shelf, shelf_tag
from .showing import shown_offers, sold_out
from .suggesting import suggestions
from .wanted import wanted_of

__all__ = [
    "asking",
    "browse",
    "cards",
    "count_facets",
    "forget_synonyms",
    "lexicon_proof",
    "listed",
    "listed_cards",
    "listing_starts",
    "missed",
    "shelf",
    "shelf_tag",
    "shown_offers",
    "sold_out",
    "suggestions",
    "synonyms",
    "trimmed",
    "wanted_of",
]
