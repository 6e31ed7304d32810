"""A product page for a visitor who is not signed in: another product each time, so that nothing is
kept of it; and the same few again and again, from what is kept."""

import argparse
from itertools import count
from random import Random

from . import rounds, statements
from .market import Market, MarketFailed, running
from .pace import products_for, rounds_for
from .results import Result, at_most
from .visitor import Visitor

PRODUCTS = 100_000
VIEWS = 400
ROUNDS = 5
REACH_MS = 3.0
REACH_STATEMENTS = 4
KEPT, KEPT_VIEWS = 20, 4000
REACH_KEPT_MS = 0.07
_number = count()
SLUGS = "SELECT slug FROM catalogue_product WHERE source = 'bench' ORDER BY id"


def run(options: argparse.Namespace) -> list[Result]:
    times = rounds_for(options, ROUNDS)
    with running(products_for(options, PRODUCTS)) as market, rounds.ping() as ping:
        slugs = [row[0] for row in market.rows(SLUGS)]
        pages = Random(options.seed).sample(slugs, VIEWS * (times + 1) + statements.SAMPLE)
        done = []
        view_all(market, pages[:VIEWS])
        for start in range(VIEWS, VIEWS * (times + 1), VIEWS):
            ping.measure()
            done.append(view_all(market, pages[start : start + VIEWS]))
        asked = statements.counted(market, pages[-statements.SAMPLE :], view_anew)
        kept = _kept(market, pages[:KEPT], ping, times)
    beside = rounds.beside(done, ping) | {"statements": asked, "products": len(slugs)}
    result = at_most(
        "page uncached CPU-ms",
        [one.cpu_ms for one in done],
        "ms",
        REACH_MS,
        beside,
        scale=ping.scale,
    )
    return [statements.judged(result, asked, REACH_STATEMENTS), kept]


def _kept(market: Market, slugs: list[str], ping: rounds.Ping, times: int) -> Result:
    """The front answers alone: neither Django nor the database is asked."""
    works = slugs * (KEPT_VIEWS // KEPT)
    view_all(market, slugs)
    done = []
    for _ in range(times):
        ping.measure()
        done.append(view_all(market, works))
    values, beside = [one.cpu_ms for one in done], rounds.beside(done, ping)
    return at_most("page cached CPU-ms", values, "ms", REACH_KEPT_MS, beside, scale=ping.scale)


def view_all(market: Market, slugs: list[str]) -> rounds.Round:
    return rounds.measured(market, slugs, view, threads=2)


def view(visitor: Visitor, slug: str) -> None:
    answer = visitor.get(f"/p/{slug}")
    if answer.status != 200:
        raise MarketFailed(f"/p/{slug} answered {answer.status}")


def view_anew(visitor: Visitor, slug: str) -> None:
    """Under an address that nobody has asked for: Django draws it."""
    view(visitor, f"{slug}?asked={next(_number)}")
