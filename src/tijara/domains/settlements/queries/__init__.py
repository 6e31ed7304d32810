"""Statements, payouts, reserves and what is owed, read from the journal; the proofs about them."""

from .payouts import all_payouts, last_payout, payout, payouts_of_seller
from .proofs import (
    kinds_proof,
    payouts_proof,
    repayments_proof,
    reserves_proof,
    statements_proof,
    transfers_proof,
)
from .reserves import (
    demands,
    open_demand,
    owed_by,
    own_reserve_terms,
    reserve_parts,
    reserve_terms_of,
    reserve_terms_of_market,
)
from .runs import came_back, latest_transfers, run, runs, runs_waiting, transfers_of_run
from .statements import (
    bank_accounts,
    payable,
    payable_of,
    payables,
    statement,
    waiting,
    waiting_of,
    whole_statement,
)
from .stories import funds_of, payout_story

__all__ = [
    "all_payouts",
    "bank_accounts",
    "came_back",
    "demands",
    "funds_of",
    "kinds_proof",
    "last_payout",
    "latest_transfers",
    "open_demand",
    "owed_by",
    "own_reserve_terms",
    "payable",
    "payable_of",
    "payables",
    "payout",
    "payout_story",
    "payouts_of_seller",
    "payouts_proof",
    "repayments_proof",
    "reserve_parts",
    "reserve_terms_of",
    "reserve_terms_of_market",
    "reserves_proof",
    "run",
    "runs",
    "runs_waiting",
    "statement",
    "statements_proof",
    "transfers_of_run",
    "transfers_proof",
    "waiting",
    "waiting_of",
    "whole_statement",
]
