"""Facts about what sellers are paid. None carries an account."""

from dataclasses import dataclass
from typing import ClassVar
from uuid import UUID

from tijara.platform.webhooks.published import published


@published("seller_id", "payout_id", "amount_minor", "currency")
@dataclass(frozen=True, slots=True)
class PayoutRecorded:
    name: ClassVar[str] = "settlements.payout_recorded.v1"
    seller_id: UUID
    payout_id: UUID
    amount_minor: int
    currency: str


@dataclass(frozen=True, slots=True)
class BankAccountChanged:
    name: ClassVar[str] = "settlements.bank_account_changed.v1"
    seller_id: UUID
    change_id: UUID


@published("seller_id", "demand_id", "amount_minor", "currency")
@dataclass(frozen=True, slots=True)
class PaymentDemanded:
    """He owes us, and was asked to pay it by a day."""

    name: ClassVar[str] = "settlements.payment_demanded.v1"
    seller_id: UUID
    demand_id: UUID
    amount_minor: int
    currency: str


@published("seller_id", "transfer_id", "amount_minor", "currency")
@dataclass(frozen=True, slots=True)
class PayoutCameBack:
    """The bank did not carry it out, or gave it back: it is owed to the seller again."""

    name: ClassVar[str] = "settlements.payout_came_back.v1"
    seller_id: UUID
    transfer_id: UUID
    amount_minor: int
    currency: str
