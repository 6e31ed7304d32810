"""What becomes of a sale's money after the delivery."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum
from uuid import UUID

from tijara.domains.returns.shapes import FAULTS, Photo, RefundReason, Said
from tijara.kit.money import Money
from tijara.platform.process.shapes import Process


class DealState(StrEnum):
    OPEN = "open"
    """The order is there; its delivery is not done."""
    COMPLAINED = "complained"
    """Its buyer says that something is wrong with what has come; more parcels are on their way."""
    PERFORMED = "performed"
    """All of it has arrived: the time in which its buyer is protected runs."""
    DISPUTED = "disputed"
    """Its buyer says that something is wrong; its seller is to answer."""
    ANSWERED = "answered"
    """Both have spoken, or one has kept silent: staff are to decide."""
    SETTLED = "settled"
    """It is over: what was held is the seller's."""
    PARTED = "parted"
    """It was decided: the buyer has got a part of it back, the rest is the seller's."""
    UNDONE = "undone"
    """What was held has gone back to its buyer: taken back, given in to, or decided so."""


IN_DISPUTE = (DealState.DISPUTED, DealState.ANSWERED)
OPEN_DISPUTES = (DealState.COMPLAINED, *IN_DISPUTE)
"""Told, and not settled. The first has no day: it waits for the last parcel."""
DISPUTE_REASONS = (*FAULTS, RefundReason.OTHER)
"""What a buyer may say."""


class ProcessKind(StrEnum):
    """The processes that are ready to be chosen; a market may write one of its own, too."""

    PLAIN = "plain"
    """Nobody disputes: it settles when the days are over."""
    FOR_BUYER = "for_buyer"
    """With disputes, and silence decides for the buyer."""
    BY_STAFF = "by_staff"
    """With disputes, and a seller's silence brings them before staff; theirs pays the seller."""
    OWN = "own"


class Unfit(StrEnum):
    """Why the house can't carry it out."""

    UNKNOWN_MOVE = "unknown_move"
    OTHER_THAN_OURS = "other_than_ours"
    NOT_FROM_THERE = "not_from_there"
    NOT_BY_HIM = "not_by_him"
    MISSING_MOVE = "missing_move"
    KEEPS_TAKEN_BACK = "keeps_taken_back"
    TWO_CLOCKS = "two_clocks"
    OTHER_FRAME = "other_frame"


@dataclass(frozen=True, slots=True)
class Misfit:
    """`where` is the move, the state or the part of it at fault."""

    kind: Unfit
    where: str


class Decision(StrEnum):
    """To whom staff give what is held."""

    BUYER = "buyer"
    SELLER = "seller"
    PARTS = "parts"


@dataclass(frozen=True, slots=True)
class DealTerms:
    """By which process the deals of a market begin: its version, and the working days in which a
    seller answers and staff decide. Version 1 is the house's own, of a market that chose none."""

    version: int
    kind: ProcessKind
    process: Process
    answer_days: int
    decide_days: int
    made_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class TermsDraft:
    """What staff choose. `body` is a process of their own, as JSON has it; empty: the ready one of
    that kind."""

    kind: str
    answer_days: int
    decide_days: int
    body: str = ""


@dataclass(frozen=True, slots=True)
class TermsInUse:
    """A version, and how many deals that have not ended live by it."""

    terms: DealTerms
    running: int


@dataclass(frozen=True, slots=True)
class DealStep:
    state: DealState
    actor_kind: str
    moved_at: datetime


@dataclass(frozen=True, slots=True)
class DealView:
    """The deal of one order. `due_at`: when the clock moves it, or did."""

    seller_id: UUID
    order_id: UUID
    state: DealState
    due_at: datetime | None
    steps: tuple[DealStep, ...]
    may_be_disputed: bool = False
    """Now, by its buyer."""

    @property
    def last_day(self) -> datetime | None:
        return self.due_at - timedelta(seconds=1) if self.due_at else None


@dataclass(frozen=True, slots=True)
class DisputeView:
    """What a buyer and a seller have to say about a deal, and where that stands. `may`: the names
    of the moves that lead on from here."""

    seller_id: UUID
    order_id: UUID
    buyer_id: UUID
    number: str
    state: DealState
    reason: RefundReason
    opened_at: datetime
    due_at: datetime | None
    held: Money
    """For the seller."""
    may: frozenset[str]
    said: tuple[Said, ...]
    photos: tuple[Photo, ...]
    """Of both sides, the oldest first."""
    steps: tuple[DealStep, ...]

    @property
    def is_open(self) -> bool:
        return self.state in OPEN_DISPUTES

    @property
    def last_day(self) -> datetime | None:
        """In which it is due: the clock moves it when that has ended."""
        return self.due_at - timedelta(seconds=1) if self.due_at else None


@dataclass(frozen=True, slots=True)
class DisputeRow:
    """One dispute in a list."""

    seller_id: UUID
    order_id: UUID
    number: str
    state: DealState
    reason: RefundReason
    opened_at: datetime
    due_at: datetime | None
    held: Money

    @property
    def is_open(self) -> bool:
        return self.state in OPEN_DISPUTES

    @property
    def last_day(self) -> datetime | None:
        return self.due_at - timedelta(seconds=1) if self.due_at else None


@dataclass(frozen=True, slots=True)
class HeldPart:
    """What of one order is held for its seller, and until when; `is_disputed`: it waits for a
    decision that day."""

    order_id: UUID
    number: str
    amount: Money
    due_at: datetime
    is_disputed: bool = False
