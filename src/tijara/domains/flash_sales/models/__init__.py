from .item import Item
from .place import Place
from .sale import Sale
from .share import Share

__all__ = ["Item", "Place", "Sale", "Share"]
