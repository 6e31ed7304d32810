"""`…inside olist FOLDER MOST`: replay real orders of a marketplace into a market of its own, each
at its hour, and explain every cent between what was paid and what goods and freight have cost.
"""

import csv
import gzip
import json
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import datetime
from decimal import Decimal
from pathlib import Path
from uuid import UUID

from tijara.domains.ledger.queries import balances
from tijara.domains.ledger.shapes import Account
from tijara.domains.markets.shapes import MarketPolicy
from tijara.domains.orders.actions import cancel_order
from tijara.domains.orders.shapes import CancelReason, LineToPlace, OrderState, OrderView
from tijara.domains.payments.shapes import PaymentMethod
from tijara.domains.returns.actions import refund_order
from tijara.domains.returns.shapes import RefundReason
from tijara.faces.cli.terminal import say
from tijara.kit.actor import SYSTEM
from tijara.kit.clock import going_from, now
from tijara.kit.ids import new_id

from . import past
from .olist_files import ITEMS, ORDERS, PAYMENTS
from .past import Good, Shelf

EQUAL, A_CENT = "equal", "a cent between: rounding"
LESS = "contradicted: fewer cents paid than asked, and no share of the goods' price"
MORE = "contradicted: more cents paid than asked, at once and without a voucher"
NO_GOODS = "contradicted: paid and on its way, and no goods are told"
CLOSE, CONTRADICTED = (EQUAL, A_CENT), (LESS, MORE, NO_GOODS)
"""Two figures of the files say different things of the same order, and a third that would settle it
is not there."""
OFF_BP = 500
"""Shops take 5, 10, 15 … per cent off. A gap that is such a share of the goods to the cent is one
by accident in one of some hundred orders."""
GONE, NEVER_SENT = ("delivered", "shipped"), ("canceled", "unavailable")


@dataclass(slots=True)
class Past:
    """One checkout as the files tell of it, in cents."""

    id: str
    status: str
    at: datetime
    arrived_at: datetime | None
    items: list[dict] = field(default_factory=list)
    payments: list[dict] = field(default_factory=list)

    @property
    def asked(self) -> int:
        return sum(one["price"] + one["freight"] for one in self.items)

    @property
    def paid(self) -> int:
        return sum(one["value"] for one in self.payments)


def run(folder: str, most: str) -> None:
    history = list(read(Path(folder)))[: int(most) or None]
    market = past.new_market("sa-olist", "SA", "BRL", return_days=365)
    shelves = _shelves(market, history)
    fates: Counter[str] = Counter()
    sums: Counter[str] = Counter()
    for one in sorted(history, key=lambda one: one.at):
        waits = _waits(now() + past.TIME_TO_PAY, one)
        with going_from(min(one.at, now())):
            orders = _ordered(market, shelves, one, fates, waits)
        _go_on(one, orders, fates, sums)
    say(json.dumps({**explained(history), "fates": fates, "books": _books(shelves, sums)}))


def read(folder: Path) -> Iterator[Past]:
    """Orders with their items and payments. Amounts are cents."""
    items, payments = defaultdict(list), defaultdict(list)
    for row in _rows(folder / ITEMS):
        items[row["order_id"]].append(
            {
                "product": row["product_id"],
                "seller": row["seller_id"],
                "price": cents(row["price"]),
                "freight": cents(row["freight_value"]),
            }
        )
    for row in _rows(folder / PAYMENTS):
        payments[row["order_id"]].append(
            {
                "kind": row["payment_type"],
                "instalments": int(row["payment_installments"]),
                "value": cents(row["payment_value"]),
            }
        )
    for row in _rows(folder / ORDERS):
        id, at = row["order_id"], past.moment_of(row["order_purchase_timestamp"])
        if at:
            arrived = past.moment_of(row["order_delivered_customer_date"])
            yield Past(id, row["order_status"], at, arrived, items[id], payments[id])


def cents(text: str) -> int:
    return int(Decimal(text) * 100)


def explained(history: Iterable[Past]) -> dict:
    """Every order in one class, by what lies between its payments and what it asks: how many, and
    the cents between."""
    history, many, between = list(history), Counter[str](), Counter[str]()
    for one in history:
        name = class_of(one)
        many[name] += 1
        between[name] += one.paid - one.asked
    whole = sum(one.paid - one.asked for one in history)
    gaps = [one for one in history if one.items and class_of(one) not in CLOSE]
    return {
        "orders": sum(many.values()),
        "classes": {name: [many[name], between[name]] for name in sorted(many)},
        "contradicted": sum(abs(between[name]) for name in CONTRADICTED),
        "figures of what differs": [{"class": class_of(one), **_figures(one)} for one in gaps[:99]],
        "cents lost": whole - sum(between.values()),
        "with goods": sum(1 for one in history if one.items),
        "equal": many[EQUAL] + many[A_CENT],
    }


def class_of(one: Past) -> str:
    """The first that is so."""
    gap = one.paid - one.asked
    classes = (
        ("no goods: it was never to be sent", not one.items and one.status in NEVER_SENT),
        (NO_GOODS, not one.items),
        ("no payment is told", not one.payments),
        (EQUAL, gap == 0),
        (A_CENT, abs(gap) == 1),
        ("rounded by each unit or instalment", abs(gap) <= _roundings(one)),
        (
            "interest of instalments",
            gap > 0 and any(each["instalments"] > 1 for each in one.payments),
        ),
        ("a voucher of another worth", any(each["kind"] == "voucher" for each in one.payments)),
        ("a round share of the goods' price was taken off", bool(off_bp(one))),
        (LESS, gap < 0),
    )
    return next((name for name, is_so in classes if is_so), MORE)


def off_bp(one: Past) -> int:
    """What was paid too little, where it is a round share of the goods' price: no freight with it,
    as shops take it off; 0 where it is none. The files have no column of discounts, and this is
    how one shows in them."""
    goods = sum(each["price"] for each in one.items)
    gap = one.asked - one.paid
    shares = (bp for bp in range(OFF_BP, 10_000, OFF_BP) if (goods * bp + 5_000) // 10_000 == gap)
    return next(shares, 0)


def _roundings(one: Past) -> int:
    """Half a cent for each that is rounded by itself: a unit with its freight, an instalment."""
    return max([len(one.items), *(each["instalments"] for each in one.payments)]) // 2


def _figures(one: Past) -> dict:
    """What stands in the files of it, for who looks for the cause."""
    return {
        "goods": sum(each["price"] for each in one.items),
        "freight": sum(each["freight"] for each in one.items),
        "paid": [[each["kind"], each["instalments"], each["value"]] for each in one.payments],
        "off bp": off_bp(one),
    }


def _rows(file: Path) -> Iterator[dict[str, str]]:
    with gzip.open(file, "rt", encoding="utf-8", newline="") as lines:
        yield from csv.DictReader(lines)


def _shelves(market: MarketPolicy, history: Iterable[Past]) -> dict[str, Shelf]:
    goods: dict[str, dict[tuple[str, int], Good]] = defaultdict(dict)
    for item in (item for one in history for item in one.items):
        key = item["product"], item["price"]
        goods[item["seller"]][key] = Good(key[0], f"Produto {key[0][:8]}", key[1])
    return {
        seller: past.new_shelf(market, f"Loja {seller[:8]}", f"olist-{place}", [*known.values()])
        for place, (seller, known) in enumerate(sorted(goods.items()))
    }


def _waits(until: datetime, one: Past) -> dict:
    """For its payment, by today's clock: the market's worker goes by that, and would end what was
    due years ago. One of which no payment is told waits for none."""
    return {"state": OrderState.PENDING, "due_at": until} if one.payments else {}


def _ordered(
    market: MarketPolicy, shelves: dict[str, Shelf], one: Past, fates: Counter[str], waits: dict
) -> list[OrderView]:
    """An order with each of its sellers, freight as its delivery; paid by one charge."""
    buyer_id, checkout_id = new_id(), new_id()
    found = []
    for seller in sorted({item["seller"] for item in one.items}):
        mine = [item for item in one.items if item["seller"] == seller]
        wanted = past.wanted_order(
            market,
            buyer_id,
            _lines(shelves[seller], mine),
            checkout_id=checkout_id,
            delivery_minor=sum(item["freight"] for item in mine),
            **waits,
        )
        found += past.placed(shelves[seller].seller_id, [wanted])
    orders = [order for order in found if order]
    fates["checkouts without goods" if not one.items else "checkouts"] += 1
    fates["orders placed"] += len(orders)
    fates["not taken by the door"] += len(found) - len(orders)
    fates["of several sellers"] += len(orders) > 1
    if orders and one.payments:
        past.transferred(past.charged(market, buyer_id, orders, PaymentMethod.BANK_TRANSFER))
    return orders


def _lines(shelf: Shelf, items: list[dict]) -> list[LineToPlace]:
    """The same thing at the same price is one line."""
    many = Counter((item["product"], item["price"]) for item in items)
    return [past.of_many(shelf.goods[past.key_of(*told)], count) for told, count in many.items()]


def _go_on(one: Past, orders: list[OrderView], fates: Counter[str], sums: Counter[str]) -> None:
    at = min(max(one.arrived_at or one.at, one.at), now())
    with going_from(at):
        for order in orders:
            _end(one, order, fates, sums)


def _end(one: Past, order: OrderView, fates: Counter[str], sums: Counter[str]) -> None:
    which: dict[str, UUID] = {"seller_id": order.seller_id, "order_id": order.id}
    sums["paid"] += order.total.minor if one.payments else 0
    if one.status in GONE or one.arrived_at:
        shipment = past.sent(order)
        if one.arrived_at:
            past.delivered(order, shipment)
            sums["earned"] += order.total.minor - order.commission.minor
        fates["delivered" if one.arrived_at else "on its way"] += 1
        if one.status == "canceled" and one.arrived_at:
            refund_order(actor=SYSTEM, **which, reason=RefundReason.OTHER, restock=True)
            sums["earned"] -= order.total.minor - order.commission.minor
            fates["taken back"] += 1
    elif one.status in NEVER_SENT:
        cancel_order(actor=SYSTEM, **which, reason=CancelReason.OUT_OF_STOCK)
        fates["cancelled"] += 1
    else:
        fates["with its shop"] += 1


def _books(shelves: dict[str, Shelf], sums: Counter[str]) -> dict:
    """What the journals hold beside what the files say of the same money."""
    found: Counter[str] = Counter()
    for shelf in shelves.values():
        found.update(balances(shelf.seller_id))
    earned = -found[Account.SELLER_PAYABLE] - found[Account.SELLER_HELD]
    return {
        "sum": sum(found.values()),
        "bank off": found[Account.BANK] - sums["paid"],
        "sellers off": earned - sums["earned"],
        "sellers": len(shelves),
    }
