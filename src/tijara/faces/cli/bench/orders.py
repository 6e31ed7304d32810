"""The order door alone: durable orders a second from one process, one a call and many a call."""

import argparse
import json

from .market import inside, running
from .pace import products_for, rounds_for
from .page import PRODUCTS
from .results import Result

SECONDS = 4.0
ROUNDS = 3


def run(options: argparse.Namespace) -> list[Result]:
    told: dict[str, list[dict[str, float]]] = {}
    database = []
    with running(products_for(options, PRODUCTS)) as market:
        for _ in range(rounds_for(options, ROUNDS)):
            before = market.spent()["database"]
            for width, one in json.loads(inside("door", str(SECONDS))).items():
                told.setdefault(width, []).append(one)
            spent = market.spent()["database"] - before
            placed = sum(ones[-1]["placed"] for ones in told.values())
            database.append(spent / placed)
    return [_result(width, ones, database) for width, ones in told.items()]


def _result(width: str, ones: list[dict[str, float]], database: list[float]) -> Result:
    rates = [one["placed"] / one["seconds"] for one in ones]
    own = [one["own CPU-ms"] / one["placed"] for one in ones]
    beside = {"caller's CPU-ms": min(own), "database CPU-ms, all widths": min(database)}
    return Result(f"door orders/s by {width}", rates, "1/s", beside=beside)
