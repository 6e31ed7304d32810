from .drop_favourite import drop_favourite
from .keep_favourite import keep_favourite
from .merge_favourites import merge_favourites

__all__ = ["drop_favourite", "keep_favourite", "merge_favourites"]
