"""What a search costs, and an index: in the process, over goods laid by the domains' own actions.

`--products` says among how many; the cost against the size of a catalogue is read from two runs.
"""

import argparse
import json

from .market import inside, running
from .results import Result, at_least, at_most

PRODUCTS = 10_000
REACH_MS, REACH_CPU_MS, REACH_SUGGEST_MS, REACH_RATE = 40.0, 25.0, 15.0, 2000.0


def run(options: argparse.Namespace) -> list[Result]:
    count = options.products or PRODUCTS
    with running() as market:
        told = json.loads(inside("search_inside", str(count), str(options.seed)))
        sizes = dict(market.rows(SIZES))
    beside = {"products": count, "queries": told["queries"]}
    kinds = {f"p95 ms of {kind}": value for kind, value in told["kinds"].items()}
    megabytes = {f"MB of {name}": size / 1e6 for name, size in sizes.items()}
    return [
        at_most("search query p95 ms", [told["p95 ms"]], "ms", REACH_MS, beside | kinds),
        at_most("search query CPU-ms", [told["cpu ms"]], "CPU-ms", REACH_CPU_MS, beside),
        at_most("search suggestion p95 ms", [told["suggest p95 ms"]], "ms", REACH_SUGGEST_MS),
        at_least("search indexing", [told["rate"]], "products/s", REACH_RATE, beside),
        Result("search index MB", [sum(sizes.values()) / 1e6], "MB", beside=megabytes),
    ]


SIZES = """
    SELECT relname::text, pg_total_relation_size(oid) FROM pg_class
    WHERE relname IN ('search_document', 'search_word')
"""
