"""What sellers are owed, why, and how it was paid."""

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from uuid import UUID

from tijara.kit.money import Money
from tijara.kit.page import Page


@dataclass(frozen=True, slots=True)
class StatementLine:
    """One event of the trade on a seller's account. `amount` is what it added to what we owe him;
    `balance` is what we owed him after it. A payout brings its bank reference; a sale the
    commission that was taken of it, and the VAT on that."""

    kind: str
    order_id: UUID | None
    number: str
    bank_reference: str
    occurred_at: datetime
    amount: Money
    balance: Money
    commission: Money
    commission_vat: Money

    @property
    def gross(self) -> Money:
        """Before commission: what the buyer paid for goods and delivery."""
        return self.amount + self.commission + self.commission_vat

    @property
    def returned(self) -> Money:
        """Of the commission, where the order was taken back."""
        return -(self.commission + self.commission_vat)


@dataclass(frozen=True, slots=True)
class Statement:
    """A seller's account over a time: how it opened and closed, its lines the newest first."""

    opening: Money
    closing: Money
    lines: Page[StatementLine]


@dataclass(frozen=True, slots=True)
class BankAccountView:
    """`masked` shows enough of the IBAN to know it again: "SA•• •••• 7519"."""

    seller_id: UUID
    holder: str
    masked: str
    changed_at: datetime


@dataclass(frozen=True, slots=True)
class PayoutView:
    seller_id: UUID
    id: UUID
    amount: Money
    bank_reference: str
    paid_on: date
    holder: str
    masked: str
    recorded_at: datetime
    came_back_at: datetime | None = None
    """When it was written down that his bank sent it back: then it is owed to him again."""
    reason: str = ""
    """What his bank said to it."""


@dataclass(frozen=True, slots=True)
class Payable:
    """What one seller is owed now; below nothing, he owes us (a refund after his payout)."""

    seller_id: UUID
    amount: Money
    held: Money
    """Earned, and kept until its deals settle."""
    has_bank_account: bool
    waiting: Money
    """Earned by parcels whose cash has not come; not in `amount`."""
    reserved: Money
    """Kept back for bad days; not in `amount`."""


class PayableOrder(StrEnum):
    """How a list of what is owed is sorted; the most first."""

    OWED = "owed"
    HELD = "held"
    JOINED = "joined"


@dataclass(frozen=True, slots=True)
class Payables:
    """A page of what sellers are owed, and of all of them: what is owed to them and what they owe,
    by currency, both counted up from nothing."""

    page: Page[Payable]
    owed: tuple[Money, ...]
    debts: tuple[Money, ...]


class RunState(StrEnum):
    PREPARED = "prepared"
    APPROVED = "approved"
    CANCELLED = "cancelled"


class TransferState(StrEnum):
    PROPOSED = "proposed"
    ORDERED = "ordered"
    """It stands in an approved run: off the seller's account, on its way through the bank."""
    PAID = "paid"
    FAILED = "failed"
    RETURNED = "returned"
    LEFT_OUT = "left_out"


class LeftOut(StrEnum):
    """Why a transfer of a run was not ordered."""

    BY_STAFF = "by_staff"
    RUN_CANCELLED = "run_cancelled"
    OWED_LESS = "owed_less"
    """By the time of the approval he was owed less than what was proposed."""
    ACCOUNT_CHANGED = "account_changed"
    """He named another bank account after the run had been prepared."""


@dataclass(frozen=True, slots=True)
class RunView:
    """A payout run of a market. `code` is what people and the bank call it."""

    id: UUID
    market_id: UUID
    code: str
    state: RunState
    pay_on: date
    prepared_at: datetime
    prepared_by: UUID | None
    approved_at: datetime | None
    approved_by: UUID | None
    count: int
    """Of the transfers that are or were to be made."""
    total: Money
    open: int
    """Of those, the ones that are not booked yet, or whose answer the bank still owes."""
    paid: Money
    """Of the total, what went through and stayed."""
    back: Money
    """Of the total, what no bank took, or sent back."""


@dataclass(frozen=True, slots=True)
class TransferView:
    """One seller's part of a run. `reason` is a `LeftOut`, or what the bank said."""

    seller_id: UUID
    id: UUID
    run_id: UUID
    amount: Money
    holder: str
    masked: str
    state: TransferState
    reason: str
    moved_at: datetime


@dataclass(frozen=True, slots=True)
class BankTransfer:
    """One line of a bank's file. `reference` comes back with the bank's answer."""

    reference: str
    holder: str
    iban: str
    amount: Money
    words: str


@dataclass(frozen=True, slots=True)
class BankOrder:
    """A run as a bank is told of it: who pays, when, and all that he pays."""

    message_id: str
    approved_at: datetime
    pay_on: date
    holder: str
    iban: str
    total: Money
    transfers: tuple[BankTransfer, ...]


@dataclass(frozen=True, slots=True)
class ReserveTerms:
    """What is kept back of a seller's money: `rate_bp` of what becomes payable, for `days`; and
    `fixed_minor`, which is to lie there at any time. A market's terms may hold only for sellers
    who have joined within `newcomer_days`; 0: for all."""

    rate_bp: int = 0
    days: int = 0
    fixed_minor: int = 0
    newcomer_days: int = 0


class ReserveKind(StrEnum):
    ROLLING = "rolling"
    FIXED = "fixed"


@dataclass(frozen=True, slots=True)
class ReservePartView:
    """What of one order's money is kept back, or of the fixed sum; `release_at`: until when."""

    seller_id: UUID
    id: UUID
    kind: ReserveKind
    order_id: UUID | None
    number: str
    amount: Money
    left: Money
    held_at: datetime
    release_at: datetime | None


class DemandState(StrEnum):
    OPEN = "open"
    SETTLED = "settled"
    WITHDRAWN = "withdrawn"


@dataclass(frozen=True, slots=True)
class DemandView:
    """What a seller was asked to pay us, until when, under which reference."""

    seller_id: UUID
    id: UUID
    code: str
    amount: Money
    due_on: date
    state: DemandState
    opened_at: datetime
    ended_at: datetime | None


@dataclass(frozen=True, slots=True)
class SellerFunds:
    """Where a seller's money is, from the door to his bank."""

    waiting: Money
    """Earned; its cash is with carriers."""
    held: Money
    reserved: Money
    payable: Money
    """Below nothing: he owes us."""
    on_its_way: Money
    paid: Money
    """Since the first of January, where his market is."""
    debt: Money
    """What he owes us."""


@dataclass(frozen=True, slots=True)
class PaidLine:
    """One thing that made a payout what it is: it added to what could be paid, or took off."""

    kind: str
    order_id: UUID | None
    number: str
    occurred_at: datetime
    amount: Money


@dataclass(frozen=True, slots=True)
class PayoutStory:
    """What a payout paid: `before` was left by the payout before it, `after` was left by this one,
    and `lines` are what happened between the two. before + Σ lines − after = amount."""

    payout: PayoutView
    before: Money
    moved: Money
    after: Money
    count: int
    lines: Page[PaidLine]


class BankForm(StrEnum):
    XML = "xml"
    """ISO 20022 pain.001.001.09."""
    CSV = "csv"


@dataclass(frozen=True, slots=True)
class BankAnswer:
    """What the bank says of one transfer, by its reference; of all of a run where that is empty."""

    reference: str
    is_paid: bool
    reason: str = ""
    bank_reference: str = ""
