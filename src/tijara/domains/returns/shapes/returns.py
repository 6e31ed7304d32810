"""Returns: what may be asked for, what was, and how it stands."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from uuid import UUID

from tijara.domains.orders.shapes import OrderLineView
from tijara.kit.money import Money

from .carriage import CarriageEnd, Payer
from .words import BY_SHOP, OPEN_RETURNS, RefundReason, ReturnState, Wish


@dataclass(frozen=True, slots=True)
class LineTerms:
    """Until when something of a line may be said, each day included. `unwanted_until`: only
    because the buyer has changed his mind; None, not for that."""

    unwanted_until: date | None
    faulty_until: date
    warranty_until: date | None
    excepted: str = ""
    """The kind of goods that the law excepts, where that is why the days are fewer."""
    only_unopened: bool = False
    """Only so may it go back unwanted."""
    more_comes: bool = False
    """Other parcels of its order are on their way: the days to change one's mind begin with the
    last of them, so that `unwanted_until` moves on from day to day until then."""

    @property
    def last_day(self) -> date:
        """On which anything at all may be said."""
        return max(self.unwanted_until or self.faulty_until, self.faulty_until,
                   self.warranty_until or self.faulty_until)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Swap:
    """The same variant or another one that the seller has; `more_minor` is what one of it costs
    more than one of what comes back, less than nothing where it costs less."""

    variant_id: UUID
    offer_id: UUID
    stock_id: UUID
    label_ar: str
    label_en: str
    free: int
    more_minor: int = 0


@dataclass(frozen=True, slots=True)
class ReturnableLine:
    """A line of an order of which `units` may be sent back now, and for which reasons. None left
    or none possible: `units` 0."""

    line: OrderLineView
    units: int
    reasons: tuple[RefundReason, ...]
    terms: LineTerms | None
    """None for what is not carried: it can't be sent back."""


@dataclass(frozen=True, slots=True)
class ReturnDraft:
    """What a buyer asks for. `id` is the form's, so that pressing twice asks once."""

    id: UUID
    units: Mapping[UUID, int]
    reason: str
    wish: str = Wish.REFUND
    words: str = ""
    variant_id: UUID | None = None
    """What is wished for in its place, of an exchange."""
    to_wallet: bool = False
    """Its money shall go to the buyer's wallet."""
    pay_with: str = ""
    """How what an exchange costs more is paid."""


@dataclass(frozen=True, slots=True)
class ReturnLineView:
    line: OrderLineView
    quantity: int
    accepted: int | None
    """None until it was looked at."""
    restocked: int

    @property
    def refused(self) -> int:
        return 0 if self.accepted is None else self.quantity - self.accepted


@dataclass(frozen=True, slots=True)
class Said:
    """What one side has written to the other."""

    by: str
    text: str
    written_at: datetime


@dataclass(frozen=True, slots=True)
class Photo:
    by: str
    file_id: UUID


@dataclass(frozen=True, slots=True)
class ReturnStep:
    state: ReturnState
    by: str
    moved_at: datetime


@dataclass(frozen=True, slots=True)
class ReturnView:
    """One return, whole. `number` is the order's with its place among the order's returns."""

    seller_id: UUID
    id: UUID
    order_id: UUID
    buyer_id: UUID
    number: str
    state: ReturnState
    reason: RefundReason
    wish: Wish
    opened_at: datetime
    moved_at: datetime
    due_at: datetime | None
    """When the clock moves it; of one that was sent, from when on staff look into it."""
    carrier: str
    tracking_number: str
    back_carrier: str
    back_number: str
    variant_id: UUID | None
    new_order_id: UUID | None
    to_wallet: bool
    swap_minor: int | None
    pay_with: str
    label_file_id: UUID | None
    """Of its label as PDF, once it is printed."""
    pickup_on: date | None
    """The day on which its buyer would like it to be fetched, and where."""
    pickup_note: str
    pickup_day: date | None
    """The day on which `pickup_carrier` fetches it, as the shop has arranged."""
    pickup_carrier: str
    carriage_payer: str
    """Who pays the way back, as it was shown; empty where the market settles nothing."""
    carriage_minor: int
    carriage_end: CarriageEnd
    carriage_moved_minor: int
    lines: tuple[ReturnLineView, ...]
    said: tuple[Said, ...] = ()
    photos: tuple[Photo, ...] = ()
    steps: tuple[ReturnStep, ...] = ()

    @property
    def is_open(self) -> bool:
        return self.state in OPEN_RETURNS

    @property
    def last_day(self) -> datetime | None:
        """In which it is due: the clock moves it when that has ended."""
        return self.due_at - timedelta(seconds=1) if self.due_at else None

    @property
    def pieces(self) -> int:
        return sum(line.quantity for line in self.lines)

    @property
    def difference(self) -> Money:
        """What its exchange costs more; less than nothing goes back."""
        minor = (self.swap_minor or 0) * self.pieces if self.wish is Wish.EXCHANGE else 0
        return Money(minor, self.lines[0].line.total.currency)

    @property
    def accepted(self) -> int:
        return sum(line.accepted or 0 for line in self.lines)

    @property
    def refused(self) -> int:
        return sum(line.refused for line in self.lines)

    @property
    def is_sold_out(self) -> bool:
        """What was wished for in its place was gone when the shop approved it."""
        return self.variant_id is not None and self.wish is Wish.REFUND

    @property
    def payer(self) -> Payer:
        """Of the way back."""
        if self.carriage_payer:
            return Payer(self.carriage_payer)
        return Payer.SELLER if self.reason in BY_SHOP else Payer.BUYER

    @property
    def carriage(self) -> Money:
        """What the way back costs by the market's word."""
        return Money(self.carriage_minor, self.lines[0].line.total.currency)

    @property
    def carriage_moved(self) -> Money:
        """What was settled of it in the end."""
        return Money(self.carriage_moved_minor, self.carriage.currency)

    @property
    def is_fetched(self) -> bool:
        """Its seller has it fetched, and pays who comes; its buyer has sent it with nobody else."""
        return self.pickup_day is not None and self.carrier in ("", self.pickup_carrier)


@dataclass(frozen=True, slots=True)
class ReturnRow:
    """One return in a list."""

    seller_id: UUID
    id: UUID
    order_id: UUID
    number: str
    state: ReturnState
    reason: RefundReason
    wish: Wish
    opened_at: datetime
    due_at: datetime | None
    pieces: int
    name_ar: str
    name_en: str
    picture: str
    value: Money


@dataclass(frozen=True, slots=True)
class Looked:
    """What came of looking at one line: of its units, so many are accepted, and of those so many go
    back on the shelf."""

    accepted: int
    restocked: int
