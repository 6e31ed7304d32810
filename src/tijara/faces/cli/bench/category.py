"""A category's first page of 24 goods, among a hundred thousand products, drawn each time."""

import argparse
from itertools import count

from . import rounds, statements
from .market import MarketFailed, running
from .pace import products_for, rounds_for
from .page import PRODUCTS
from .results import Result, at_most
from .visitor import Visitor

VIEWS = 200
ROUNDS = 5
_number = count()
REACH_MS = 8.0
CATEGORIES = """
    SELECT category_path FROM search_document WHERE in_stock
    GROUP BY category_path HAVING count(*) >= 24 ORDER BY count(*) DESC, category_path LIMIT 20
"""


def run(options: argparse.Namespace) -> list[Result]:
    with running(products_for(options, PRODUCTS)) as market, rounds.ping() as ping:
        paths = [row[0] for row in market.rows(CATEGORIES)]
        pages = [paths[number % len(paths)] for number in range(VIEWS)]
        rounds.measured(market, pages, view, threads=2)
        done = []
        for _ in range(rounds_for(options, ROUNDS)):
            ping.measure()
            done.append(rounds.measured(market, pages, view, threads=2))
        sample = pages[: statements.SAMPLE]
        asked = statements.counted(market, sample, view)
    beside = rounds.beside(done, ping) | {"statements": asked, "categories": len(paths)}
    values = [one.cpu_ms for one in done]
    return [at_most("category CPU-ms", values, "ms", REACH_MS, beside, scale=ping.scale)]


def view(visitor: Visitor, path: str) -> None:
    """Under an address that nobody has asked for, or the front would answer from what is kept."""
    answer = visitor.get(f"/c/{path}?asked={next(_number)}")
    if answer.status != 200:
        raise MarketFailed(f"/c/{path} answered {answer.status}")
