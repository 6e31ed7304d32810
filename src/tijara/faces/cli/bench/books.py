"""A seller with a hundred thousand orders: his statement, his books and the operator's, page by
page, and how quickly a worker books what has happened. His journals are laid in bulk, as the
actions would have written them at their time, without the orders that they are about.
"""

import argparse
import json
from collections.abc import Iterator

from . import rounds
from .lists import measured, signed_in
from .market import inside, running
from .results import Result, at_least, at_most
from .visitor import Visitor

ORDERS = 100_000
REACH_MS = 300.0
REACH_RATE = 200.0
"""Events booked in a second: a market of ten million a year has one every three seconds."""
REPORTS = ("trial", "profit", "balance", "vat", "zakat")


def run(options: argparse.Namespace) -> list[Result]:
    with running() as market, rounds.ping() as ping:
        laid = json.loads(inside("bookkeeping", "lay", str(ORDERS)))
        inside(".demonstration.sums")
        market.settle()
        ping.measure()
        booked = json.loads(inside("bookkeeping", "book", laid["seller"]))
        market.settle()
        staff, seller = signed_in(market, "staff", laid["seller"])

        def opened(face: str, visitor: Visitor, paths: Iterator[str]) -> list[Result]:
            addresses = [f"/{face}/{path}" for path in paths]
            return [measured(visitor, one, ping.scale, reach_ms=REACH_MS) for one in addresses]

        seen = opened("hub", seller, _statement(laid["lines"]))
        read = opened("hub", seller, _reports(""))
        read += opened("office", staff, _reports("?currency=SAR"))
        ping.measure()
    beside = {"orders": ORDERS, **laid}
    beside |= {"django ping CPU-ms": ping.cpu_ms, "reach scaled by": ping.scale}
    return [
        _worst("statement p95 ms", seen, beside, ping.scale),
        _worst("books report p95 ms", read, beside, ping.scale),
        at_least(
            "books booked/s",
            [booked["events"] / booked["seconds"]],
            "events/s",
            REACH_RATE,
            booked | {"CPU-ms an event": booked["cpu ms"] / booked["events"]},
            scale=ping.scale,
        ),
        *seen,
        *read,
    ]


def _statement(lines: int) -> Iterator[str]:
    yield from ("money", "money?page=300", f"money?page={lines // 50}")


def _reports(of: str) -> Iterator[str]:
    yield f"books{of}"
    yield from (f"books/reports/{name}{of}" for name in REPORTS)


def _worst(what: str, pages: list[Result], beside: dict, scale: float) -> Result:
    slowest = max(pages, key=lambda one: one.values[0])
    told = beside | {"slowest": slowest.what}
    return at_most(what, slowest.values, "ms", REACH_MS, told, scale=scale)
