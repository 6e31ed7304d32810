"""Two hundred buyers, 3,200 attempts, ten units: exactly ten are sold, each to one who is told."""

import argparse
import json
import re
import threading
from dataclasses import dataclass, field, replace
from uuid import UUID

from .buying import Wanted, confirm, form, has_ordered, new_checkout, put_in_cart
from .market import Market, audited, inside, running
from .results import Result, always
from .visitor import Visitor

BUYERS = 200
ATTEMPTS = 16
UNITS = 10
PATIENCE = 120.0
ROUNDS = 20
SOLD = """
    SELECT coalesce(sum(l.quantity), 0), (SELECT on_hand FROM inventory_stock WHERE id = %(stock)s)
    FROM orders_line l WHERE l.stock_id = %(stock)s
"""
ORDER_LINK = re.compile(rb'href="(?:/en)?/orders/[^"]{20,}"')


@dataclass(slots=True)
class Told:
    """What the buyers saw."""

    won: int = 0
    statuses: dict[int, int] = field(default_factory=dict)
    lock: threading.Lock = field(default_factory=threading.Lock)

    def note(self, status: int, won: int) -> None:
        with self.lock:
            self.won += won
            self.statuses[status] = self.statuses.get(status, 0) + 1


def run(options: argparse.Namespace) -> list[Result]:
    rounds = options.rounds or ROUNDS
    sold, won, left, statuses = [], [], [], []
    with running() as market:
        for goods in json.loads(inside("goods", str(rounds), str(UNITS))):
            stock = goods.pop("stock_id")
            told = race(market, Wanted(**goods))
            ((units, on_hand),) = market.rows(SOLD, {"stock": UUID(stock)})
            sold.append(units)
            won.append(told.won)
            left.append(on_hand)
            statuses.append(sum(told.statuses.values()))
        audit = audited()
    beside = {
        "rounds": rounds,
        "buyers": BUYERS,
        "attempts a round": min(statuses),
        "orders that buyers were told of": won,
        "units left": left,
        "proofs": audit.proofs,
        "faults": audit.faults,
    }
    result = always("race sold", sold, "units", UNITS, beside)
    return [audit.also(_also(result, won, left))]


def race(market: Market, goods: Wanted, *, buyers: int = BUYERS, attempts: int = ATTEMPTS) -> Told:
    """All fill their forms, then all press at once, again and again."""
    told, gate = Told(), threading.Barrier(buyers, timeout=PATIENCE)
    hands = [
        threading.Thread(target=_buy, args=[market.visitor(), goods, attempts, gate, told])
        for _ in range(buyers)
    ]
    for hand in hands:
        hand.start()
    for hand in hands:
        hand.join()
    return told


def _buy(
    visitor: Visitor, goods: Wanted, attempts: int, gate: threading.Barrier, told: Told
) -> None:
    put_in_cart(visitor, goods)
    _, total = form(visitor)
    gate.wait()
    for _ in range(attempts):
        answer = confirm(visitor, new_checkout(), total)
        won = has_ordered(answer) and _shows_an_order(visitor, answer.location)
        told.note(answer.status, won)
        if won:
            put_in_cart(visitor, goods)
    visitor.close()


def _shows_an_order(visitor: Visitor, address: str) -> bool:
    return bool(ORDER_LINK.search(visitor.get(address).body))


def _also(result: Result, won: list[int], left: list[int]) -> Result:
    """Missed also where a buyer was told something else."""
    well = all(count == UNITS for count in won) and not any(left)
    return replace(result, ok=result.ok and well)
