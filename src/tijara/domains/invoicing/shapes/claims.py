"""What is owed by debit notes."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from uuid import UUID

from tijara.kit.clock import now
from tijara.kit.money import Money


class DebitState(StrEnum):
    OPEN = "open"
    PAID = "paid"
    """By card or transfer, on the page that its buyer was sent."""
    DIRECT = "direct"
    """To its seller himself, as he says."""
    WRITTEN_OFF = "written_off"


@dataclass(frozen=True, slots=True)
class DebitClaimView:
    seller_id: UUID
    id: UUID
    """The note's."""
    order_id: UUID
    buyer_id: UUID
    amount: Money
    state: DebitState
    asked_at: datetime
    due_at: datetime
    ask_id: UUID
    method: str
    ended_at: datetime | None
    proposed_by: UUID | None
    remind_at: datetime | None
    """When its buyer is written to the next time."""
    reminders: int

    @property
    def is_open(self) -> bool:
        return self.state is DebitState.OPEN

    @property
    def is_late(self) -> bool:
        return self.is_open and self.due_at < now()
