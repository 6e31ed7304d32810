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
    GATEWAY_PAYABLE = "gateway_payable"
    """It paid us, or took from us, what we know nothing of: to be explained."""
    GATEWAY_FEES = "gateway_fees"
    """What the gateway takes for carrying cards: our expense."""
    GATEWAY_FEES_VAT = "gateway_fees_vat"
    """The VAT on that, which the tax authority owes us."""
    GATEWAY_LOSSES = "gateway_losses"
    """What the gateway took and will not give back."""
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
    DEPOSITS_HELD = "deposits_held"
    """Put down by a buyer before the sale, and kept in the purse of the order to come."""
    SELLER_PAYABLE = "seller_payable"
    """We owe it to the seller."""
    SELLER_RESERVE = "seller_reserve"
    """Earned, and kept back for some time, for what may still come back."""
    PAYOUTS_ON_THEIR_WAY = "payouts_on_their_way"
    """Ordered at the bank for the seller, and not answered by it yet."""
    COMMISSION_REVENUE = "commission_revenue"
    COMMISSION_VAT = "commission_vat"
    """We owe it to the tax authority."""
    MARKET_PROMOTIONS = "market_promotions"
    """What we pay sellers of the discounts that we give: our expense."""
    PAYMENT_FEE_REVENUE = "payment_fee_revenue"
    """Fees of the way to pay, tax included."""
    WALLET_CLEARING = "wallet_clearing"
    """Between sellers' books and the market's: nothing, over all owners."""
    WALLET_LIABILITY = "wallet_liability"
    """We owe it to buyers: what lies in their wallets. In the market's book."""
    GIFT_CARD_LIABILITY = "gift_card_liability"
    """We owe it to who redeems gift cards that were given out. In the market's book."""
    GOODWILL_EXPENSE = "goodwill_expense"
    """What the market gives buyers to make up for something. In the market's book."""
    POINTS_PROVISION = "points_provision"
    """Points of orders whose buyer may still send goods back. In the market's book."""
    POINTS_LIABILITY = "points_liability"
    """We owe it to buyers: their points, at what they are worth. In the market's book."""
    POINTS_EXPENSE = "points_expense"
    """What points cost the market: our expense."""
    POINTS_EXPIRED = "points_expired"
    """Points that nobody spent in time: our income."""


OF_SELLER = (Account.SELLER_PAYABLE, Account.SELLER_HELD, Account.SELLER_RESERVE)
"""What a seller has earned: what he may be paid, what is kept until its deal settles, and what is
kept back for bad days."""
POCKETS = (Account.SELLER_HELD, Account.DEPOSITS_HELD)
"""What a purse keeps: only these accounts are in purses, and in no other way."""
DEAL_SETTLED = "deal_settled"
"""The kind of the journal that gives a purse to its seller."""
DEPOSIT_MADE = "deposit_made"


class DepositEnd(StrEnum):
    USED = "deposit_used"
    """The order is there: it counts for its price."""
    RETURNED = "deposit_returned"
    FORFEITED = "deposit_forfeited"

    @property
    def account(self) -> Account:
        """Whose it is then."""
        return {
            DepositEnd.USED: Account.BUYER_RECEIVABLE,
            DepositEnd.RETURNED: Account.BUYER_REFUNDABLE,
            DepositEnd.FORFEITED: Account.SELLER_PAYABLE,
        }[self]


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
class AccountMove:
    """What one journal did to one account of a seller; a credit is positive."""

    seller_id: UUID
    id: UUID
    kind: str
    reference: str
    order_id: UUID | None
    occurred_at: datetime
    currency: str
    amount_minor: int


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
    reference: str = ""
