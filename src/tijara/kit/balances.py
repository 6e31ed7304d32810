"""What somebody has of a market's money or points: an account, what moved it, and the lots in it.

Amounts are whole: minor units of the market's money, or points. docs/algorithms/balances.md
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from uuid import UUID

LONGEST_NOTE = 200


class GrantState(StrEnum):
    """Of what staff give or take: at once, or after another of them has looked."""

    PROPOSED = "proposed"
    DONE = "done"
    DECLINED = "declined"


@dataclass(frozen=True, slots=True)
class OrderMark:
    """Which order a move is about."""

    seller_id: UUID
    order_id: UUID
    number: str


@dataclass(frozen=True, slots=True)
class Moving[K: StrEnum]:
    """What shall come or, below nothing, go. `reference` is what it is for: it happens once.
    `lot_id`: out of this lot before others."""

    kind: K
    amount: int
    reference: str
    order: OrderMark | None = None
    expires_at: datetime | None = None
    lot_id: UUID | None = None


@dataclass(frozen=True, slots=True)
class Moved[K: StrEnum, A]:
    """What came or went; `balance` is after it."""

    id: UUID
    kind: K
    amount: A
    balance: A
    order: OrderMark | None
    expires_at: datetime | None
    moved_at: datetime


@dataclass(frozen=True, slots=True)
class Expiring[A]:
    """So much is gone after that moment, if it is not spent."""

    amount: A
    expires_at: datetime


@dataclass(frozen=True, slots=True)
class Granted[R: StrEnum, A]:
    """What staff gave or took, or propose to."""

    buyer_id: UUID
    id: UUID
    market_id: UUID
    amount: A
    reason: R
    note: str
    state: GrantState
    proposed_by: UUID | None
    proposed_at: datetime
    decided_by: UUID | None
    decided_at: datetime | None


def laid_down(amount: int, balance: int) -> int:
    """What of that which comes makes a lot: what was owed is paid first."""
    return max(amount + min(balance, 0), 0)


def taken_from[Key](
    lots: Sequence[tuple[Key, int]], amount: int, balance: int
) -> list[tuple[Key, int]]:
    """What of each lot (its key, what is left in it) goes, in their order, until the amount is
    reached. More than the lots hold is owed afterwards; lots that hold less than their account are
    a bug."""
    taken, rest = [], amount
    for key, left in lots:
        if part := min(left, rest):
            taken.append((key, part))
            rest -= part
    if amount - rest < min(amount, max(balance, 0)):
        raise ValueError("the lots hold less than their account")
    return taken


def reason_faults(reason: str, reasons: type[StrEnum], note: str) -> dict[str, str]:
    """Of what staff want to give or take; who says "other" says what."""
    faults = {}
    if reason not in list(reasons):
        faults["reason"] = "unknown"
    if len(note) > LONGEST_NOTE:
        faults["note"] = "too_long"
    elif reason == "other" and not note:
        faults["note"] = "required"
    return faults
