"""What a page may ask of the database: how many statements, and how many rows the server reads.

One table; the crawl holds every page that a guest reaches to it. It has no front before it, so each
page is drawn; what a process keeps (departments, rates, texts of a market) is loaded by whoever
comes first, and the budgets leave room for it. What people who work here see has limits of its own
(`tijara bench lists`).
"""

import re
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field

from django.db import connection

from tijara.platform.postgres.rows_read import rows_read


@dataclass(frozen=True, slots=True)
class Budget:
    statements: int
    rows: int


@dataclass(slots=True)
class Spent:
    statements: int = 0
    rows: int = 0

    def is_within(self, budget: Budget) -> bool:
        return self.statements <= budget.statements and self.rows <= budget.rows


@dataclass(slots=True)
class Ledger:
    """What each page has asked for."""

    pages: dict[str, Spent] = field(default_factory=dict)

    @contextmanager
    def of(self, address: str) -> Iterator[None]:
        spent, before = Spent(), rows_read()

        def count(execute, sql, params, many, context):
            spent.statements += 1
            return execute(sql, params, many, context)

        with connection.execute_wrapper(count):
            yield
        spent.rows = (rows_read() - before).total()
        self.pages[address] = spent

    def over(self) -> dict[str, tuple[Spent, Budget]]:
        """The pages that have asked for more than they may."""
        told = {address: (spent, budget_of(address)) for address, spent in self.pages.items()}
        return {address: one for address, one in told.items() if not one[0].is_within(one[1])}


def budget_of(address: str) -> Budget:
    path = LANGUAGE.sub("", MARKET.sub("", address))
    return next(budget for pattern, budget in BUDGETS if re.match(pattern, path))


MARKET, LANGUAGE = re.compile(r"^/eg(?=/|$)"), re.compile(r"^/(en|fr)(?=/|$)")
BUDGETS: list[tuple[str, Budget]] = [
    (r"/?(\?|$)", Budget(30, 2500)),
    (r"/(c|s|search)(/|\?|$)", Budget(14, 1200)),
    (r"/p/", Budget(20, 800)),
    (r"/account(/|\?|$)", Budget(32, 400)),
    (r"/(cart|checkout|orders|favourites)(/|\?|$)", Budget(20, 400)),
    ("", Budget(30, 1500)),
]
"""Of what a guest reaches: the first that fits an address, without its market and its language."""
