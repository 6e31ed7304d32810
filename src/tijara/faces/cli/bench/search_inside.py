"""`…inside search_inside COUNT SEED`: lay so many goods, search among them; say what it cost."""

import json
import time
from collections.abc import Callable
from random import Random
from statistics import mean

from django.db import connection

from tijara.domains.parties.queries import all_sellers
from tijara.domains.search.actions import index_products
from tijara.domains.search.queries import browse, suggestions
from tijara.domains.search.shapes import Wish
from tijara.faces.cli.terminal import say
from tijara.kit.actor import SYSTEM

from .disturbing import CLASSES
from .finding import laid
from .finding_sets import Good
from .processor import milliseconds
from .words import COLOURS, DEPARTMENTS, KINDS

EACH = 60
AGAIN = 1000
SYLLABLES_AR = ("با", "ري", "مو", "سا", "لي", "نو", "دا", "كو", "في", "تا", "ها", "زي")
SYLLABLES_EN = ("ba", "ri", "mo", "sa", "li", "no", "da", "ko", "fi", "ta", "ha", "zi")
KIND_OF = ("as written", "one typo", "noise", "franco", "other keyboard", "joined")


def run(count: str, seed: str) -> None:
    chance = Random(int(seed))
    goods = [_good(number, chance) for number in range(int(count))]
    keys = laid(goods)
    some = list(keys)[:AGAIN]
    began = time.perf_counter()
    index_products(actor=SYSTEM, product_ids=some)
    rate = len(some) / (time.perf_counter() - began)
    with connection.cursor() as cursor:
        cursor.execute("ANALYZE search_document, search_word")
        cursor.execute("SELECT pg_backend_pid()")
        backend = cursor.fetchone()[0]
    market_id = all_sellers()[0].market_id
    asked = {
        kind: [CLASSES[kind](_typed(chance.choice(goods)), chance) for _ in range(EACH)]
        for kind in KIND_OF
    } | {"a common word": [chance.choice(KINDS)[0] for _ in range(EACH)]}
    _each(asked["as written"][:20], lambda text: browse(Wish(market_id, text)))
    before, spent = milliseconds(backend), time.process_time()
    times = {
        kind: _each(texts, lambda text: browse(Wish(market_id, text)))
        for kind, texts in asked.items()
    }
    queries = sum(map(len, times.values()))
    cpu = milliseconds(backend) - before + (time.process_time() - spent) * 1000
    begun = [text[: chance.randint(2, 8)] for text in asked["as written"] * 2]
    suggested = _each(begun, lambda text: suggestions(market_id, text))
    told = {
        "queries": queries,
        "p95 ms": _p95([one for some in times.values() for one in some]),
        "kinds": {kind: _p95(some) for kind, some in times.items()},
        "mean ms": mean(one for some in times.values() for one in some),
        "cpu ms": cpu / queries,
        "suggest p95 ms": _p95(suggested),
        "rate": rate,
    }
    say(json.dumps(told))


def _good(number: int, chance: Random) -> Good:
    """A maker's name of three or four syllables, a kind, a colour and a size."""
    at = [chance.randrange(len(SYLLABLES_AR)) for _ in range(chance.randint(3, 4))]
    kind, colour = chance.choice(KINDS), chance.choice(COLOURS)
    section = chance.choice([part for parts in DEPARTMENTS.values() for part in parts])
    size = chance.choice((50, 100, 250, 400, 500))
    brand_ar = "".join(SYLLABLES_AR[place] for place in at)
    brand_en = "".join(SYLLABLES_EN[place] for place in at)
    name = f"{brand_ar} {section[0]} {kind[0]} {colour[0]} {size} مل"
    english = f"{brand_en} {kind[1]} {colour[1]} {section[1]} {size} ml"
    return Good(f"s{number}", name, english)


def _typed(good: Good) -> str:
    return " ".join(good.name_ar.split()[:3])


def _each(texts: list[str], ask: Callable[[str], object]) -> list[float]:
    times = []
    for text in texts:
        began = time.perf_counter()
        ask(text)
        times.append((time.perf_counter() - began) * 1000)
    return times


def _p95(times: list[float]) -> float:
    return sorted(times)[int(len(times) * 0.95)]
