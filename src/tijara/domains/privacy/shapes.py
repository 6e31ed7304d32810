"""What crosses the border of privacy."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum
from pathlib import Path
from typing import Any
from uuid import UUID

COPY_LIFE = timedelta(days=7)
"""So long a copy lies ready."""
CLOSING_TIME = timedelta(days=14)
"""So long one may come back: signing in is enough."""
COPY_PAUSE = timedelta(days=1)
"""A new copy may be asked for so long after the last."""


class CopyState(StrEnum):
    WAITING = "waiting"
    READY = "ready"
    FAILED = "failed"
    """It was tried some times and did not come out; it may be asked for again."""


@dataclass(frozen=True, slots=True)
class CopyView:
    state: CopyState
    asked_at: datetime
    until: datetime | None
    """When a ready one is deleted."""
    may_ask: bool


@dataclass(frozen=True, slots=True)
class ClosingView:
    asked_at: datetime
    due_at: datetime


class Obstacle(StrEnum):
    """Why an account can't be closed now."""

    DEMONSTRATION = "demonstration"
    """One of the people whom every visitor of a demonstration may be."""
    STAFF = "staff"
    SELLS = "sells"
    APPLIES = "applies"
    """He has asked to sell, and waits for the answer."""
    OPEN_ORDER = "open_order"
    OPEN_RETURN = "open_return"
    OPEN_COMPLAINT = "open_complaint"
    OWES = "owes"
    """A shop asks for the money of a debit note."""
    REFUND = "refund"
    """Money is on its way back to him."""
    WALLET = "wallet"


@dataclass(frozen=True, slots=True)
class Hurdle:
    """One obstacle: of an order, which; of a wallet, how much and where."""

    kind: Obstacle
    seller_id: UUID | None = None
    order_id: UUID | None = None
    about: Any = ""
    """An order's number, a shop's id, an amount."""
    market_id: UUID | None = None


@dataclass(frozen=True, slots=True)
class Attached:
    """A file of his that lies in the copy, under this name."""

    name: str
    path: Path

    def __str__(self) -> str:
        return self.name


@dataclass(frozen=True, slots=True)
class Part:
    """What one domain keeps of a person: rows with the same names."""

    name: str
    rows: Sequence[Mapping[str, Any]]
