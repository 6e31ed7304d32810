"""The words of returns: why, what for, how far."""

from enum import StrEnum


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
    CARRIAGE = "carriage"
    """What its way back had cost him, where another has to pay that."""
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
