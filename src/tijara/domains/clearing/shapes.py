"""What gateways settle, line by line, and what lies in the accounts between owners."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum
from uuid import UUID

from tijara.domains.ledger.shapes import Account
from tijara.kit.lists import LineKind
from tijara.kit.money import Money


class Verdict(StrEnum):
    """What a line of a gateway's report is."""

    SETTLED = "settled"
    SHORT = "short"
    OVER = "over"
    UNKNOWN = "unknown"
    REFUNDED = "refunded"
    TAKEN = "taken"
    FEE = "fee"
    PASSED = "passed"
    """It doesn't count."""
    REPEATED = "repeated"
    UNREADABLE = "unreadable"


class Ending(StrEnum):
    """How a line that was to be explained was explained."""

    GIVEN_BACK = "given_back"
    """What was too much went back to the gateway, or the gateway gave back what it had taken."""
    BORNE = "borne"
    """It took it, and the market bears it."""
    MATCHED = "matched"
    """It was for a payment that we had not heard of yet."""
    OFFSET = "offset"
    """Another line of the same payment takes it back: it came twice, and went back."""


@dataclass(frozen=True, slots=True)
class ReadLine:
    """A line as it could be read; `fault` is a code where it could not. The amount has no sign:
    the kind says where it went. A fee below nothing was given back to us."""

    place: int
    kind: LineKind
    reference: str = ""
    amount_minor: int = 0
    fee_minor: int = 0
    vat_minor: int = 0
    moment: str = ""
    fault: str = ""

    @property
    def net_minor(self) -> int:
        """What the bank gets by it."""
        sign = {LineKind.PAYMENT: 1, LineKind.FEE: 0, LineKind.NOTHING: 0}.get(self.kind, -1)
        return sign * self.amount_minor - self.fee_minor - self.vat_minor


@dataclass(frozen=True, slots=True)
class Standing:
    """How a payment stands with its gateway: what it was for and what reports have brought of it;
    what went back of it and what reports have taken. `parts` and `backs` are (seller, order, minor
    units) in their order."""

    parts: tuple[tuple[UUID, UUID, int], ...] = ()
    backs: tuple[tuple[UUID, UUID, int], ...] = ()
    settled_minor: int = 0
    refunded_minor: int = 0

    @property
    def left_minor(self) -> int:
        return sum(minor for *_, minor in self.parts) - self.settled_minor

    @property
    def left_back_minor(self) -> int:
        return sum(minor for *_, minor in self.backs) - self.refunded_minor


@dataclass(frozen=True, slots=True)
class Outcome:
    """What a line does. `excess` is what it paid beyond what we know, or, below nothing, took."""

    verdict: Verdict
    settled_minor: int = 0
    refunded_minor: int = 0
    excess_minor: int = 0


@dataclass(frozen=True, slots=True)
class Share:
    """One seller's part of a line."""

    seller_id: UUID
    order_id: UUID
    settled_minor: int = 0
    refunded_minor: int = 0
    fee_minor: int = 0
    vat_minor: int = 0


@dataclass(frozen=True, slots=True)
class ReportView:
    id: UUID
    gateway: str
    file_name: str
    brought_at: datetime
    lines: int
    amount: Money
    """Of payments."""
    back: Money
    """Of refunds, and of what was taken."""
    fee: Money
    vat: Money
    bank_reference: str = ""
    booked_at: datetime | None = None
    closed_at: datetime | None = None
    header: tuple[str, ...] = ()
    """The headings of its file."""
    columns: Mapping[str, str] = field(default_factory=dict)
    """Which heading holds what, as it was read or is guessed."""
    kinds: Mapping[str, str] = field(default_factory=dict)
    """What its words for kinds of lines mean."""

    @property
    def fees(self) -> Money:
        return self.fee + self.vat

    @property
    def net(self) -> Money:
        """What the bank must show."""
        return self.amount - self.back - self.fees


@dataclass(frozen=True, slots=True)
class LineView:
    """A line of a report with what it is: before the booking, what it would be now."""

    id: UUID
    place: int
    kind: LineKind
    reference: str
    amount: Money
    fee: Money
    vat: Money
    moment: str
    verdict: Verdict
    fault: str
    left: Money
    """What stays open of the payment after it."""
    excess: Money
    charge_id: UUID | None
    ending: Ending | None
    is_open: bool
    """Of a booked report: it is to be explained."""


LATE_DAYS = 7
"""After so many days, what a gateway has collected should have come."""
EDGES = (LATE_DAYS, 14, 30)
"""Days up to which an age of the desk reaches; then older."""


@dataclass(frozen=True, slots=True)
class Clearing:
    """An account between owners: what lies there by the journal, and what waits by the rows. The
    two agree, or something is wrong. `ages`: how much of it waits for up to 7, 14, 30 days, and
    longer."""

    account: Account
    balance: Money
    explained: Money
    items: int
    ages: tuple[Money, ...]
    oldest_at: datetime | None

    @property
    def difference(self) -> Money:
        return self.balance - self.explained


@dataclass(frozen=True, slots=True)
class OpenItem:
    """One thing that waits in a clearing account. `name` is what people call it."""

    seller_id: UUID
    order_id: UUID | None
    id: UUID
    name: str
    amount: Money
    since: datetime
    days: int
