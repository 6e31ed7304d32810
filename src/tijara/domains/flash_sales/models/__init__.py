from .audit import Audit
from .item import Item
from .place import Place
from .sale import Sale
from .share import Share

__all__ = ["Audit", "Item", "Place", "Sale", "Share"]
