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
from .drift import drift_proof, engine_drift_proof
from .engine_documents import documents_after, engine_documents, products_after
from .engines import OwnEngine, engine_health, engine_outside
from .learning import aliases, proposals
from .lexicon import forget_synonyms
from .listing import listed, listed_cards, listing_starts
from .mending import asking, missed, synonyms
from .proofs import lexicon_proof
from .saving import (
    looked_up,
    read_search_token,
    saved_search,
    search_link_token,
    searches_of,
    to_remember,
)
from .serving import popularity_today, services
from .shelves import cards, shelf, shelf_tag
from .showing import shown_offers, sold_out
from .standing import what_stands
from .steering import forget_steers, lead_of, steered_products, steers
from .suggesting import suggestions
from .wanted import wanted_of

__all__ = [
    "OwnEngine",
    "aliases",
    "alike_words",
    "asking",
    "browse",
    "cards",
    "count_facets",
    "documents_after",
    "drift_proof",
    "engine_documents",
    "engine_drift_proof",
    "engine_health",
    "engine_outside",
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
    "popularity_today",
    "products_after",
    "proposals",
    "read_search_token",
    "saved_search",
    "search_link_token",
    "searches_of",
    "services",
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
    "to_remember",
    "unmet_words",
    "wanted_of",
    "what_stands",
    "wanted_words",
    "wordings",
]
