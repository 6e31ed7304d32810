"""`…inside search_inside COUNT SEED`: search among what `search_laying` has laid; say its cost."""

import json
import time
from collections.abc import Callable
from itertools import islice
from random import Random
from typing import NamedTuple

from django.db import connection

from tijara.domains.parties.queries import all_sellers
from tijara.domains.search.queries import browse, suggestions
from tijara.domains.search.shapes import Wish
from tijara.faces.cli.terminal import say

from .disturbing import CLASSES
from .finding_sets import Good
from .results import p95
from .search_goods import Goods
from .words import KINDS

EACH, SUGGESTED = 40, 80
DRAWN_FROM = 5000
DISTURBED = (
    "as written", "one typo", "noise", "franco", "other keyboard", "joined", "other order",
)  # fmt: skip
SCHEDULED = "/proc/{pid}/schedstat"


class Spent(NamedTuple):
    times: list[float]
    database: float
    python: float
    """CPU-ms in sum."""


def run(count: str, seed: str) -> None:
    chance = Random(int(seed))
    goods = [made.good for made in islice(Goods(int(count), int(seed)), DRAWN_FROM)]
    market_id = all_sellers()[0].market_id
    asked = _asked(goods, chance)

    def search(text: str) -> object:
        return browse(Wish(market_id, text))

    _spent(asked["as written"][:10], search)
    kinds = {kind: _spent(texts, search) for kind, texts in asked.items()}
    begun = [chance.choice(goods).name_ar[: chance.randint(2, 8)] for _ in range(SUGGESTED)]
    suggested = _spent(begun, lambda text: suggestions(market_id, text))
    queries = sum(len(one.times) for one in kinds.values())
    told = {
        "queries": queries,
        "p95 ms": p95([each for one in kinds.values() for each in one.times]),
        "cpu ms": sum(one.database + one.python for one in kinds.values()) / queries,
        "kinds": {kind: _of(one) for kind, one in kinds.items()},
        "suggest p95 ms": p95(suggested.times),
        "suggest cpu ms": (suggested.database + suggested.python) / len(begun),
    }
    say(json.dumps(told))


def _asked(goods: list[Good], chance: Random) -> dict[str, list[str]]:
    def words(*places: int) -> str:
        name = chance.choice(goods).name_ar.split()
        return " ".join(name[place] for place in places)

    asked = {
        kind: [CLASSES[kind](words(0, 1, 2, 3), chance) for _ in range(EACH)] for kind in DISTURBED
    }
    return asked | {
        "in English": [" ".join(chance.choice(goods).name_en.split()[:4]) for _ in range(EACH)],
        "a maker": [chance.choice(goods).brand_ar for _ in range(EACH)],
        "a common word": [chance.choice(KINDS)[0] for _ in range(EACH)],
        "two common words": [words(0, 3) for _ in range(EACH)],
    }


def _spent(texts: list[str], ask: Callable[[str], object]) -> Spent:
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_backend_pid()")
        pid = cursor.fetchone()[0]
    times, database, python = [], _scheduled(pid), time.process_time()
    for text in texts:
        began = time.perf_counter()
        ask(text)
        times.append((time.perf_counter() - began) * 1000)
    return Spent(times, _scheduled(pid) - database, (time.process_time() - python) * 1000)


def _scheduled(pid: int) -> float:
    with open(SCHEDULED.format(pid=pid), encoding="ascii") as told:
        return int(told.read().split()[0]) / 1e6


def _of(one: Spent) -> dict[str, float]:
    return {
        "p95 ms": p95(one.times),
        "db cpu ms": one.database / len(one.times),
        "py cpu ms": one.python / len(one.times),
    }
