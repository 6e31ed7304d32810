from .authorship import Authorship
from .invitation import Invitation, Silence
from .ratings import ProductRating, SellerRating
from .report import ReviewReport
from .review import Review
from .vote import HelpfulVote

__all__ = [
    "Authorship",
    "HelpfulVote",
    "Invitation",
    "ProductRating",
    "Review",
    "ReviewReport",
    "SellerRating",
    "Silence",
]
