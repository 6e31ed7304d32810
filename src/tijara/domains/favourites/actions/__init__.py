from .drop_favourite import drop_favourite
from .forget_favourites import forget_favourites
from .keep_favourite import keep_favourite
from .merge_favourites import merge_favourites

__all__ = [
    "drop_favourite",
    "forget_favourites",
    "keep_favourite",
    "merge_favourites",
]
