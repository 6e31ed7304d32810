"""What goes back to buyers, and why; the returns by which it comes to that."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from enum import StrEnum
from uuid import UUID

from tijara.domains.fulfilment.shapes import LineShare, Share
from tijara.domains.orders.shapes import OrderLineView
from tijara.kit.money import Money


class RefundCause(StrEnum):
    RETURNED = "returned"
    """What was delivered is taken back, or a part of it."""
    UNDELIVERED = "undelivered"
    """It was paid, and called off or refused."""
    LATE = "late"
    """The money came after the order had ended."""
    EXCHANGED = "exchanged"
    """What was delivered is taken back for something else: a new order is paid with it."""
    DIFFERENCE = "difference"
    """What that costs less."""
    REDUCED = "reduced"
    """A part of the price, by a decision between its buyer and its seller. The goods stay."""


PRICE_REDUCED = "price_reduced"
"""The kind of that journal."""
EXCHANGE_DIFFERENCE = "exchange_difference"


class RefundReason(StrEnum):
    """Why something that was delivered goes back."""

    CHANGED_MIND = "changed_mind"
    DAMAGED = "damaged"
    WRONG_ITEM = "wrong_item"
    NOT_AS_DESCRIBED = "not_as_described"
    MISSING_PARTS = "missing_parts"
    OTHER = "other"
    FAULTY = "faulty"
    WARRANTY = "warranty"


FAULTS = (
    RefundReason.FAULTY,
    RefundReason.DAMAGED,
    RefundReason.WRONG_ITEM,
    RefundReason.NOT_AS_DESCRIBED,
    RefundReason.MISSING_PARTS,
)
"""The shop's to answer for, and told soon after the delivery."""
BY_SHOP = frozenset({*FAULTS, RefundReason.WARRANTY})
"""Reasons for which the shop pays the way back."""


class Wish(StrEnum):
    REFUND = "refund"
    EXCHANGE = "exchange"
    """The same thing again, or another variant of it; what it costs more or less is settled."""
    REPAIR = "repair"


REPAIRABLE = frozenset({RefundReason.FAULTY, RefundReason.WARRANTY})


class ReturnState(StrEnum):
    REQUESTED = "requested"
    ASKED = "asked"
    """The shop wants to know more before it decides."""
    APPROVED = "approved"
    """The buyer may send it: he has the address and the slip."""
    SENT = "sent"
    RECEIVED = "received"
    INSPECTED = "inspected"
    REJECTED = "rejected"
    """The buyer may ask staff to decide, for a while."""
    APPEALED = "appealed"
    CLOSED = "closed"
    """It was rejected, and that stands."""
    REFUNDED = "refunded"
    EXCHANGED = "exchanged"
    SENT_BACK = "sent_back"
    """Repaired, or refused: the goods go back to their buyer."""
    WITHDRAWN = "withdrawn"
    LAPSED = "lapsed"
    """The buyer has not sent it, or not answered, in time."""


OPEN_RETURNS = (
    ReturnState.REQUESTED,
    ReturnState.ASKED,
    ReturnState.APPROVED,
    ReturnState.SENT,
    ReturnState.RECEIVED,
    ReturnState.INSPECTED,
)
"""Their units are spoken for."""


@dataclass(frozen=True, slots=True)
class OwedView:
    """Money of an order that goes back to its buyer. `paid_at` is None until it has."""

    seller_id: UUID
    id: UUID
    order_id: UUID
    cause: RefundCause
    reason: str
    """A RefundReason, where the order was delivered."""
    is_restocked: bool
    amount: Money
    method: str
    payment_refund_id: UUID
    """Of the refund in `payments`; its own, where all of it went to the wallet."""
    opened_at: datetime
    paid_at: datetime | None
    credit_minor: int = 0
    """What of it went to the buyer's wallet."""
    ahead_minor: int = 0
    """What of the rest goes back to the tender that had paid ahead, `ahead_method`."""
    ahead_method: str = ""

    @property
    def credit(self) -> Money:
        return Money(self.credit_minor, self.amount.currency)

    @property
    def rest(self) -> Money:
        """What goes back the way it came."""
        return self.amount - self.credit


@dataclass(frozen=True, slots=True)
class GoodsRefund:
    """A refund of delivered goods, by its lines: what a credit note says."""

    seller_id: UUID
    id: UUID
    order_id: UUID
    share: Share
    parts: tuple[LineShare, ...]
    opened_at: datetime
    is_exchange: bool = False


@dataclass(frozen=True, slots=True)
class DeliveredGoods:
    """What was delivered of an order, by lines and as a whole, and what of it has gone back."""

    lines: Mapping[UUID, LineShare]
    whole: Share
    before: Mapping[UUID, int]
    """Units by line whose money has gone back."""
    are_charges_back: bool
    """Delivery and fee, too."""
    tender_left_minor: int = 0
    """What the card, the transfer or the cash has paid of it and was not given back yet."""
    ahead_left_minor: int = 0
    """The same of what was paid ahead of it."""
    is_reduced: bool = False
    """A decision has given a part of its price back: nothing more of it may go."""


@dataclass(frozen=True, slots=True)
class LineTerms:
    """Until when something of a line may be said, each day included. `unwanted_until`: only
    because the buyer has changed his mind; None, not for that."""

    unwanted_until: date | None
    faulty_until: date
    warranty_until: date | None

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
    def is_paid_by_shop(self) -> bool:
        """The way back."""
        return self.reason in BY_SHOP


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


@dataclass(frozen=True, slots=True)
class RefundWanted:
    """Units of an order's lines whose money goes back. `reference` makes it happen once."""

    reference: str
    units: Mapping[UUID, int]
    with_charges: bool
    reason: str
    restock: Mapping[UUID, int] = field(default_factory=dict)
    """Of those, what goes back on the shelf."""
    return_id: UUID | None = None
    cause: RefundCause = RefundCause.RETURNED
    to_wallet: bool = False


@dataclass(frozen=True, slots=True)
class OwedToOpen:
    """Money that is its buyer's again, and what it is for."""

    reference: str
    amount: Money
    cause: RefundCause
    reason: str = ""
    is_restocked: bool = False
    share: Share | None = None
    """Where something delivered is taken back, as `parts`."""
    parts: tuple[LineShare, ...] = ()
    return_id: UUID | None = None
    credit_minor: int = 0
    """What of it goes to the wallet."""
    ahead_minor: int = 0
    """What of it goes to the tender that had paid ahead."""
