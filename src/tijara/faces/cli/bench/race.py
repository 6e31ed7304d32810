"""Everybody presses at once for the last units: exactly those are sold, each to one who is told.

Two hundred buyers for ten units on a shelf; then for the last licence codes, paid by card; then for
the last units of two sellers in one checkout.
"""

import argparse
import json
import re
import threading
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from random import Random
from uuid import UUID

from .buying import CASH, Wanted, confirm, form, has_ordered, new_checkout, put_in_cart
from .market import Market, audited, inside, running
from .results import Result, always
from .storm import afterwards, trade
from .storm.ordering import CARD, order_pages
from .storm.ordering import pay as pay_by_card
from .visitor import Visitor

BUYERS = 200
ATTEMPTS = 16
UNITS = 10
PATIENCE = 120.0
ROUNDS = 20
FEWER_ROUNDS = 5
"""Of the races for codes and for two sellers."""
SOLD = """
    SELECT coalesce(sum(l.quantity), 0), (SELECT on_hand FROM inventory_stock WHERE id = %(stock)s)
    FROM orders_line l WHERE l.stock_id = %(stock)s
"""
ORDER_LINK = re.compile(rb'href="((?:/en)?/orders/[^"/]{20,})"')


@dataclass(slots=True)
class Told:
    """What the buyers saw: the pages of their orders, by the checkout."""

    orders: dict[UUID, set[bytes]] = field(default_factory=dict)
    statuses: Counter[int] = field(default_factory=Counter)
    lock: threading.Lock = field(default_factory=threading.Lock)

    @property
    def won(self) -> int:
        return sum(map(len, self.orders.values()))

    def note(self, status: int, checkout_id: UUID, orders: set[bytes]) -> None:
        with self.lock:
            self.statuses[status] += 1
            if orders:
                self.orders[checkout_id] = orders


def run(options: argparse.Namespace) -> list[Result]:
    rounds = options.rounds or ROUNDS
    fewer = min(rounds, FEWER_ROUNDS)
    with running() as market:
        shelf = [on_the_shelf(market, UNITS) for _ in range(rounds)]
        both = [of_two_sellers(market, UNITS) for _ in range(fewer)]
        codes = [of_codes(market, UNITS) for _ in range(fewer)]
        audit = audited()
    more = {"rounds": rounds, "buyers": BUYERS, "proofs": audit.proofs, "faults": audit.faults}
    return [
        audit.also(_judged("race sold", shelf, UNITS, more)),
        _judged("race sold of two sellers", both, 2 * UNITS, {"rounds": fewer}),
        _judged("race codes given", codes, UNITS, {"rounds": fewer}),
    ]


@dataclass(frozen=True, slots=True)
class Race:
    """Units that were sold, orders that buyers were told of, units left, presses."""

    sold: int
    won: int
    left: int
    attempts: int


def on_the_shelf(
    market: Market, units: int, *, buyers: int = BUYERS, attempts: int = ATTEMPTS
) -> Race:
    rows = json.loads(inside("goods", "1", str(units)))
    return _ended(market, rows, race(market, _wanted(rows), buyers=buyers, attempts=attempts))


def of_two_sellers(
    market: Market, units: int, *, buyers: int = BUYERS, attempts: int = ATTEMPTS
) -> Race:
    """Each checkout asks for one unit of each; it may get the one and miss the other."""
    rows = json.loads(inside("goods", "2", str(units)))
    return _ended(market, rows, race(market, _wanted(rows), buyers=buyers, attempts=attempts))


def of_codes(market: Market, units: int, *, buyers: int = BUYERS, attempts: int = ATTEMPTS) -> Race:
    """The winners pay by card, and each is shown a code that nobody else is shown."""
    trading = trade.opened(market, 1, units, units)
    goods = trading.codes[0]

    def pay(visitor: Visitor, checkout_id: UUID) -> None:
        pay_by_card(trading, visitor, Random(checkout_id.int), checkout_id)
        trading.code_pages += order_pages(trading, visitor, checkout_id)

    told = race(market, [goods], buyers=buyers, attempts=attempts, method=CARD, then=pay)
    afterwards.come_to_rest(trading, is_hurried=True)
    seen = {code for codes in trading.shown.values() for code in codes}
    ((sold, left),) = market.rows(SOLD, {"stock": trading.code_stocks[0]})
    return Race(min(sold, len(seen)), told.won, left, told.statuses.total())


def race(
    market: Market,
    goods: Sequence[Wanted],
    *,
    buyers: int = BUYERS,
    attempts: int = ATTEMPTS,
    method: str = CASH,
    then: Callable[[Visitor, UUID], None] | None = None,
) -> Told:
    """All fill their forms, then all press at once, again and again; `then` is what each buyer does
    with what he got."""
    told, gate = Told(), threading.Barrier(buyers, timeout=PATIENCE)

    def buy() -> None:
        visitor = market.visitor()
        for checkout_id in _pressed(visitor, goods, attempts, method, gate, told):
            if then:
                then(visitor, checkout_id)
        visitor.close()

    hands = [threading.Thread(target=buy) for _ in range(buyers)]
    for hand in hands:
        hand.start()
    for hand in hands:
        hand.join()
    return told


def _pressed(
    visitor: Visitor,
    goods: Sequence[Wanted],
    attempts: int,
    method: str,
    gate: threading.Barrier,
    told: Told,
) -> list[UUID]:
    """The checkouts that got something."""
    _fill(visitor, goods)
    _, total = form(visitor)
    gate.wait()
    won = []
    for _ in range(attempts):
        checkout_id = new_checkout()
        answer = confirm(visitor, checkout_id, total, method)
        orders = _orders_shown(visitor, checkout_id) if has_ordered(answer) else set()
        told.note(answer.status, checkout_id, orders)
        if orders:
            won.append(checkout_id)
            _fill(visitor, goods)
    return won


def _fill(visitor: Visitor, goods: Sequence[Wanted]) -> None:
    for offer in goods:
        put_in_cart(visitor, offer)


def _orders_shown(visitor: Visitor, checkout_id: UUID) -> set[bytes]:
    return set(ORDER_LINK.findall(visitor.get(f"/checkouts/{checkout_id}").body))


def _ended(market: Market, rows: list[dict], told: Told) -> Race:
    """Of several sellers' goods: the sums."""
    ends = [market.rows(SOLD, {"stock": UUID(row["stock_id"])})[0] for row in rows]
    sold, left = (sum(numbers) for numbers in zip(*ends, strict=True))
    return Race(sold, told.won, left, told.statuses.total())


def _judged(what: str, races: Sequence[Race], units: int, more: dict) -> Result:
    """Missed also where a buyer was told something else, or a unit was left."""
    beside = {
        "orders that buyers were told of": [one.won for one in races],
        "units left": [one.left for one in races],
        "attempts a round": min(one.attempts for one in races),
    }
    result = always(what, [one.sold for one in races], "units", units, beside | more)
    well = all(one.won == units and not one.left for one in races)
    return replace(result, ok=result.ok and well)


def _wanted(rows: list[dict]) -> list[Wanted]:
    return [Wanted(row["seller_id"], row["offer_id"], row["price_minor"]) for row in rows]
