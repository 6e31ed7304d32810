from .block_wording import block_wording
from .count_words import count_words
from .decide_alias import NoSuchProposal, TooManyAliases, decide_alias
from .dismiss_missed import dismiss_missed
from .drop_search import drop_search
from .drop_steer import drop_steer
from .drop_synonym import drop_synonym
from .feed_engine import feed_engine
from .forget_searches import forget_searches
from .forget_wordings import forget_wordings
from .hide_sold_out import hide_sold_out
from .index_products import index_products
from .keep_search import TooManySearches, keep_search
from .lay_documents import lay_documents
from .lay_own_offers import lay_own_offers
from .note_changes import note_changes
from .note_heard import note_heard
from .note_missed import note_missed
from .note_service import note_service
from .place_wordings import place_wordings
from .put_steer import SteerInvalid, TooManySteers, put_steer
from .rebuild_index import EngineUnavailable, rebuild_index
from .record_sale import record_sale
from .recount_shelves import recount_shelves
from .renew_texts import renew_texts
from .tell_of_searches import tell_of_searches
from .turn_search import turn_search
from .write_synonym import SynonymInvalid, SynonymLeadsBack, TooManySynonyms, write_synonym

__all__ = [
    "EngineUnavailable",
    "NoSuchProposal",
    "SteerInvalid",
    "SynonymInvalid",
    "SynonymLeadsBack",
    "TooManyAliases",
    "TooManySearches",
    "TooManySteers",
    "TooManySynonyms",
    "block_wording",
    "count_words",
    "decide_alias",
    "dismiss_missed",
    "drop_search",
    "drop_steer",
    "drop_synonym",
    "feed_engine",
    "forget_searches",
    "forget_wordings",
    "hide_sold_out",
    "index_products",
    "keep_search",
    "lay_documents",
    "lay_own_offers",
    "note_changes",
    "note_heard",
    "note_missed",
    "note_service",
    "place_wordings",
    "put_steer",
    "rebuild_index",
    "record_sale",
    "recount_shelves",
    "renew_texts",
    "tell_of_searches",
    "turn_search",
    "write_synonym",
]
