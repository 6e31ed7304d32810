"""Reviews and ratings: for pages, for the index, for sellers and staff; the proof about them."""

from .desks import (
    counts_for_staff,
    counts_of_seller,
    reports_of,
    reviews_for_staff,
    reviews_of_seller,
)
from .letters import is_silent
from .lines import name_to_show, received_lines, reviewable_lines
from .proofs import ratings_proof, votes_proof
from .ratings import (
    product_rating,
    ratings_of,
    recent_ratings,
    recent_seller_rating,
    seller_rating,
)
from .reviews import reported_by, review, reviews_by, reviews_of
from .votes import found_helpful, helpful_to

__all__ = [
    "counts_for_staff",
    "counts_of_seller",
    "found_helpful",
    "helpful_to",
    "is_silent",
    "name_to_show",
    "product_rating",
    "ratings_of",
    "ratings_proof",
    "received_lines",
    "recent_ratings",
    "recent_seller_rating",
    "reported_by",
    "reports_of",
    "review",
    "reviewable_lines",
    "reviews_by",
    "reviews_for_staff",
    "reviews_of",
    "reviews_of_seller",
    "seller_rating",
    "votes_proof",
]
