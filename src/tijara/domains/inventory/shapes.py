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


class StockKind(StrEnum):
    """What a unit of the stock is."""

    SHELF = "shelf"
    """A thing on a shelf."""
    CODES = "codes"
    """One licence code for each unit: `on_hand` follows from the codes."""
    FILES = "files"
    """Files that every buyer may have: `on_hand` is never used up."""


@dataclass(frozen=True, slots=True)
class StockLevel:
    """Units: `free` is what may still be promised."""

    seller_id: UUID
    id: UUID
    variant_id: UUID
    on_hand: int
    held: int
    low_at: int
    kind: StockKind = StockKind.SHELF

    @property
    def is_endless(self) -> bool:
        return self.kind is StockKind.FILES

    @property
    def free(self) -> int:
        return self.on_hand - self.held

    @property
    def is_low(self) -> bool:
        return not self.is_endless and self.free <= self.low_at


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


@dataclass(frozen=True, slots=True)
class CodesAdded:
    """What became of pasted codes: `repeated` counts those that the stock had already."""

    added: int
    repeated: int


@dataclass(frozen=True, slots=True)
class CodeRow:
    """A code as its seller sees it: never whole again."""

    id: UUID
    last: str
    """Its last letters."""
    added_at: datetime
    order_id: UUID | None
    assigned_at: datetime | None
    shown_at: datetime | None


@dataclass(frozen=True, slots=True)
class CodeCounts:
    """Of one stock: waiting to be sold or handed over, handed over, and looked at by a buyer."""

    waiting: int
    assigned: int
    shown: int


@dataclass(frozen=True, slots=True)
class OrderCode:
    """A code that belongs to an order now; `text` only where it is being shown to its buyer."""

    id: UUID
    line_id: UUID
    last: str
    shown_at: datetime | None
    text: str = ""


@dataclass(frozen=True, slots=True)
class StockFileView:
    """A file that buyers of the stock may download."""

    id: UUID
    stock_id: UUID
    file_id: UUID
    name: str
    kind: str
    size_bytes: int
    added_at: datetime
