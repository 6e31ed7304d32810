from .document import Document
from .engine_change import EngineChange
from .generation import Generation
from .missed import Missed
from .own_offer import OwnOffer
from .shelf_count import ShelfCount
from .synonym import Synonym
from .word import Word

__all__ = [
    "Document",
    "EngineChange",
    "Generation",
    "Missed",
    "OwnOffer",
    "ShelfCount",
    "Synonym",
    "Word",
]
