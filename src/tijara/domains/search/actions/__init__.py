from .dismiss_missed import dismiss_missed
from .drop_synonym import drop_synonym
from .hide_sold_out import hide_sold_out
from .index_products import index_products
from .lay_own_offers import lay_own_offers
from .note_missed import note_missed
from .record_sale import record_sale
from .recount_shelves import recount_shelves
from .renew_texts import renew_texts
from .write_synonym import SynonymInvalid, SynonymLeadsBack, TooManySynonyms, write_synonym

__all__ = [
    "SynonymInvalid",
    "SynonymLeadsBack",
    "TooManySynonyms",
    "dismiss_missed",
    "drop_synonym",
    "hide_sold_out",
    "index_products",
    "lay_own_offers",
    "note_missed",
    "record_sale",
    "recount_shelves",
    "renew_texts",
    "write_synonym",
]
