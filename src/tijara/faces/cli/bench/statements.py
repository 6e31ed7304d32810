"""How many statements the web process asks, read from the server's own log in a run apart."""

import re
import time
from collections.abc import Callable, Sequence
from dataclasses import replace

from .market import Market
from .results import Result
from .visitor import Visitor

SAMPLE = 20
"""How many operations are counted."""
ASKED = re.compile(rb"^<tijara web> LOG:  (?:statement|execute [^:]*): (.*)", re.M)


def counted[T](market: Market, works: Sequence[T], do: Callable[[Visitor, T], object]) -> float:
    """Statements for one of the works, once everything is warm."""
    visitor = market.visitor()
    for work in works:
        do(visitor, work)
    with market.told_statements() as log:
        start = log.stat().st_size
        for work in works:
            do(visitor, work)
        time.sleep(0.5)
        told = log.read_bytes()[start:]
    visitor.close()
    return len(ASKED.findall(told)) / len(works)


def judged(result: Result, asked: float, reach: int) -> Result:
    """The result, missed also where more is asked of the database than it may."""
    beside = result.beside | {"statements reach": reach}
    return replace(result, beside=beside, ok=result.ok and asked <= reach)
