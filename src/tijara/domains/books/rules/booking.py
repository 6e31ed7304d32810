"""How one event is written into the two books. docs/algorithms/books.md has worked examples."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from tijara.domains.inventory.shapes import CostKind
from tijara.domains.ledger.shapes import Account

from ..shapes import Source
from .chart import AGAINST, OF_JOURNAL, SEEN_BY_SELLER, UNCLASSIFIED

Lines = dict[str, int]
"""Minor units by account, a debit positive; they add up to nothing."""
Postings = Sequence[tuple[Account, Account, int]]
"""(debit, credit, minor units) of one journal."""
RETURNED = "sales_returns"
OF_COST = {
    CostKind.OPENING: ("inventory", "opening_balances"),
    CostKind.RECEIVED: ("inventory", "goods_received"),
    CostKind.REVALUED: ("inventory", "stock_differences"),
    CostKind.COUNTED: ("inventory", "stock_differences"),
    CostKind.HANDED_OVER: ("inventory", "cost_of_goods"),
    CostKind.CAME_BACK: ("inventory", "cost_of_goods"),
    CostKind.WRITTEN_OFF: ("returns_lost", "cost_of_goods"),
}
"""What a change of value does: so much to the first, the same off the second."""


@dataclass(frozen=True, slots=True)
class SoldLine:
    """What an event says of one line of its order."""

    line_id: UUID
    product_id: UUID
    units: int = 0
    costed_units: int = 0
    net_minor: int = 0
    commission_minor: int = 0
    cost_minor: int = 0


@dataclass(frozen=True, slots=True)
class NewEntry:
    """An entry as it is to be written."""

    source: Source
    source_id: UUID
    kind: str
    happened_on: date
    lines: Mapping[str, int]
    order_id: UUID | None = None
    reason: str = ""
    person_id: UUID | None = None
    file_id: UUID | None = None
    sold: tuple[SoldLine, ...] = ()


def market_lines(postings: Postings) -> Lines:
    """The operator's: the journal itself."""
    moved: Counter[str] = Counter()
    for debit, credit, amount in postings:
        moved[OF_JOURNAL[debit].code] += amount
        moved[OF_JOURNAL[credit].code] -= amount
    return _standing(moved)


def seller_lines(
    kind: str, postings: Postings, *, tax_minor: int = 0, has_number: bool = True
) -> Lines:
    """The seller's: the same from his side, and what it was for against it. `tax_minor` is inside
    what was sold or taken back; a seller without a VAT number owes none, and can't deduct what
    was put on his commission."""
    moved: Counter[str] = Counter()
    for debit, credit, amount in postings:
        if debit in SEEN_BY_SELLER:
            moved[SEEN_BY_SELLER[debit]] -= amount
        if credit in SEEN_BY_SELLER:
            moved[SEEN_BY_SELLER[credit]] += amount
    against = AGAINST.get(kind, UNCLASSIFIED)
    moved[against] -= sum(moved.values())
    if not has_number:
        moved["commission"] += moved.pop("input_vat", 0)
    elif tax_minor:
        owed = tax_minor if against == RETURNED else -tax_minor
        moved["output_vat"] += owed
        moved[against] -= owed
    return _standing(moved)


def note_lines(amount_minor: int, tax_minor: int) -> Lines:
    """Of a debit note, its tax with it."""
    return _standing(
        {
            "receivables": amount_minor,
            "sales": tax_minor - amount_minor,
            "output_vat": -tax_minor,
        }
    )


def loss_lines(amount_minor: int) -> Lines:
    """Of a debit note that is given up."""
    return _standing({"bad_debts": amount_minor, "receivables": -amount_minor})


def cost_lines(kind: CostKind, value_minor: int) -> Lines:
    to, off = OF_COST[kind]
    return {to: value_minor, off: -value_minor} if value_minor else {}


def _standing(moved: Mapping[str, int]) -> Lines:
    return {account: amount for account, amount in moved.items() if amount}
