"""Reads of the index: shelves and cards, browsing with facets, suggestions, whole listings; and
what staff see of the search itself."""

from .browsing import browse
from .counts import count_facets, trimmed
from .drift import drift_proof, engine_drift_proof
from .engine_documents import documents_after, engine_documents, products_after
from .engines import OwnEngine, engine_health, engine_outside
from .lexicon import forget_synonyms
from .listing import listed, listing_starts
from .mending import asking, missed, synonyms
from .proofs import lexicon_proof
from .shelves import cards, shelf, shelf_tag
from .showing import shown_offers, sold_out
from .standing import what_stands
from .suggesting import suggestions
from .wanted import wanted_of

__all__ = [
    "OwnEngine",
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
    "forget_synonyms",
    "lexicon_proof",
    "listed",
    "listing_starts",
    "missed",
    "products_after",
    "shelf",
    "shelf_tag",
    "shown_offers",
    "sold_out",
    "suggestions",
    "synonyms",
    "trimmed",
    "wanted_of",
    "what_stands",
]
