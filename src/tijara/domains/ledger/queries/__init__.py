"""The journal and the balances it makes."""

from .accounts import account_moves, account_sum
from .journal import (
    balance_proof,
    commissions,
    earned_proof,
    held_of,
    journal_of,
    journals,
    journals_by_ids,
    order_balances,
    purse_proof,
    seller_statement,
)
from .moved import moved_by_day
from .quarters import moved_by_quarter
from .sums import (
    balances,
    credit_balance,
    credit_balances,
    credits_by_account,
    sums_proof,
    with_sums,
)

__all__ = [
    "account_moves",
    "account_sum",
    "balance_proof",
    "balances",
    "commissions",
    "credit_balance",
    "credit_balances",
    "credits_by_account",
    "earned_proof",
    "held_of",
    "journal_of",
    "journals",
    "journals_by_ids",
    "moved_by_day",
    "moved_by_quarter",
    "order_balances",
    "purse_proof",
    "seller_statement",
    "sums_proof",
    "with_sums",
]
