"""Where the cash of parcels is, and what carriers pay of it."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from enum import StrEnum
from uuid import UUID

from tijara.kit.money import Money


class CashState(StrEnum):
    WITH_CARRIER = "with_carrier"
    """The parcel is on its way; its buyer has not paid yet."""
    COLLECTED = "collected"
    LATE = "late"
    SHORT = "short"
    CLAIMED = "claimed"
    REMITTED = "remitted"
    RECONCILED = "reconciled"
    RETURNED = "returned"
    WRITTEN_OFF = "written_off"


OWED = (CashState.COLLECTED, CashState.LATE, CashState.SHORT, CashState.CLAIMED)
"""In these a carrier owes it."""


class Verdict(StrEnum):
    """What a line of a carrier's list is."""

    PAID = "paid"
    SHORT = "short"
    OVER = "over"
    RETURN = "return"
    UNKNOWN = "unknown"
    REPEATED = "repeated"
    UNREADABLE = "unreadable"


TO_EXPLAIN = (Verdict.OVER, Verdict.UNKNOWN)
"""Lines that leave something open after they were booked."""


class ClaimReason(StrEnum):
    LATE = "late"
    SHORT = "short"
    LOST = "lost"


class ClaimState(StrEnum):
    OPEN = "open"
    REFUSED = "refused"
    """He will not pay, and has said why."""
    PROPOSED = "proposed"
    """One of the staff would write it off; another must agree."""
    SETTLED = "settled"
    WRITTEN_OFF = "written_off"


@dataclass(frozen=True, slots=True)
class CarrierView:
    """Who carries cash in a market. `columns` are the headings of his lists by what they hold."""

    id: UUID
    market_id: UUID
    name: str
    remit_days: int
    columns: Mapping[str, str]
    claims_to: str = ""
    claim_days: int = 7


@dataclass(frozen=True, slots=True)
class ReadLine:
    """A line of a list as it could be read. `fault` is a code where it could not."""

    place: int
    waybill: str
    amount_minor: int
    charge_minor: int
    paid_on: date | None
    fault: str = ""


@dataclass(frozen=True, slots=True)
class Candidate:
    """A parcel that a line may mean. `left` is what is owed of it, or will be once it is
    delivered."""

    seller_id: UUID
    id: UUID
    waybill: str
    number: str
    state: CashState
    left_minor: int
    owed_back_minor: int

    @property
    def key(self) -> tuple[UUID, UUID]:
        return self.seller_id, self.id


@dataclass(frozen=True, slots=True)
class Outcome:
    """What a line does to a parcel's cash. All in minor units; `debt` is what the line takes off
    what the carrier owes, `excess` what he paid beyond it, `owed_back` what we owed him for it."""

    verdict: Verdict
    debt_minor: int = 0
    excess_minor: int = 0
    owed_back_minor: int = 0


@dataclass(frozen=True, slots=True)
class CashParcelView:
    """The cash of one parcel. `left` is what its carrier still owes."""

    seller_id: UUID
    id: UUID
    order_id: UUID
    number: str
    carrier_id: UUID
    carrier: str
    waybill: str
    state: CashState
    amount: Money
    left: Money
    share: Money
    """The seller's part of it."""
    collected_at: datetime | None
    due_at: datetime | None
    is_proved: bool
    days_late: int

    @property
    def last_day(self) -> datetime | None:
        """In which it is due: from its end on it is late."""
        return self.due_at - timedelta(seconds=1) if self.due_at else None


@dataclass(frozen=True, slots=True)
class Ageing:
    """What a carrier owes, by how many days it is overdue."""

    carrier_id: UUID
    carrier: str
    currency: str
    minors: tuple[int, ...]
    """Not yet due, 1–7, 8–14, 15–30, more than 30 days."""
    parcels: int

    @property
    def parts(self) -> tuple[Money, ...]:
        return tuple(Money(minor, self.currency) for minor in self.minors)

    @property
    def total(self) -> Money:
        return Money(sum(self.minors), self.currency)

    @property
    def late(self) -> Money:
        return Money(sum(self.minors[1:]), self.currency)


@dataclass(frozen=True, slots=True)
class LineView:
    """A line of a list with what it is: before the booking, what it would be now."""

    id: UUID
    place: int
    waybill: str
    amount: Money
    charge: Money
    paid_on: date | None
    verdict: Verdict
    fault: str
    excess: Money
    seller_id: UUID | None
    parcel_id: UUID | None
    order_id: UUID | None
    number: str
    days_late: int
    is_explained: bool


@dataclass(frozen=True, slots=True)
class RemittanceView:
    """A carrier's list. `header` are its columns, `columns` which of them is taken for what."""

    id: UUID
    carrier_id: UUID
    carrier: str
    market_id: UUID
    file_name: str
    brought_at: datetime
    lines: int
    amount: Money
    charge: Money
    header: tuple[str, ...]
    columns: Mapping[str, str] = field(default_factory=dict)
    bank_reference: str = ""
    booked_at: datetime | None = None
    closed_at: datetime | None = None

    @property
    def net(self) -> Money:
        """What the bank must show."""
        return self.amount - self.charge


@dataclass(frozen=True, slots=True)
class ClaimView:
    seller_id: UUID
    parcel_id: UUID
    order_id: UUID
    number: str
    carrier: str
    waybill: str
    reason: ClaimReason
    state: ClaimState
    amount: Money
    note: str
    opened_at: datetime
    proposed_by: UUID | None
    letter_id: UUID | None = None
    answer_by: datetime | None = None
    answer: str = ""
    is_unanswered: bool = False
    """The day is over on which the carrier should have answered."""

    @property
    def answer_day(self) -> datetime | None:
        """Of this day."""
        return self.answer_by - timedelta(seconds=1) if self.answer_by else None


@dataclass(frozen=True, slots=True)
class ClaimedParcel:
    """A parcel as a letter names it."""

    seller_id: UUID
    id: UUID
    number: str
    waybill: str
    reason: ClaimReason
    amount: Money
    """What was collected of it; `asked` is what is still owed of that."""
    asked: Money
    collected_on: date
    due_on: date
    days_late: int


@dataclass(frozen=True, slots=True)
class ClaimLetterView:
    """A letter to a carrier. `open_claims` are those that neither money nor words have answered."""

    id: UUID
    number: str
    carrier_id: UUID
    carrier: str
    market_id: UUID
    amount: Money
    parcels: tuple[ClaimedParcel, ...]
    note: str
    written_at: datetime
    answer_by: datetime
    sent_to: str
    file_id: UUID | None
    open_claims: int
    is_unanswered: bool


class DepositPart(StrEnum):
    """What becomes of what was put down; of an order in parcels it may be several."""

    WAITING = "waiting"
    """It was asked for, and has not come yet."""
    HELD = "held"
    """It has come, and the order is on its way."""
    COUNTED = "counted"
    """It was a part of the price of what was delivered."""
    LOST = "lost"
    """It is the seller's, because the parcel was not taken."""
    BACK = "back"
    """It went back to its buyer."""


@dataclass(frozen=True, slots=True)
class DepositView:
    """What was put down for one order, or is to be: then `due_at` says until when."""

    seller_id: UUID
    order_id: UUID
    number: str
    amount: Money
    put_at: datetime
    counted_minor: int = 0
    lost_minor: int = 0
    back_minor: int = 0
    due_at: datetime | None = None

    @property
    def parts(self) -> list[tuple[DepositPart, Money]]:
        """What became of it, each part that is not nothing."""
        if self.due_at:
            return [(DepositPart.WAITING, self.amount)]
        gone = self.counted_minor + self.lost_minor + self.back_minor
        told = (
            (DepositPart.HELD, self.amount.minor - gone),
            (DepositPart.COUNTED, self.counted_minor),
            (DepositPart.LOST, self.lost_minor),
            (DepositPart.BACK, self.back_minor),
        )
        return [(part, Money(minor, self.amount.currency)) for part, minor in told if minor]


@dataclass(frozen=True, slots=True)
class DepositSum:
    """So much of all deposits of a currency is there, of so many orders."""

    part: DepositPart
    amount: Money
    orders: int


@dataclass(frozen=True, slots=True)
class CashPlace:
    """So much cash of a seller is in this state."""

    state: CashState
    parcels: int
    amount: Money
