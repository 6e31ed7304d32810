"""The ordinary checkout: POST cart, GET checkout, POST checkout, GET confirmation, in sum.

And a checkout of three sellers and five lines: five times POST cart, and then the same.
"""

import argparse

from . import rounds, statements
from .buying import baskets, order, order_all, wanted
from .market import Market, running
from .pace import products_for, rounds_for
from .page import PRODUCTS
from .results import Result, at_least, at_most

ORDERS = 200
ROUNDS = 5
THREADS = 8
REACH_MS = 8.0
REACH_RATE = 100.0
REACH_STATEMENTS = 15
LINES = (2, 2, 1)
"""Of each seller in the checkout of three."""
BASKETS = 80
REACH_LARGE_MS = 25.0


def run(options: argparse.Namespace) -> list[Result]:
    times = rounds_for(options, ROUNDS)
    with running(products_for(options, PRODUCTS)) as market, rounds.ping() as ping:
        count = ORDERS * (times + 1) + statements.SAMPLE
        offers = wanted(market, count, options.seed)
        rounds.measured(market, offers[:ORDERS], order, threads=THREADS)
        done = []
        for start in range(ORDERS, ORDERS * (times + 1), ORDERS):
            ping.measure()
            works = offers[start : start + ORDERS]
            done.append(rounds.measured(market, works, order, threads=THREADS))
        large = _large(market, ping, options.seed, times)
        sample = offers[-statements.SAMPLE :]
        asked = statements.counted(market, sample, order)
    beside = rounds.beside(done, ping) | {"statements": asked, "connections": THREADS}
    spent = [one.cpu_ms for one in done]
    cost = at_most("checkout CPU-ms", spent, "ms", REACH_MS, beside, scale=ping.scale)
    rates = [one.rate for one in done]
    told = {"connections": THREADS, "django ping CPU-ms": ping.cpu_ms}
    return [
        statements.judged(cost, asked, REACH_STATEMENTS),
        at_least("checkout orders/s", rates, "1/s", REACH_RATE, told, scale=ping.scale),
        large,
    ]


def _large(market: Market, ping: rounds.Ping, seed: int, times: int) -> Result:
    works = baskets(market, BASKETS * (times + 1) + statements.SAMPLE, seed, LINES)
    rounds.measured(market, works[:BASKETS], order_all, threads=THREADS)
    done = []
    for start in range(BASKETS, BASKETS * (times + 1), BASKETS):
        ping.measure()
        done.append(
            rounds.measured(market, works[start : start + BASKETS], order_all, threads=THREADS)
        )
    asked = statements.counted(market, works[-statements.SAMPLE :], order_all)
    beside = rounds.beside(done, ping) | {"statements": asked, "connections": THREADS}
    spent = [one.cpu_ms for one in done]
    return at_most("checkout 3x5 CPU-ms", spent, "ms", REACH_LARGE_MS, beside, scale=ping.scale)
