"""A market's programme of points, what buyers have, and that it adds up."""

from .accounts import (
    account_of,
    accounts_of_market,
    expiring_points,
    grants_of,
    grants_waiting,
    moves_of,
    pending_points,
    points_figures,
    points_grants_to_decide,
    points_of_order,
    standing_of,
)
from .extras import extra_of, shop_points
from .programmes import (
    forget_programmes,
    programme_of,
    promised_points,
    rates_ever,
    rates_in,
    tier_groups,
    tiers_in,
)
from .proofs import accounts_proof, books_proof, moves_proof, pending_proof, shops_proof
from .tiers import tier_changes

__all__ = [
    "account_of",
    "accounts_of_market",
    "accounts_proof",
    "books_proof",
    "expiring_points",
    "extra_of",
    "forget_programmes",
    "grants_of",
    "grants_waiting",
    "moves_of",
    "moves_proof",
    "pending_points",
    "pending_proof",
    "points_figures",
    "points_grants_to_decide",
    "points_of_order",
    "programme_of",
    "promised_points",
    "rates_ever",
    "rates_in",
    "shop_points",
    "shops_proof",
    "standing_of",
    "tier_changes",
    "tier_groups",
    "tiers_in",
]
