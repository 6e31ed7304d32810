from .banner import Banner
from .shelf import Shelf

__all__ = ["Banner", "Shelf"]
