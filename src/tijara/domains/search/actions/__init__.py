from .count_words import count_words
from .dismiss_missed import dismiss_missed
from .drop_synonym import drop_synonym
from .feed_engine import feed_engine
from .hide_sold_out import hide_sold_out
from .index_products import index_products
from .lay_documents import lay_documents
from .lay_own_offers import lay_own_offers
from .note_changes import note_changes
from .note_missed import note_missed
from .rebuild_index import EngineUnavailable, rebuild_index
from .record_sale import record_sale
from .recount_shelves import recount_shelves
from .renew_texts import renew_texts
from .write_synonym import SynonymInvalid, SynonymLeadsBack, TooManySynonyms, write_synonym

__all__ = [
    "EngineUnavailable",
    "SynonymInvalid",
    "SynonymLeadsBack",
    "TooManySynonyms",
    "count_words",
    "dismiss_missed",
    "drop_synonym",
    "feed_engine",
    "hide_sold_out",
    "index_products",
    "lay_documents",
    "lay_own_offers",
    "note_changes",
    "note_missed",
    "rebuild_index",
    "record_sale",
    "recount_shelves",
    "renew_texts",
    "write_synonym",
]
