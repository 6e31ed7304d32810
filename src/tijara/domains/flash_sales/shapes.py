"""What crosses the border of flash_sales: sales, places in their queues, purchases."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum
from uuid import UUID

from tijara.domains.orders.shapes import DeliveryAddress
from tijara.kit.money import Money


class SaleState(StrEnum):
    PROPOSED = "proposed"
    """Its seller has written it down; the market has not said yes."""
    AGREED = "agreed"
    """Its units are set apart. It opens and closes by its hours."""
    PAUSED = "paused"
    ENDED = "ended"
    REFUSED = "refused"


class Phase(StrEnum):
    """What an agreed sale is to a buyer, by the clock."""

    COMING = "coming"
    RUNNING = "running"
    PAUSED = "paused"
    OVER = "over"


class Audience(StrEnum):
    EVERYBODY = "everybody"
    SIGNED_IN = "signed_in"
    BY_LINK = "by_link"
    """Whoever has its address; it stands in no list."""


class PlaceState(StrEnum):
    WAITING = "waiting"
    TURN = "turn"
    """His units are held for him until `turn_until`."""
    BOUGHT = "bought"
    LAPSED = "lapsed"
    """He did not buy in his turn; its units went to the next."""
    GIVEN_BACK = "given_back"
    """His order has ended; its units went to the next."""
    LEFT = "left"


class Purchase(StrEnum):
    """What the desk answers a press of the button."""

    BOUGHT = "bought"
    DUPLICATE = "duplicate"
    """He had bought already: the order that stands."""
    WAITING = "waiting"
    LAPSED = "lapsed"
    UNPREPARED = "unprepared"
    NOT_NOW = "not_now"
    """The sale is paused, over, or has not begun."""
    LIMIT = "limit"
    """His household has had what it may have."""
    AGAIN = "again"
    """Somebody of his household was asked for a moment before: to be asked once more."""
    SOLD_OUT = "sold_out"
    PRICE_CHANGED = "price_changed"
    UNAVAILABLE = "unavailable"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class ItemDraft:
    offer_id: UUID
    price_minor: int
    units: int


@dataclass(frozen=True, slots=True)
class SaleDraft:
    """As its seller writes it down."""

    name_ar: str
    name_en: str
    name_fr: str
    starts_at: datetime | None
    ends_at: datetime | None
    per_person: int
    per_household: int
    audience: Audience
    items: Sequence[ItemDraft]
    turn_minutes: int = 5


@dataclass(frozen=True, slots=True)
class SaleItem:
    """`units` were set apart; `held` of them are kept for those whose turn it is."""

    id: UUID
    offer_id: UUID
    stock_id: UUID
    variant_id: UUID
    price: Money
    units: int
    held: int
    sold: int

    @property
    def free(self) -> int:
        return self.units - self.held - self.sold


@dataclass(frozen=True, slots=True)
class SaleView:
    seller_id: UUID
    id: UUID
    market_id: UUID
    state: SaleState
    name_ar: str
    name_en: str
    name_fr: str
    starts_at: datetime
    ends_at: datetime
    per_person: int
    per_household: int
    audience: Audience
    turn_minutes: int
    wave: int
    """How many turns a second may begin."""
    lot: str
    """The hash of the seed that draws the lot: shown before, so that nobody can choose it."""
    items: tuple[SaleItem, ...] = ()
    note: str = ""
    """Why the market has refused or ended it."""

    def phase(self, moment: datetime) -> Phase:
        if self.state is SaleState.ENDED or moment >= self.ends_at:
            return Phase.OVER
        if self.state is SaleState.PAUSED:
            return Phase.PAUSED
        return Phase.COMING if moment < self.starts_at else Phase.RUNNING

    @property
    def units(self) -> int:
        return sum(item.units for item in self.items)

    @property
    def sold(self) -> int:
        return sum(item.sold for item in self.items)

    @property
    def held(self) -> int:
        return sum(item.held for item in self.items)

    @property
    def free(self) -> int:
        return sum(item.free for item in self.items)


@dataclass(frozen=True, slots=True)
class PlaceView:
    """Somebody's place in a queue. `position` is None until the queue is numbered."""

    seller_id: UUID
    sale_id: UUID
    id: UUID
    item_id: UUID
    quantity: int
    state: PlaceState
    joined_at: datetime
    position: int | None
    turn_until: datetime | None
    is_prepared: bool
    payment_method: str
    total_minor: int
    buyer_id: UUID
    checkout_id: UUID
    order_id: UUID | None
    number: str
    person_id: UUID | None = None
    """Whose account it is of, from when he has signed in."""
    missed: int = 0
    """Turns that he has had and did not use."""


@dataclass(frozen=True, slots=True)
class KeptPlace:
    """What is kept of somebody's place, for himself."""

    name_ar: str
    name_en: str
    name_fr: str
    quantity: int
    state: PlaceState
    joined_at: datetime
    number: str
    address: DeliveryAddress | None


@dataclass(frozen=True, slots=True)
class Line:
    """Those who wait for one of the goods. A mark is a position, how many stand there and before
    it, how many units they want together, and how many he at the mark does: each position near the
    front has one, behind that each hundredth, so that a long queue is as short to know as another.
    """

    marks: tuple[tuple[int, int, int, int], ...] = ()
    people: int = 0
    units: int = 0
    called: int = 0
    """Turns that began in the last minute."""


@dataclass(frozen=True, slots=True)
class Queue:
    """A sale's queue as it stood a moment ago: how many wait with a number, and in which line; how
    many have none yet."""

    waiting: int = 0
    lines: dict[UUID, Line] = field(default_factory=dict)
    unnumbered: int = 0
    turns: int = 0
    bought: int = 0
    by_state: dict[str, int] = field(default_factory=dict)
    recent: int = 0
    """Bought in the last ten seconds."""


@dataclass(frozen=True, slots=True)
class Standing:
    """Where somebody stands among those who want the same goods: how many are before him, about how
    long that takes, and whether what is left may be gone before it is his turn, or is gone now."""

    place: PlaceView
    ahead: int | None = None
    wait_seconds: int | None = None
    may_miss: bool = False
    is_sold_out: bool = False


@dataclass(frozen=True, slots=True)
class Bought:
    """What came of one press of the button."""

    place_id: UUID
    outcome: Purchase
    order_id: UUID | None = None
    number: str = ""
    checkout_id: UUID | None = None

    @property
    def stands(self) -> bool:
        return self.outcome in (Purchase.BOUGHT, Purchase.DUPLICATE)


@dataclass(frozen=True, slots=True)
class SealedAudit:
    """What is told of the audit of a sale that has ended. `items`: (set apart, sold) of each."""

    digest: str
    sealed_at: datetime
    places: int
    drawn: int
    called: int
    bought: int
    units: int
    sold: int
    items: list[list[int]]
    lot: str
    seed: str


@dataclass(frozen=True, slots=True)
class LatelyBought:
    """One of the last purchases, as the office sees it: no person in it."""

    number: str
    city: str
    item_id: UUID
    quantity: int
    bought_at: datetime
