"""Stock, as others see it."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from uuid import UUID


class MovementKind(StrEnum):
    RECEIPT = "receipt"
    SALE = "sale"
    RESTOCK = "restock"
    COUNT = "count"
    """A correction after counting, up or down."""


@dataclass(frozen=True, slots=True)
class StockLevel:
    """Units: `free` is what may still be promised."""

    seller_id: UUID
    id: UUID
    variant_id: UUID
    on_hand: int
    held: int
    low_at: int

    @property
    def free(self) -> int:
        return self.on_hand - self.held

    @property
    def is_low(self) -> bool:
        return self.free <= self.low_at


@dataclass(frozen=True, slots=True)
class MovementLine:
    quantity: int
    kind: MovementKind
    reference_id: UUID | None
    moved_at: datetime


@dataclass(frozen=True, slots=True)
class Receipt:
    """Units to put into stock. `stock_id` is made by the caller, so that a retry finds it."""

    stock_id: UUID
    variant_id: UUID
    quantity: int


@dataclass(frozen=True, slots=True)
class StockChange:
    """So many units more, or fewer where negative."""

    stock_id: UUID
    units: int


@dataclass(frozen=True, slots=True)
class HoldRequest:
    stock_id: UUID
    quantity: int
