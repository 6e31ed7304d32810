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


class CostKind(StrEnum):
    """Why the value of what a seller has changed."""

    OPENING = "opening"
    """The first cost that he told, for the units that were there."""
    RECEIVED = "received"
    REVALUED = "revalued"
    """He told another cost for what is there."""
    COUNTED = "counted"
    """Fewer were counted: what is missing is lost."""
    HANDED_OVER = "handed_over"
    """To the buyer: the cost of what was sold."""
    CAME_BACK = "came_back"
    """On the shelf, at the cost at which it went."""
    WRITTEN_OFF = "written_off"
    """Its money went back, and it did not come back on the shelf."""


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
    unit_minor: int | None = None
    """What one cost, before tax, in the seller's currency; None: at the average."""


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
class HoldMove:
    """Held units that go from one checkout to another."""

    stock_id: UUID
    source_id: UUID
    target_id: UUID
    units: int


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


@dataclass(frozen=True, slots=True)
class CostChange:
    """So many units more, or fewer where negative, of a stock whose cost is known. `unit_minor`
    where it was told."""

    stock_id: UUID
    kind: CostKind
    units: int
    unit_minor: int | None = None


@dataclass(frozen=True, slots=True)
class Worth:
    """What the units of a stock cost together: `units` are those whose cost is known."""

    units: int
    value_minor: int
    last_minor: int = 0
    """What one cost that came last."""

    @property
    def unit_minor(self) -> int:
        """The average, rounded half up; what came last, when there is none."""
        if not self.units:
            return self.last_minor
        return (2 * self.value_minor + self.units) // (2 * self.units)


@dataclass(frozen=True, slots=True)
class SoldUnits:
    """Units of an order's line that a buyer has been given, or that he gave back."""

    line_id: UUID
    stock_id: UUID
    units: int


@dataclass(frozen=True, slots=True)
class CostMoveView:
    """One change of the value of a stock: positive where there is more of it."""

    seller_id: UUID
    id: UUID
    stock_id: UUID
    kind: CostKind
    units: int
    value_minor: int
    order_id: UUID | None
    line_id: UUID | None
    reference_id: UUID
    moved_at: datetime
