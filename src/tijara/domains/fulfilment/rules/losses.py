"""What must be so of a claim for a lost parcel, and how old it is."""

from datetime import datetime

from ..shapes import Claimant, LossAnswer, LossDraft

LONGEST_WORDS = 200
MOST_MINOR = 10**12
STEPS = (7, 14, 30)
"""Days: a claim that is older than the last of them is in the last part."""


def loss_faults(draft: LossDraft, currency: str) -> dict[str, str]:
    faults = {}
    amount = draft.amount
    if amount is None:
        faults["amount"] = "not_an_amount"
    elif amount.currency != currency or not 0 < amount.minor < MOST_MINOR:
        faults["amount"] = "not_possible"
    if draft.claimant not in list(Claimant):
        faults["claimant"] = "required"
    if len(draft.basis) > LONGEST_WORDS:
        faults["basis"] = "too_long"
    return faults


def answer_faults(answer: LossAnswer, currency: str, *, is_market: bool) -> dict[str, str]:
    """What the market is paid has to be found at its bank."""
    faults = {}
    if len(answer.words) > LONGEST_WORDS:
        faults["words"] = "too_long"
    if not answer.is_paid:
        return faults if answer.words.strip() else faults | {"words": "required"}
    paid = answer.paid
    if paid is None:
        faults["paid"] = "not_an_amount"
    elif paid.currency != currency or not 0 < paid.minor < MOST_MINOR:
        faults["paid"] = "not_possible"
    if is_market and not answer.bank_reference.strip():
        faults["bank_reference"] = "required"
    return faults


def days_between(lost_at: datetime, until: datetime) -> int:
    return max(0, (until - lost_at).days)


def age_part(days: int) -> int:
    """Which part of the ageing: 0 is the youngest."""
    return sum(days > step for step in STEPS)
