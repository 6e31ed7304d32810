"""How many machines for so many orders a second: what an order costs is measured here, by the door
in lists of one and of thirty-two and by an ordinary checkout; then a cluster of such machines is
played through (`shards.py`). Nothing of it is a measurement of a cluster.
"""

import argparse
import json

from . import rounds
from .buying import order, wanted
from .limits import disk_ms
from .market import Market, inside, running
from .page import PRODUCTS
from .results import Result
from .shards import Costs, Trade, machines_for, most_for_one, with_rate

ORDERS = 200
THREADS = 8
SECONDS = "4.0"
ONE, MANY = 1, 32
RATES = (1_000, 10_000, 50_000, 140_000)
"""The last is the peak of 11 November 2015."""
CORES = 16
"""Of each machine of the cluster; each core as those here."""


def run(options: argparse.Namespace) -> list[Result]:
    with running(PRODUCTS) as market, rounds.ping() as ping:
        ping.measure()
        one, many = _door_ms(market, ONE), _door_ms(market, MANY)
        each = max((many * MANY - one) / (MANY - ONE), 0.001)
        works = wanted(market, 2 * ORDERS, options.seed)
        rounds.measured(market, works[:ORDERS], order, threads=THREADS)
        bought = rounds.measured(market, works[ORDERS:], order, threads=THREADS)
        commit = disk_ms()
    web = bought.part("web")
    costs = Costs(call=max(one - each, 0.001), order=each, commit=commit, web=web)
    beside = {"django ping CPU-ms": ping.cpu_ms, "cores of a machine": CORES}
    beside |= {"a call, CPU-ms": costs.call, "an order in it": costs.order}
    beside |= {"a checkout's web part": costs.web, "a commit, ms": costs.commit}
    most = Result("scale most of one seller", [most_for_one(costs)], "1/s", beside=beside)
    return [most, *(_answered(rate, costs, options.seed) for rate in RATES)]


def _door_ms(market: Market, width: int) -> float:
    """The database's processor time for one order, in lists of so many."""
    before = market.spent()["database"]
    told = json.loads(inside("door", SECONDS, str(width)))[str(width)]
    return (market.spent()["database"] - before) / told["placed"]


def _answered(rate: int, costs: Costs, seed: int) -> Result:
    trade = with_rate(Trade(rate, seed=seed), rate)
    what, beside = f"scale machines at {rate}/s", {"largest seller, 1/s": trade.largest}
    found = machines_for(trade, costs, CORES)
    if found is None:
        beside |= {"impossible": "the largest seller alone is too much for one core"}
        return Result(what, [0], "machines", ok=False, beside=beside)
    beside |= {"databases": found.databases, "web machines": found.webs}
    beside |= {"p99 ms": found.day.p99, "p50 ms": found.day.p50, "busiest": found.day.busiest}
    beside |= {"orders of a call": found.day.lists}
    return Result(what, [found.databases + found.webs], "machines", beside=beside)
