"""`…inside retail FILE MOST`: replay the lines of a real shop, a day at a time, each at its hour.
What is called off goes back by the way that returns go, matched to what was sold before; a line
that is neither is put into a class and counted.
"""

import json
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import UTC, date, datetime
from itertools import groupby
from pathlib import Path
from uuid import UUID

from tijara.domains.ledger.queries import balances
from tijara.domains.ledger.shapes import Account
from tijara.domains.markets.shapes import MarketPolicy
from tijara.domains.orders.shapes import OrderView
from tijara.domains.payments.shapes import PaymentMethod
from tijara.domains.returns.actions import (
    approve_return,
    inspect_return,
    receive_return,
    refund_return,
    request_return,
)
from tijara.domains.returns.shapes import Looked, RefundReason, ReturnDraft
from tijara.faces.cli.terminal import say
from tijara.kit.clock import going_from
from tijara.kit.ids import new_id
from tijara.kit.refusal import Refusal

from . import past
from .parquet import columns
from .past import Good, Shelf

COLUMNS = ("InvoiceNo", "StockCode", "Description", "Quantity", "InvoiceDate", "UnitPrice",
           "CustomerID")  # fmt: skip
AT_ONCE = 40
"""Orders in one statement of the door."""
SALE, BACK = "sold", "called off"
Key = tuple[object, str]


@dataclass(frozen=True, slots=True)
class Line:
    invoice: str
    code: str
    name: str
    quantity: int
    at: datetime
    price: float
    customer: int | None

    @property
    def unit_minor(self) -> int:
        return round(self.price * 100)

    @property
    def kind(self) -> str:
        """What it is, by its own words."""
        if self.invoice.startswith("C"):
            return BACK if self.quantity < 0 and self.unit_minor > 0 else "called off, of nothing"
        if self.unit_minor < 0:
            return "a correction of the books"
        if self.quantity <= 0:
            return "a correction of the stock"
        return SALE if self.unit_minor else "given away"


@dataclass(slots=True)
class Sold:
    """What is left of a line that was sold."""

    order: OrderView
    line_id: UUID
    unit_minor: int
    left: int


@dataclass(slots=True)
class Shop:
    market: MarketPolicy
    shelf: Shelf
    buyers: dict[object, UUID] = field(default_factory=lambda: defaultdict(new_id))
    sold: dict[Key, list[Sold]] = field(default_factory=lambda: defaultdict(list))
    classes: Counter[str] = field(default_factory=Counter)
    sums: Counter[str] = field(default_factory=Counter)


def run(file: str, most: str) -> None:
    lines = list(read(Path(file), int(most)))
    shop = _opened(lines)
    for _day, of_day in groupby(lines, key=_day_of):
        _live(shop, list(of_day))
    say(json.dumps(_told(shop, lines)))


def read(file: Path, most: int = 0) -> Iterator[Line]:
    """In their order; of so many invoices, if a number is given."""
    told = columns(file, list(COLUMNS))
    rows = zip(*(told[name] for name in COLUMNS), strict=True)
    seen: set[str] = set()
    for invoice, code, name, quantity, at, price, customer in rows:
        seen.add(invoice)
        if most and len(seen) > most:
            return
        moment = datetime.fromtimestamp(at / 1_000_000, UTC)
        yield Line(invoice, code, (name or code).strip(), quantity, moment, price, customer)


def _day_of(line: Line) -> date:
    return line.at.date()


def _opened(lines: Iterable[Line]) -> Shop:
    market = past.new_market("sa-retail", "SA", "GBP", return_days=365)
    goods = {
        (one.code, one.unit_minor): Good(one.code, one.name[:120], one.unit_minor)
        for one in lines
        if one.kind == SALE
    }
    shelf = past.new_shelf(market, "Gifts", "retail", [*goods.values()], units=100_000_000)
    return Shop(market, shelf)


def _live(shop: Shop, lines: list[Line]) -> None:
    """What a day has sold, and after that what it takes back."""
    by_invoice: dict[str, list[Line]] = defaultdict(list)
    for line in lines:
        shop.classes[line.kind] += 1
        by_invoice[line.invoice].append(line)
    sales = [mine for mine in by_invoice.values() if any(one.kind == SALE for one in mine)]
    for start in range(0, len(sales), AT_ONCE):
        _sell(shop, sales[start : start + AT_ONCE])
    for mine in by_invoice.values():
        if back := [one for one in mine if one.kind == BACK]:
            with going_from(back[-1].at):
                _take_back(shop, back)


def _sell(shop: Shop, invoices: list[list[Line]]) -> None:
    with going_from(invoices[0][0].at):
        wanted = [
            past.wanted_order(
                shop.market,
                shop.buyers[mine[0].customer or mine[0].invoice],
                _bought(shop, mine),
                payment_method=PaymentMethod.CASH_ON_DELIVERY,
            )
            for mine in invoices
        ]
        for mine, order in zip(invoices, past.placed(shop.shelf.seller_id, wanted), strict=True):
            if order is None:
                shop.sums["not placed"] += 1
                continue
            past.arrived(order)
            shop.sums["orders"] += 1
            shop.sums["taken"] += order.total.minor
            _keep(shop, mine[0], order)


def _bought(shop: Shop, mine: Iterable[Line]) -> list:
    """The same thing at the same price is one line."""
    many: Counter[tuple[str, int]] = Counter()
    for one in mine:
        if one.kind == SALE:
            many[one.code, one.unit_minor] += one.quantity
    return [
        past.of_many(shop.shelf.goods[past.key_of(*told)], count) for told, count in many.items()
    ]


def _keep(shop: Shop, first: Line, order: OrderView) -> None:
    for line in order.lines:
        key = (first.customer or first.invoice, line.sku)
        shop.sold[key].append(Sold(order, line.id, line.unit.minor, line.quantity))


def _take_back(shop: Shop, lines: list[Line]) -> None:
    """Of what the same customer has bought of it, the last first."""
    parts: dict[UUID, dict[UUID, int]] = defaultdict(Counter)
    orders: dict[UUID, OrderView] = {}
    for line in lines:
        wanted = -line.quantity
        matched = 0
        known = shop.sold.get((line.customer, line.code), []) if line.customer else []
        for sold in reversed(known):
            many = min(sold.left, wanted - matched)
            if many and sold.unit_minor:
                sold.left -= many
                matched += many
                parts[sold.order.id][sold.line_id] += many
                orders[sold.order.id] = sold.order
                shop.sums["called off at another price"] += many * (
                    line.unit_minor - sold.unit_minor
                )
        shop.sums["called off without a sale"] += (wanted - matched) * line.unit_minor
        shop.classes[_fate(line, wanted, matched)] += 1
    for order_id, units in parts.items():
        _send_back(shop, orders[order_id], units)


def _fate(line: Line, wanted: int, matched: int) -> str:
    if matched == wanted:
        return "called off: matched"
    if matched:
        return "called off: matched in part"
    return "called off: never sold before" if line.customer else "called off: by nobody named"


def _send_back(shop: Shop, order: OrderView, units: dict[UUID, int]) -> None:
    draft = ReturnDraft(id=new_id(), units=dict(units), reason=RefundReason.FAULTY)
    which = {"seller_id": order.seller_id, "return_id": draft.id}
    price = {line.id: line.unit.minor for line in order.lines}
    worth = sum(price[line_id] * many for line_id, many in units.items())
    try:
        request_return(
            actor=past.buyer(order.buyer_id),
            buyer_id=order.buyer_id,
            seller_id=order.seller_id,
            order_id=order.id,
            draft=draft,
        )
    except Refusal as refusal:
        shop.classes[f"refused: {refusal.code}"] += 1
        shop.sums["refused"] += worth
        return
    looked = {line_id: Looked(many, many) for line_id, many in units.items()}
    approve_return(actor=past.staff(), **which)
    receive_return(actor=past.staff(), **which)
    inspect_return(actor=past.staff(), **which, looked=looked)
    refund_return(actor=past.staff(), **which)
    shop.sums["returns"] += 1
    shop.sums["given back"] += worth


def _told(shop: Shop, lines: list[Line]) -> dict:
    """Sums of the file beside those of the books, in pence."""
    found = balances(shop.shelf.seller_id)
    called_off = sum(-one.quantity * one.unit_minor for one in lines if one.kind == BACK)
    explained = (
        shop.sums["given back"]
        + shop.sums["refused"]
        + shop.sums["called off at another price"]
        + shop.sums["called off without a sale"]
    )
    return {
        "lines": len(lines),
        "classes": shop.classes,
        "sums": shop.sums,
        "called off unexplained": called_off - explained,
        "sold unexplained": sum(one.quantity * one.unit_minor for one in lines if one.kind == SALE)
        - shop.sums["taken"],
        "sum": sum(found.values()),
        "cash off": found.get(Account.CARRIER_RECEIVABLE, 0) - shop.sums["taken"],
        "refunds off": -found.get(Account.BUYER_REFUNDABLE, 0) - shop.sums["given back"],
    }
