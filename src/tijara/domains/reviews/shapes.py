"""What crosses the border of reviews."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from uuid import UUID

from tijara.domains.orders.shapes import OrderLineView

MOST_STARS = 5
MOST_PICTURES = 4
LONGEST_WORDS = 2000
LONGEST_REPORT = 1000


class ReviewState(StrEnum):
    SHOWN = "shown"
    """Everybody reads it, and its stars count."""
    WAITING = "waiting"
    """Staff look at its words first."""
    HIDDEN = "hidden"
    """Staff have taken it down."""
    WITHDRAWN = "withdrawn"
    """By its author: nothing of what he wrote is kept."""


class ReviewSort(StrEnum):
    NEWEST = "newest"
    BEST = "best"
    """Most stars first."""
    WORST = "worst"
    HELPFUL = "helpful"
    """What most people found helpful first."""


class ReviewReason(StrEnum):
    """What is wrong with a review: why it was reported, and why staff have taken it down."""

    OFFENSIVE = "offensive"
    ADVERTISING = "advertising"
    PRIVATE = "private"
    """It tells what is private: names, phones, addresses."""
    OFF_TOPIC = "off_topic"
    """It is not about the product."""
    UNTRUE = "untrue"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class Rating:
    """How many reviews have given one star, two, … five. Hidden and waiting ones do not count."""

    by_stars: tuple[int, int, int, int, int] = (0, 0, 0, 0, 0)
    sellers: tuple[UUID, ...] = ()
    """Of a product: whose sales it was reviewed for. Only `product_rating` says it."""

    @property
    def count(self) -> int:
        return sum(self.by_stars)

    @property
    def sum(self) -> int:
        return sum(stars * many for stars, many in enumerate(self.by_stars, 1))

    @property
    def average(self) -> float:
        """1.0 to 5.0; 0 where nobody has reviewed."""
        return self.sum / self.count if self.count else 0.0

    def __bool__(self) -> bool:
        return any(self.by_stars)


@dataclass(frozen=True, slots=True)
class ReviewDraft:
    """What a buyer writes. `kept` are the pictures of his earlier review that stay."""

    stars: int | None
    words: str = ""
    is_named: bool = False
    """By his first name and an initial; else as a verified buyer."""
    kept: Sequence[str] = ()


@dataclass(frozen=True, slots=True)
class ReviewView:
    """`shown_name` is empty where its author wishes to be a verified buyer and nothing else."""

    seller_id: UUID
    id: UUID
    market_id: UUID
    product_id: UUID
    order_id: UUID
    buyer_id: UUID
    stars: int
    words: str
    shown_name: str
    pictures: tuple[str, ...]
    state: ReviewState
    reason: str
    """Why it was taken down: a `ReviewReason`."""
    reports: int
    """How many have reported it since staff looked at it last."""
    written_at: datetime
    changed_at: datetime
    answer: str
    answered_at: datetime | None
    helpful: int
    """How many people found it helpful."""

    @property
    def is_changed(self) -> bool:
        return self.changed_at != self.written_at


@dataclass(frozen=True, slots=True)
class ReviewReportView:
    """What one has said against a review. Who he is, nobody is told."""

    reason: ReviewReason
    words: str
    reported_at: datetime


@dataclass(frozen=True, slots=True)
class ReviewableLine:
    """A line that its buyer has received, and what he has said of its product, if he has."""

    line: OrderLineView
    review: ReviewView | None
