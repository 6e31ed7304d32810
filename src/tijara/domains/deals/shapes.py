"""What becomes of a sale's money after the delivery."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from uuid import UUID

from tijara.kit.money import Money


class DealState(StrEnum):
    OPEN = "open"
    """The order is there; its delivery is not done."""
    PERFORMED = "performed"
    """All of it has arrived: the time in which its buyer is protected runs."""
    SETTLED = "settled"
    """It is over: what was held is the seller's."""
    UNDONE = "undone"
    """The order was taken back meanwhile: what was held has gone back to its buyer."""


@dataclass(frozen=True, slots=True)
class DealStep:
    state: DealState
    actor_kind: str
    moved_at: datetime


@dataclass(frozen=True, slots=True)
class DealView:
    """The deal of one order. `due_at`: when it settles, or did."""

    seller_id: UUID
    order_id: UUID
    state: DealState
    due_at: datetime | None
    steps: tuple[DealStep, ...]


@dataclass(frozen=True, slots=True)
class HeldPart:
    """What of one order is held for its seller, and until when."""

    order_id: UUID
    number: str
    amount: Money
    due_at: datetime
