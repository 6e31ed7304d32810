"""What a search costs, and an index, among so many goods: in the process, through the queries that
the pages ask.

`--products 10000 100000 1000000` says among how many; figures with a reach are of the most.
`--report FILE.html` writes all of it for people, with the cost drawn against the size.
"""

import argparse
import json
import os
import signal

from tijara.kit.clock import now

from . import rounds, search_report
from .market import Market, bare, inside, without_indexes
from .results import Result, at_least, at_most, p95

PRODUCTS = [10_000]
REACH_MS, REACH_CPU_MS, REACH_SUGGEST_MS, REACH_RATE = 40.0, 25.0, 15.0, 2000.0
REACH_SEEN_MS, CHANGED = 1000.0, 40
TABLES = ("search_document", "search_word")
SIZES = """
    SELECT relname::text, pg_total_relation_size(oid) FROM pg_class
    WHERE relname IN ('search_document', 'search_word')
"""


def run(options: argparse.Namespace) -> list[Result]:
    told = {count: _measured(count, options.seed) for count in sorted(options.products or PRODUCTS)}
    if options.report:
        options.report.write_text(search_report.page(told, now()), encoding="utf-8")
    return _results(told)


def _measured(count: int, seed: int) -> dict:
    """A market of its own: goods by the million are laid and then indexed, some by the way of every
    day, to see how fast that is."""
    with bare() as market, rounds.ping() as ping:
        with without_indexes(*TABLES):
            inside("search_laying", str(count), str(seed))
        market.settle()
        ping.measure()
        told = json.loads(inside("search_inside", str(count), str(seed)))
        ping.measure()
        told["seen"] = json.loads(inside("search_seen", str(market.port), str(CHANGED), str(seed)))
        told["rate"] = _rate(market, seed)
        return told | _sizes(market, count) | {"ping": ping.cpu_ms, "scale": ping.scale}


def _rate(market: Market, seed: int) -> float:
    """Products a second that are laid in by the way of every day; meanwhile the worker, which would
    do the same, stands still."""
    worker = market.members()["worker"]
    os.kill(worker, signal.SIGSTOP)
    try:
        more = inside("search_more", str(seed))
        market.settle()
        return json.loads(inside("search_rate", more.strip()))
    finally:
        os.kill(worker, signal.SIGCONT)


def _sizes(market: Market, count: int) -> dict:
    megabytes = {f"MB of {name}": size / 1e6 for name, size in market.rows(SIZES)}
    return {"MB": sum(megabytes.values()), "MB of a million": sum(megabytes.values()) * 1e6 / count}


def _results(told: dict[int, dict]) -> list[Result]:
    most = max(told)
    of = told[most]
    beside = {"products": most, "queries": of["queries"], "ping CPU-ms": of["ping"]}
    kinds = {kind: _said(one) for kind, one in of["kinds"].items()}
    smaller = {
        f"of {count}": f"{one['p95 ms']:.1f} ms, {one['cpu ms']:.1f} CPU-ms; suggestions "
        f"{one['suggest p95 ms']:.1f} ms; {one['rate']:.0f} products/s; {one['MB']:.0f} MB"
        for count, one in told.items()
        if count != most
    }
    given = {"scale": of["scale"]}
    return [
        at_most("search query p95 ms", [of["p95 ms"]], "ms", REACH_MS, beside | kinds, **given),
        at_most(
            "search query CPU-ms", [of["cpu ms"]], "CPU-ms", REACH_CPU_MS, beside | smaller, **given
        ),
        at_most(
            "search suggestion p95 ms",
            [of["suggest p95 ms"]],
            "ms",
            REACH_SUGGEST_MS,
            beside | {"CPU-ms": of["suggest cpu ms"]},
            **given,
        ),
        at_least("search indexing", [of["rate"]], "products/s", REACH_RATE, beside, **given),
        _seen(of["seen"], beside, of["scale"]),
        Result("search index MB", [of["MB"]], "MB", beside={"of a million": of["MB of a million"]}),
    ]


def _seen(seen: dict[str, list[float]], beside: dict, scale: float) -> Result:
    """From a commit to the page of a search that shows what was changed."""
    by_kind = {f"p95 ms of {kind}": p95(times) for kind, times in seen.items()}
    times = [each for one in seen.values() for each in one]
    given = beside | by_kind | {"changes": len(times), "most ms": max(times)}
    what = "search change seen p95 ms"
    return at_most(what, [p95(times)], "ms", REACH_SEEN_MS, given, scale=scale)


def _said(one: dict) -> str:
    return (
        f"p95 {one['p95 ms']:.1f} ms; CPU-ms of the database {one['db cpu ms']:.1f}, "
        f"of Python {one['py cpu ms']:.1f}"
    )
