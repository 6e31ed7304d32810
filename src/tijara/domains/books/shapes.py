"""Books as others see them: whose, which accounts, which sheets."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from enum import StrEnum
from uuid import UUID

from tijara.kit.ids import OPERATOR_ID
from tijara.kit.money import Money


class Side(StrEnum):
    """From whose eyes the same event is written down."""

    SELLER = "seller"
    MARKET = "market"


@dataclass(frozen=True, slots=True)
class BookKey:
    """A seller's book; or the operator's, which is one for each currency and has what happened
    with every seller."""

    owner_id: UUID
    side: Side
    currency: str

    @classmethod
    def of_market(cls, currency: str) -> "BookKey":
        return cls(OPERATOR_ID, Side.MARKET, currency)

    @property
    def is_market(self) -> bool:
        return self.side is Side.MARKET


class AccountClass(StrEnum):
    ASSET = "asset"
    LIABILITY = "liability"
    EQUITY = "equity"
    REVENUE = "revenue"
    EXPENSE = "expense"


class Group(StrEnum):
    """Where an account stands in the statements."""

    CURRENT_ASSETS = "current_assets"
    FIXED_ASSETS = "fixed_assets"
    CURRENT_LIABILITIES = "current_liabilities"
    LONG_LIABILITIES = "long_liabilities"
    OWNERS = "owners"
    SALES = "sales"
    OTHER_INCOME = "other_income"
    COST_OF_SALES = "cost_of_sales"
    SELLING = "selling"
    RUNNING = "running"


@dataclass(frozen=True, slots=True)
class ChartRow:
    """An account of the chart. `is_manual`: entries by hand may move it."""

    code: str
    number: int
    group: Group
    is_manual: bool = True

    @property
    def account_class(self) -> AccountClass:
        return CLASS_OF[self.group]


CLASS_OF = {
    Group.CURRENT_ASSETS: AccountClass.ASSET,
    Group.FIXED_ASSETS: AccountClass.ASSET,
    Group.CURRENT_LIABILITIES: AccountClass.LIABILITY,
    Group.LONG_LIABILITIES: AccountClass.LIABILITY,
    Group.OWNERS: AccountClass.EQUITY,
    Group.SALES: AccountClass.REVENUE,
    Group.OTHER_INCOME: AccountClass.REVENUE,
    Group.COST_OF_SALES: AccountClass.EXPENSE,
    Group.SELLING: AccountClass.EXPENSE,
    Group.RUNNING: AccountClass.EXPENSE,
}


class Source(StrEnum):
    """Where an entry comes from."""

    JOURNAL = "journal"
    COST = "cost"
    PAPER = "paper"
    """A debit note: what its seller is owed, and the market does not collect."""
    MANUAL = "manual"
    REVERSAL = "reversal"


class ReportName(StrEnum):
    TRIAL = "trial"
    PROFIT = "profit"
    BALANCE = "balance"
    VAT = "vat"
    ZAKAT = "zakat"


class RowKind(StrEnum):
    HEAD = "head"
    LINE = "line"
    SUM = "sum"
    TOTAL = "total"


@dataclass(frozen=True, slots=True)
class ReportRow:
    """`code` is an account's, a group's or the report's own. `values` stand in its columns; None is
    empty: not known here."""

    kind: RowKind
    code: str
    values: tuple[int | None, ...] = ()
    number: str = ""
    is_account: bool = False


@dataclass(frozen=True, slots=True)
class Period:
    """Both days belong to it."""

    first: date
    last: date


@dataclass(frozen=True, slots=True)
class Report:
    """`notes` are codes of what is to be said below. `ties` is false where two sides that must be
    equal are not."""

    name: ReportName
    currency: str
    period: Period
    columns: tuple[str, ...]
    rows: tuple[ReportRow, ...]
    notes: tuple[str, ...] = ()
    ties: bool = True


@dataclass(frozen=True, slots=True)
class Moved:
    """What was debited and credited to an account in a time."""

    debit_minor: int
    credit_minor: int

    @property
    def net_minor(self) -> int:
        """A debit is positive."""
        return self.debit_minor - self.credit_minor


@dataclass(frozen=True, slots=True)
class LineView:
    account: str
    amount: Money
    """A debit is positive."""


@dataclass(frozen=True, slots=True)
class EntryView:
    """`happened_on` is earlier than `booked_on` where its month was closed by then."""

    owner_id: UUID
    id: UUID
    kind: str
    source: Source
    source_id: UUID
    booked_on: date
    happened_on: date
    order_id: UUID | None
    reason: str
    person_id: UUID | None
    file_id: UUID | None
    reverses_id: UUID | None
    written_at: datetime
    lines: tuple[LineView, ...]
    reversed_by: UUID | None = None

    @property
    def total(self) -> Money:
        """Of one side."""
        first = self.lines[0].amount
        return Money(sum(max(one.amount.minor, 0) for one in self.lines), first.currency)


@dataclass(frozen=True, slots=True)
class AccountLine:
    """One entry in an account's ledger: `balance` is after it."""

    owner_id: UUID
    entry_id: UUID
    kind: str
    source: Source
    booked_on: date
    order_id: UUID | None
    reason: str
    amount: Money
    balance: Money


@dataclass(frozen=True, slots=True)
class EntryDraft:
    """An entry by hand. `id` is the form's, so that sending it twice writes it once. `lines` are
    (account, minor units), a debit positive."""

    id: UUID
    booked_on: date
    reason: str
    lines: tuple[tuple[str, int], ...]


@dataclass(frozen=True, slots=True)
class CloseView:
    """A month that was closed: its figures and the hash over them and the one before."""

    id: UUID
    month: date
    number: int
    entries: int
    digest: str
    closed_at: datetime
    closed_by: UUID | None
    asked_by: UUID | None = None
    asked_reason: str = ""
    reopened_at: datetime | None = None

    @property
    def is_open_again(self) -> bool:
        return self.reopened_at is not None


@dataclass(frozen=True, slots=True)
class MonthToClose:
    """The next month that may be closed; `is_over`: and now it may."""

    month: date
    is_over: bool


class MarginBy(StrEnum):
    PRODUCT = "product"
    DEPARTMENT = "department"
    MONTH = "month"
    ORDER = "order"


@dataclass(frozen=True, slots=True)
class Margin:
    """What is left of what was sold. Amounts without tax, in minor units; `costed_units` are those
    whose cost was known when they were handed over."""

    key: str
    units: int
    costed_units: int
    net_minor: int
    cost_minor: int
    commission_minor: int
    other_minor: int = 0
    name_ar: str = ""
    name_en: str = ""

    @property
    def profit_minor(self) -> int:
        return self.net_minor - self.cost_minor - self.commission_minor - self.other_minor

    @property
    def percent(self) -> int | None:
        return round(self.profit_minor * 100 / self.net_minor) if self.net_minor > 0 else None

    @property
    def is_cost_known(self) -> bool:
        return self.costed_units >= self.units


@dataclass(frozen=True, slots=True)
class OrderProfit:
    """One order in its seller's books: what each of its accounts has, income positive."""

    currency: str
    parts: Mapping[str, int] = field(default_factory=dict)
    is_cost_known: bool = True
    tax_minor: int = 0

    @property
    def profit(self) -> Money:
        return Money(sum(self.parts.values()), self.currency)

    @property
    def tax(self) -> Money:
        return Money(self.tax_minor, self.currency)


@dataclass(frozen=True, slots=True)
class TaxPart:
    """What papers have of one category. `is_input`: of what was bought."""

    category: str
    is_credit: bool
    net_minor: int
    tax_minor: int
    is_input: bool = False


@dataclass(frozen=True, slots=True)
class ExportView:
    id: UUID
    report: str
    language: str
    asked_at: datetime
    file_id: UUID | None
    failed: bool = False
