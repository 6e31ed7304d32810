"""Orders while web, worker and database are killed at random: no acknowledged order is lost.

Acknowledged is an order whose buyer was sent to its confirmation. A buyer whose answer was cut off
presses the same form again, as people do.
"""

import argparse
import json
import os
import signal
import threading
import time
from collections import Counter
from dataclasses import dataclass, field, replace
from random import Random
from uuid import UUID

import psutil

from .buying import Wanted, confirm, form, has_ordered, put_in_cart
from .market import Market, MarketFailed, audited, inside, running
from .results import Result, always
from .visitor import Visitor

BUYERS = 6
GOODS = 40
UNITS = 1_000_000
PRESSES = 40
"""How often a buyer presses again before he gives up."""
PAUSE = 0.5
PATIENCE = 90.0
BETWEEN = (2.0, 6.0)
"""Seconds from one kill to the next, at least and at most."""
PLACED = "SELECT checkout_id, count(*), count(DISTINCT seller_id) FROM orders_order GROUP BY 1"
UNDELIVERED = "SELECT count(*) FROM outbox_event WHERE delivered_at IS NULL"


@dataclass(slots=True)
class Load:
    """Buyers who order until they are told to stop."""

    market: Market
    goods: list[Wanted]
    stop: threading.Event = field(default_factory=threading.Event)
    acknowledged: list[UUID] = field(default_factory=list)
    cut_off: int = 0

    def start(self) -> list[threading.Thread]:
        hands = [threading.Thread(target=self._buy, args=[number]) for number in range(BUYERS)]
        for hand in hands:
            hand.start()
        return hands

    def _buy(self, number: int) -> None:
        chance = Random(number)
        while not self.stop.is_set():
            visitor = self.market.visitor(timeout=15.0)
            try:
                self._order(visitor, chance.choice(self.goods))
            except (OSError, MarketFailed):
                self.cut_off += 1
                self.stop.wait(PAUSE)
            finally:
                visitor.close()

    def _order(self, visitor: Visitor, goods: Wanted) -> None:
        put_in_cart(visitor, goods)
        checkout_id, total = form(visitor)
        for _ in range(PRESSES):
            try:
                answer = confirm(visitor, checkout_id, total)
            except OSError:
                self.cut_off += 1
            else:
                if has_ordered(answer):
                    self.acknowledged.append(UUID(answer.location.rpartition("/")[2]))
                    return
                if answer.status < 500:
                    raise MarketFailed(f"the order was answered {answer.status}")
            time.sleep(PAUSE)


def run(options: argparse.Namespace) -> list[Result]:
    with running() as market:
        rows = json.loads(inside("goods", str(GOODS), str(UNITS)))
        load = Load(market, goods_of(rows))
        kills = suffer(market, load, options.seed, options.seconds)
        lost, twice = after_all(market, load)
        audit = audited()
    beside = {
        "seed": options.seed,
        "seconds": options.seconds,
        "kills": dict(kills),
        "acknowledged": len(load.acknowledged),
        "requests cut off": load.cut_off,
        "placed twice": twice,
        "proofs": audit.proofs,
        "faults": audit.faults,
    }
    result = always("crash orders lost", [lost], "orders", 0, beside)
    well = result.ok and not twice and bool(load.acknowledged)
    return [audit.also(replace(result, ok=well))]


def goods_of(rows: list[dict]) -> list[Wanted]:
    return [Wanted(row["seller_id"], row["offer_id"], row["price_minor"]) for row in rows]


def suffer(
    market: Market,
    load: Load,
    seed: int,
    seconds: float,
    between: tuple[float, float] = BETWEEN,
) -> Counter[str]:
    """Kill one process after another while orders flow, everyone at least once; what was killed,
    how often.
    """
    chance = Random(seed)
    kills: Counter[str] = Counter()
    hands, ends = load.start(), time.monotonic() + seconds
    order = chance.sample(list(VICTIMS), len(VICTIMS))
    try:
        while order or time.monotonic() < ends:
            time.sleep(chance.uniform(*between))
            name = order.pop() if order else chance.choice(list(VICTIMS))
            kill(market, name, chance)
            kills[name] += 1
            wait_until_ready(market)
    finally:
        load.stop.set()
        for hand in hands:
            hand.join()
    return kills


VICTIMS = {
    "web": ("web", False),
    "web's own child": ("web", True),
    "worker": ("worker", False),
    "database": ("database", False),
    "a database session": ("database", True),
}
"""What may die: a member of the family, or one of its children."""


def kill(market: Market, name: str, chance: Random) -> None:
    member, is_child = VICTIMS[name]
    try:
        process = psutil.Process(market.members()[member])
        children = process.children() if is_child else []
        os.kill(chance.choice(children).pid if children else process.pid, signal.SIGKILL)
    except (psutil.NoSuchProcess, ProcessLookupError):
        return


def wait_until_ready(market: Market) -> None:
    ends = time.monotonic() + PATIENCE
    while not market.is_ready():
        if time.monotonic() > ends:
            told = market.last_words("supervisor") + market.last_words("web")
            raise MarketFailed(f"the market did not come back within {PATIENCE:.0f} s\n{told}")
        time.sleep(0.1)


def after_all(market: Market, load: Load) -> tuple[int, int]:
    """(acknowledged orders that are not there, orders that are there twice), once all is quiet."""
    wait_until_ready(market)
    ends = time.monotonic() + PATIENCE
    while market.rows(UNDELIVERED)[0][0] and time.monotonic() < ends:
        time.sleep(0.5)
    rows = market.rows(PLACED)
    there = {row[0] for row in rows}
    lost = sum(checkout_id not in there for checkout_id in load.acknowledged)
    return lost, sum(count > sellers for _, count, sellers in rows)
