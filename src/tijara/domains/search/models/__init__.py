from .document import Document
from .shelf_count import ShelfCount

__all__ = ["Document", "ShelfCount"]
