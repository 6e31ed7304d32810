"""The ordinary checkout: POST cart, GET checkout, POST checkout, GET confirmation, in sum."""

import argparse

from . import rounds, statements
from .buying import order, wanted
from .market import running
from .page import PRODUCTS
from .results import Result, at_least, at_most

ORDERS = 200
ROUNDS = 5
THREADS = 8
REACH_MS = 12.0
REACH_RATE = 100.0
REACH_STATEMENTS = 15


def run(options: argparse.Namespace) -> list[Result]:
    with running(PRODUCTS) as market, rounds.ping() as ping:
        count = ORDERS * (ROUNDS + 1) + statements.SAMPLE
        offers = wanted(market, count, options.seed)
        rounds.measured(market, offers[:ORDERS], order, threads=THREADS)
        done = []
        for start in range(ORDERS, ORDERS * (ROUNDS + 1), ORDERS):
            ping.measure()
            works = offers[start : start + ORDERS]
            done.append(rounds.measured(market, works, order, threads=THREADS))
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
    ]
