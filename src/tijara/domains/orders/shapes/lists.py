"""Lists of orders, and figures over many."""

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from uuid import UUID

from tijara.kit.money import Money

from .orders import OrderState


class OrderSort(StrEnum):
    NEWEST = "newest"
    OLDEST = "oldest"
    DUE = "due"
    """The promised day that comes first; those without one last."""


@dataclass(frozen=True, slots=True)
class OrderStanding:
    """What became of an order, and what it was ordered with. `key` made it happen once."""

    seller_id: UUID
    key: UUID
    market_id: UUID
    state: OrderState
    payment_method: str
    phone: str

    @property
    def is_taken(self) -> bool:
        return self.state is OrderState.DELIVERED


@dataclass(frozen=True, slots=True)
class OrdersWanted:
    """Which orders of a seller. No states: of any; no ids: whichever. `late_on` a day: promised
    before it. `text` is the start of a number, a part of a name, the end of a phone."""

    states: tuple[OrderState, ...] = ()
    ids: tuple[UUID, ...] = ()
    text: str = ""
    payment_method: str = ""
    since: datetime | None = None
    until: datetime | None = None
    late_on: date | None = None
    sort: OrderSort = OrderSort.NEWEST


@dataclass(frozen=True, slots=True)
class StateCount:
    """How many orders are in a state, counted up to a bound; since when the first of them waits,
    and the first promised day among them."""

    number: int = 0
    first: datetime | None = None
    due: date | None = None


@dataclass(frozen=True, slots=True)
class DayOfSales:
    """What was ordered on a day, without what was called off or not accepted."""

    day: date
    orders: int
    total: Money
    newcomers: int = 0
    """How many of them were the first of their buyer, where that was asked."""


@dataclass(frozen=True, slots=True)
class BestSeller:
    product_id: UUID
    name_ar: str
    name_en: str
    picture: str
    units: int


@dataclass(frozen=True, slots=True)
class OrderRow:
    """One order in a list. `pieces` is the number of units; the picture is the first line's."""

    seller_id: UUID
    id: UUID
    number: str
    state: OrderState
    placed_at: datetime
    recipient: str
    city: str
    pieces: int
    total: Money
    payment_method: str
    picture: str
    promised_to: date | None
    name_ar: str
    """Of its first line, as `name_en`."""
    name_en: str
    buyer_id: UUID
    checkout_id: UUID
    phone: str = ""
