from .document import Document
from .own_offer import OwnOffer
from .shelf_count import ShelfCount

__all__ = ["Document", "OwnOffer", "ShelfCount"]
