"""What goes back to buyers, and why."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from uuid import UUID

from tijara.kit.money import Money


class RefundCause(StrEnum):
    RETURNED = "returned"
    """The order was delivered, and is taken back."""
    UNDELIVERED = "undelivered"
    """It was paid, and called off or refused."""
    LATE = "late"
    """The money came after the order had ended."""


class RefundReason(StrEnum):
    """Why a delivered order is taken back."""

    CHANGED_MIND = "changed_mind"
    DAMAGED = "damaged"
    WRONG_ITEM = "wrong_item"
    NOT_AS_DESCRIBED = "not_as_described"
    MISSING_PARTS = "missing_parts"
    OTHER = "other"


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
    """Of the refund in `payments`."""
    opened_at: datetime
    paid_at: datetime | None
