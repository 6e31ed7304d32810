"""The states and reasons of payments, as words."""

from enum import StrEnum


class PaymentMethod(StrEnum):
    CASH_ON_DELIVERY = "cash_on_delivery"
    CARD = "card"
    BANK_TRANSFER = "bank_transfer"
    WALLET = "wallet"
    """The buyer's credit pays all of it. No market offers it: who has credit may use it."""


OFFERED = (PaymentMethod.CASH_ON_DELIVERY, PaymentMethod.CARD, PaymentMethod.BANK_TRANSFER)
"""What a market may offer."""


class Purpose(StrEnum):
    """What a charge is for."""

    ORDERS = "orders"
    GIFT_CARD = "gift_card"
    DEPOSIT = "deposit"
    """What is put down before the rest of an order is paid in cash."""
    DEBIT_NOTE = "debit_note"
    """What a seller asks for beyond his invoice. A part's order is the note itself."""


class ChargeState(StrEnum):
    OPEN = "open"
    PAID = "paid"
    EXPIRED = "expired"
    CANCELLED = "cancelled"


class RefundState(StrEnum):
    DUE = "due"
    PAID = "paid"


class ReceiptState(StrEnum):
    WAITING = "waiting"
    APPROVED = "approved"
    REJECTED = "rejected"


class AttemptState(StrEnum):
    ASKED = "asked"
    """The gateway was asked and has not answered yet."""
    OPEN = "open"
    PAID = "paid"
    FAILED = "failed"
    SURPLUS = "surplus"
    """Paid, when the charge was paid already: it goes back."""
    ODD = "odd"
    """Paid, but not what was asked for: somebody must look."""


class NoticeState(StrEnum):
    WAITING = "waiting"
    DONE = "done"
    FORGED = "forged"
    UNREADABLE = "unreadable"
    UNKNOWN = "unknown"
    """Of a payment that is not ours."""
    GIVEN_UP = "given_up"


class RejectReason(StrEnum):
    NOT_ARRIVED = "not_arrived"
    WRONG_AMOUNT = "wrong_amount"
    UNREADABLE = "unreadable"
    OTHER = "other"


class TransferNews(StrEnum):
    """What a buyer is written to about his transfer."""

    DUE = "due"
    RECEIVED = "received"
    REJECTED = "rejected"


class Failure(StrEnum):
    """Why a card was not charged, as far as its bank says."""

    DECLINED = "declined"
    FUNDS = "funds"
    EXPIRED = "expired"
    LIMIT = "limit"
    BLOCKED = "blocked"
    NOT_CONFIRMED = "not_confirmed"
    """3-D Secure: the payer did not confirm it with his bank."""
    GATEWAY = "gateway"
    """The gateway could not be reached."""
