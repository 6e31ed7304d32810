"""Make a market as large as a large one: at `--scale 1` a million products, ten million orders, a
thousand sellers, two million buyers. It is kept, for `tijara bench lists`; broken off, it goes on
where it was. `--here` fills the market of this checkout, if nobody has sold anything in it.

What it says: how long it took, and what a million such orders take on the disk, table by table.
"""

import argparse
import shutil
from typing import Any

from tijara.faces.cli.terminal import warn
from tijara.platform import places
from tijara.platform.postgres import target

from .market import DROPPED, Market, MarketFailed, fill_trade, inside_aloud, seed_made, seeded
from .results import Result
from .world_sizes import Size, size_of

SCALE = 0.01
NEEDED = 26_000
"""Bytes of disk for an order while it is made, the log of writes and its indexes with it."""
COUNTS = """
    SELECT (SELECT count(*) FROM catalogue_product), (SELECT count(*) FROM orders_order),
           (SELECT count(*) FROM party_seller), (SELECT count(*) FROM party_buyer),
           (SELECT count(*) FROM orders_line), pg_database_size(current_database())
"""
TABLES = """
    SELECT c.relname::text, greatest(c.reltuples, 0)::bigint, pg_table_size(c.oid),
           pg_indexes_size(c.oid)
    FROM pg_class c WHERE c.relkind IN ('r', 'p') AND c.relnamespace = 'public'::regnamespace
    ORDER BY pg_total_relation_size(c.oid) DESC LIMIT 32
"""
COUNTRY = "SA"
"""Whose tax, cities and papers the laid trade has."""
FIRST_COUNTRY = "SELECT country FROM market ORDER BY id LIMIT 1"


def run(options: argparse.Namespace) -> list[Result]:
    scale = options.scale or SCALE
    size = size_of(scale)
    _room_for(size)
    if options.here:
        return _filled_here(size, options.seed)
    _, took = seed_made(scale, options.seed)
    with seeded(scale, options.seed) as market:
        return _told(market, took)


def _room_for(size: Size) -> None:
    free = shutil.disk_usage(places.made(places.data())).free
    if free < size.orders * NEEDED:
        most = free // NEEDED
        raise MarketFailed(f"{free / 1e9:.0f} GB are free: room for some {most:,} orders")


def _filled_here(size: Size, seed: int) -> list[Result]:
    market = Market(places.web_port())
    if not target.is_embedded() or not market.is_ready():
        raise MarketFailed("--here wants the market of this checkout, running on its own database")
    if market.rows(FIRST_COUNTRY) not in ([], [(COUNTRY,)]):
        raise MarketFailed(
            f"--here lays trade of {COUNTRY}: the first market is of another country"
        )
    _, orders, *_ = market.rows(COUNTS)[0]
    was_broken_off = (places.data() / DROPPED).exists()
    if orders and not was_broken_off:
        raise MarketFailed(f"this market has {orders:,} orders: it is somebody's")
    warn("filling the market of this checkout")
    inside_aloud("world", str(size.products), str(size.sellers))
    took = fill_trade(size.orders, size.buyers, seed)
    market.settle()
    return _told(market, took)


def _told(market: Market, took: dict[str, float]) -> list[Result]:
    products, orders, sellers, buyers, lines, whole = market.rows(COUNTS)[0]
    there: dict[str, Any] = {"orders": orders, "lines": lines, "products": products}
    there |= {"sellers": sellers, "buyers with an account": buyers}
    results = [
        Result("seed GB", [whole / 1e9], "GB", beside=there),
        *(Result(f"seed {what}", [seconds], "s") for what, seconds in took.items()),
    ]
    millions = orders / 1e6
    for name, rows, table, indexes in market.rows(TABLES):
        beside = {"rows": rows, "rows an order": rows / orders}
        beside |= {"of it indexes, MB": indexes / 1e6 / millions}
        megabytes = (table + indexes) / 1e6 / millions
        results.append(Result(f"MB of a million: {name}", [megabytes], "MB", beside=beside))
    return results
