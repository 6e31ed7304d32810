"""How many statements the web process asks, read from the server's own log in a run apart."""

import re
import time
from collections.abc import Callable
from dataclasses import replace

from .market import Market
from .results import Result
from .visitor import Visitor

SAMPLE = 20
"""Operations that are counted; one that the first of them warms up is left out of the count."""
ASKED = re.compile(rb"^<tijara web> LOG:  (?:statement|execute [^:]*): (.*)", re.M)


def counted(market: Market, do: Callable[[Visitor], list]) -> float:
    """Statements for one of the operations that `do` did."""
    visitor = market.visitor()
    do(visitor)
    with market.told_statements() as log:
        start = log.stat().st_size
        count = len(do(visitor))
        time.sleep(0.5)
        told = log.read_bytes()[start:]
    visitor.close()
    return len(ASKED.findall(told)) / count


def judged(result: Result, asked: float, reach: int) -> Result:
    """The result, missed also where more is asked of the database than it may."""
    beside = result.beside | {"statements reach": reach}
    return replace(result, beside=beside, ok=result.ok and asked <= reach)
