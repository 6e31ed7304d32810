from .alias import Alias
from .choice import Choice
from .document import Document
from .engine_change import EngineChange
from .generation import Generation
from .missed import Missed
from .own_offer import OwnOffer
from .saved_search import SavedSearch
from .seller_record import SellerRecord
from .shelf_count import ShelfCount
from .steer import Steer
from .synonym import Synonym
from .word import Word
from .wording import Wording

__all__ = [
    "Document",
    "EngineChange",
    "Generation",
    "Missed",
    "OwnOffer",
    "SellerRecord",
    "ShelfCount",
    "Synonym",
    "Word",
    "Alias",
    "Choice",
    "SavedSearch",
    "Steer",
    "Wording",
]
