from .favourite import Favourite

__all__ = ["Favourite"]
