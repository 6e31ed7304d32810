"""The lists of the hub and of the office, in a seeded market (`--scale`): first pages, deep ones,
what a search finds, and each filter and sort that the pages offer. The time of every answer is
taken; of a hundred the ninety-fifth counts, of ten the slowest.
"""

import argparse
import json
import time
from collections.abc import Iterator
from uuid import UUID

from psycopg.sql import SQL, Identifier

from tijara.kit.page import Cursor

from . import rounds
from .market import Market, MarketFailed, inside, seeded
from .offered import filters_of, lists_of
from .results import Result, at_most, p95
from .seed import SCALE
from .visitor import Visitor

TIMES, TIMES_OFFERED = 40, 10
REACH_MS, REACH_LARGE_MS = 150.0, 300.0
LARGE = 1_000_000
"""Orders from which the second counts."""
QUICK_SCALE = 0.001
LARGEST = """
    SELECT seller_id, count(*) FROM orders_order GROUP BY 1 ORDER BY 2 DESC LIMIT 1
"""
SOME = """
    SELECT number, phone, recipient FROM orders_order WHERE seller_id = %(seller)s
    ORDER BY placed_at DESC OFFSET 300 LIMIT 1
"""
STOCK = """
    SELECT stock_id FROM inventory_movement WHERE seller_id = %(seller)s
    GROUP BY 1 ORDER BY count(*) DESC LIMIT 1
"""
DEEP = SQL("""
    SELECT {moment}, id FROM {table} {whose}
    ORDER BY {moment} DESC, id DESC OFFSET (SELECT count(*) / 2 FROM {table} {whose}) LIMIT 1
""")
"""A row in the middle of a list: a page that begins behind it."""
GROWING = {
    "orders": ("orders_order", "placed_at"),
    "payments": ("payments_charge", "opened_at"),
    "journal": ("ledger_journal", "occurred_at"),
    "acts": ("audit_entry", "recorded_at"),
    "messages": ("messaging_message", "created_at"),
    "notices": ("payments_notice", "received_at"),
    "refunds": ("payments_refund", "opened_at"),
}
"""Lists that are paged by keys: their tables, and the moment that they go by."""
REFERENCE = "SELECT reference FROM payments_charge ORDER BY opened_at OFFSET 500 LIMIT 1"


def run(options: argparse.Namespace) -> list[Result]:
    scale = options.scale or (QUICK_SCALE if options.quick else SCALE)
    with seeded(scale, options.seed) as market, rounds.ping() as ping:
        ((seller_id, most),) = market.rows(LARGEST)
        ((orders,),) = market.rows("SELECT count(*) FROM orders_order")
        reach = REACH_LARGE_MS if orders >= LARGE else REACH_MS
        staff, seller = signed_in(market, "staff", str(seller_id))
        pages = [(staff, f"/office/{one}", TIMES) for one in _office(market, seller_id)]
        pages += [(seller, f"/hub/{one}", TIMES) for one in _hub(market, seller_id)]
        pages += [(staff, one, TIMES_OFFERED) for one in _offered(staff, "/office")]
        pages += [(seller, one, TIMES_OFFERED) for one in _offered(seller, "/hub")]
        ping.measure()
        results = [
            measured(visitor, path, ping.scale, times=times, reach_ms=reach)
            for visitor, path, times in dict.fromkeys(pages)
        ]
    slowest = max(results, key=lambda one: one.values[0])
    beside = {"orders": orders, "of the largest seller": most, "slowest": slowest.what}
    beside |= {"lists": len(results), "missed": sum(not one.ok for one in results)}
    beside |= {"django ping CPU-ms": ping.cpu_ms, "reach scaled by": ping.scale}
    worst = at_most("lists p95 ms", slowest.values, "ms", reach, beside, scale=ping.scale)
    return [worst, *results]


def _offered(visitor: Visitor, desk: str) -> Iterator[str]:
    """Each list that the desk's first page leads to, and each filter and sort on it; what answers
    otherwise than with a page is none."""
    for path in lists_of(visitor.get(f"{desk}/").body, desk):
        answer = visitor.get(path)
        if answer.status == 200:
            asked = (path, *filters_of(answer.body, path))
            yield from (one for one in asked if visitor.get(one).status == 200)


def _office(market: Market, seller_id) -> Iterator[str]:
    ((number, phone, name),) = market.rows(SOME, {"seller": seller_id})
    ((reference,),) = market.rows(REFERENCE)
    yield from (f"{one}?{_deep(market, *at)}" for one, at in GROWING.items())
    yield f"events?kind=all&{_deep(market, 'outbox_event', 'recorded_at')}"
    orders = _deep(market, *GROWING["orders"])
    yield from ("", "orders?page=100", "orders?state=delivered", f"orders?state=delivered&{orders}")
    yield from (f"orders?state=delivered&{orders.replace('after', 'before')}", f"orders?q={number}")
    yield from (f"orders?q={number[:6]}", f"orders?method=wallet&{orders}")
    yield from (f"orders?q={phone[-6:]}", f"orders?q={name}", "orders?q=zzzz")
    yield from ("sellers", "sellers?page=8", "sellers?q=12", "payments", "payments?page=100")
    yield from (f"payments?q={reference}", f"payments?q={number}", "refunds", "notices")
    yield from ("journal", "journal?page=100", f"journal?q={number}")
    yield from (f"journal?seller={seller_id}", "events", "events?kind=all", "webhooks")
    yield from ("events?kind=all&page=100", "events?kind=all&name=orders.order_shipped.v1")
    yield from ("acts", "acts?page=100", "messages", "messages?page=100", "payouts", "catalogue")
    yield from (
        "catalogue?page=50",
        "jobs",
        "health",
        f"sellers/{seller_id}",
        f"find?q={number[:4]}",
    )


def _hub(market: Market, seller_id) -> Iterator[str]:
    ((number, phone, name),) = market.rows(SOME, {"seller": seller_id})
    ((stock_id,),) = market.rows(STOCK, {"seller": seller_id})
    deep = _deep(market, *GROWING["orders"], seller_id)
    yield from ("", "orders", "orders?page=100", f"orders?{deep}", "orders?view=done")
    yield from (f"orders?view=done&{deep}", f"orders?q={number[:6]}")
    yield from (f"orders?q={phone[-6:]}", f"orders?q={name}", "products", "stock", "money")
    yield from ("money?page=300", "invoices", f"stock/{stock_id}/movements?page=50")


def _deep(market: Market, table: str, moment: str, seller_id: UUID | None = None) -> str:
    """What of an address says that a page lies in the middle."""
    whose = SQL("WHERE seller_id = {}").format(seller_id) if seller_id else SQL("")
    names = {"table": Identifier(table), "moment": Identifier(moment)}
    found = market.rows(DEEP.format(**names, whose=whose))
    return f"page=1000&after={Cursor(*found[0])}" if found else "page=100"


def measured(
    visitor: Visitor,
    address: str,
    scale: float,
    *,
    times: int = TIMES,
    reach_ms: float = REACH_MS,
) -> Result:
    _seen(visitor, address)
    took = sorted(_seen(visitor, address) for _ in range(times))
    beside = {"median ms": took[len(took) // 2]}
    return at_most(address, [p95(took)], "ms", reach_ms, beside, scale=scale)


def _seen(visitor: Visitor, address: str) -> float:
    began = time.perf_counter()
    answer = visitor.get(address)
    spent = (time.perf_counter() - began) * 1000
    if answer.status != 200:
        raise MarketFailed(f"{address} answered {answer.status}")
    return spent


def signed_in(market: Market, *who: str) -> list[Visitor]:
    visitors = []
    for one in who:
        told = json.loads(inside("staff") if one == "staff" else inside("seller", one))
        visitor = market.visitor()
        visitor.post("/account/sign-in", told)
        visitors.append(visitor)
    return visitors
