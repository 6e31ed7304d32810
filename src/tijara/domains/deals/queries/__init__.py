"""Deals, their disputes, the processes that they live by; the proofs about all of it."""

from .deals import deal_of_order, held_parts, is_disputed, may_complain_early
from .disputes import (
    all_disputes,
    dispute_of_order,
    dispute_photo,
    disputes_of_seller,
    due_disputes,
    open_disputes,
    standing_of_dispute,
    with_open_disputes,
)
from .processes import (
    after_days,
    deal_terms,
    deal_terms_of,
    deal_track,
    terms_history,
    terms_of_version,
)
from .proofs import deals_proof, settled_proof

__all__ = [
    "after_days",
    "all_disputes",
    "deal_of_order",
    "deal_terms",
    "deal_terms_of",
    "deal_track",
    "deals_proof",
    "dispute_of_order",
    "dispute_photo",
    "disputes_of_seller",
    "due_disputes",
    "held_parts",
    "is_disputed",
    "may_complain_early",
    "open_disputes",
    "settled_proof",
    "standing_of_dispute",
    "terms_history",
    "terms_of_version",
    "with_open_disputes",
]
