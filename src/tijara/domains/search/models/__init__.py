from .document import Document
from .missed import Missed
from .own_offer import OwnOffer
from .shelf_count import ShelfCount
from .synonym import Synonym
from .word import Word

__all__ = ["Document", "Missed", "OwnOffer", "ShelfCount", "Synonym", "Word"]
