"""Reads of the index: shelves and cards, browsing with facets, suggestions, whole listings; what
people ask for; what staff see of the search and put before it; what buyers keep of it."""

from .asked import (
    alike_words,
    departments_of,
    forget_wordings_kept,
    suggested_words,
    unmet_words,
    wanted_words,
    wordings,
)
from .browsing import browse
from .counts import count_facets, trimmed
from .learning import aliases, proposals
from .lexicon import forget_synonyms
from .listing import listed, listed_cards, listing_starts
from .mending import asking, missed, synonyms
from .proofs import lexicon_proof
from .saving import looked_up, read_search_token, saved_search, search_link_token, searches_of
from .shelves import cards, shelf, shelf_tag
from .showing import shown_offers, sold_out
from .steering import forget_steers, lead_of, steered_products, steers
from .suggesting import suggestions
from .wanted import wanted_of

__all__ = [
    "aliases",
    "alike_words",
    "asking",
    "browse",
    "cards",
    "count_facets",
    "departments_of",
    "forget_steers",
    "forget_synonyms",
    "forget_wordings_kept",
    "lead_of",
    "lexicon_proof",
    "listed",
    "listed_cards",
    "listing_starts",
    "looked_up",
    "missed",
    "proposals",
    "read_search_token",
    "saved_search",
    "search_link_token",
    "searches_of",
    "shelf",
    "shelf_tag",
    "shown_offers",
    "sold_out",
    "steered_products",
    "steers",
    "suggested_words",
    "suggestions",
    "synonyms",
    "trimmed",
    "unmet_words",
    "wanted_of",
    "wanted_words",
    "wordings",
]
