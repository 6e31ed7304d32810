from .authorship import Authorship
from .invitation import Invitation, Silence
from .ratings import ProductRating, SellerRating
from .report import ReviewReport
from .review import Review

__all__ = [
    "Authorship",
    "Invitation",
    "ProductRating",
    "Review",
    "ReviewReport",
    "SellerRating",
    "Silence",
]
