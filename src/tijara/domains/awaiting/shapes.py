"""What crosses the border of awaiting."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from uuid import UUID

MOST_OF_PERSON = 100
MOST_OF_MAILBOX = 20
"""Open wishes of one person, whose oldest goes for one more, or of one address that guests leave,
where no more is kept then."""
KEPT = timedelta(days=180)
"""How long somebody waits at most."""


@dataclass(frozen=True, slots=True)
class Wanted:
    """What somebody waits for, and in which language he is told. `email` is a guest's; who has an
    account is told where his account says."""

    market_id: UUID
    variant_id: UUID
    language: str
    email: str = ""


@dataclass(frozen=True, slots=True)
class WaitView:
    """One of what somebody waits for."""

    buyer_id: UUID
    id: UUID
    product_id: UUID
    variant_id: UUID
    asked_at: datetime
