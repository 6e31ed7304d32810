"""The journal as others write and read it."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from uuid import UUID

from tijara.kit.money import Money


class Account(StrEnum):
    """The chart of accounts, per seller. Who owes whom, seen from the operator's books."""

    BUYER_RECEIVABLE = "buyer_receivable"
    """Buyers owe for orders that were placed and not yet paid."""
    ORDERS_PENDING = "orders_pending"
    """The counterpart of orders that have not been delivered: nobody's money yet."""
    GATEWAY_RECEIVABLE = "gateway_receivable"
    """The card gateway has collected this for us."""
    BANK = "bank"
    """It is in our account at the bank."""
    BUYER_REFUNDABLE = "buyer_refundable"
    """We hold it and owe it back to buyers."""
    EXCHANGE_CLEARING = "exchange_clearing"
    """What came back for something else: from the old order to the new one, in one commit."""
    CARRIER_RECEIVABLE = "carrier_receivable"
    """Couriers hold this cash for us."""
    CARRIER_PAYABLE = "carrier_payable"
    """We owe it to couriers: for what they brought back, or paid beyond what they owed."""
    CARRIER_CHARGES = "carrier_charges"
    """What couriers take for carrying cash and for parcels that come back: our expense."""
    CASH_LOSSES = "cash_losses"
    """Cash that couriers will not bring any more."""
    SELLER_HELD = "seller_held"
    """It will be the seller's when the deal settles; until then it is kept in the order's purse."""
    SELLER_PAYABLE = "seller_payable"
    """We owe it to the seller."""
    PAYOUTS_ON_THEIR_WAY = "payouts_on_their_way"
    """Ordered at the bank for the seller, and not answered by it yet."""
    COMMISSION_REVENUE = "commission_revenue"
    COMMISSION_VAT = "commission_vat"
    """We owe it to the tax authority."""
    PAYMENT_FEE_REVENUE = "payment_fee_revenue"
    """Fees of the way to pay, tax included."""


OF_SELLER = (Account.SELLER_PAYABLE, Account.SELLER_HELD)
"""What a seller has earned: what he may be paid, and what is kept until its deal settles."""
DEAL_SETTLED = "deal_settled"
"""The kind of the journal that gives a purse to its seller."""


@dataclass(frozen=True, slots=True)
class Transfer:
    """So many minor units, from `credit` to `debit`."""

    debit: Account
    credit: Account
    amount_minor: int


@dataclass(frozen=True, slots=True)
class CommissionSum:
    """What a market has earned from a seller, less what it gave back; `orders` it was earned on."""

    currency: str
    net_minor: int
    vat_minor: int
    orders: int


@dataclass(frozen=True, slots=True)
class JournalLine:
    kind: str
    order_id: UUID | None
    occurred_at: datetime
    debit: Account
    credit: Account
    amount_minor: int
    currency: str


@dataclass(frozen=True, slots=True)
class AccountLine:
    """What one journal did to one account: a credit is positive, `balance_minor` is after it.
    `moved` is what it did to every account, this one too."""

    kind: str
    reference: str
    order_id: UUID | None
    occurred_at: datetime
    currency: str
    amount_minor: int
    balance_minor: int
    moved: Mapping[Account, int]


@dataclass(frozen=True, slots=True)
class AccountStatement:
    """An account over a time: credit balances before and after it, its lines the newest first."""

    opening_minor: int
    closing_minor: int
    lines: list[AccountLine]


@dataclass(frozen=True, slots=True)
class DayOfJournals:
    """What journals of a kind moved on a day, and how many there were."""

    kind: str
    day: date
    times: int
    total: Money


@dataclass(frozen=True, slots=True)
class JournalView:
    """One event of the trade in money, with its postings: (debit, credit, minor units)."""

    seller_id: UUID
    id: UUID
    kind: str
    order_id: UUID | None
    occurred_at: datetime
    currency: str
    postings: tuple[tuple[Account, Account, int], ...]
