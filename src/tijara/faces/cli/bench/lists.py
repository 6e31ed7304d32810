"""The lists of the hub and of the office, among a hundred thousand orders: first pages, deep ones,
and what a search finds. The time of every answer is taken; of a hundred the ninety-fifth counts.
"""

import argparse
import json
import time
from collections.abc import Iterator

from . import rounds
from .market import Market, MarketFailed, inside, running
from .results import Result, at_most
from .visitor import Visitor

PRODUCTS, ORDERS = 2_000, 100_000
TIMES = 40
REACH_MS = 150.0
LARGEST = """
    SELECT seller_id, count(*) FROM orders_order GROUP BY 1 ORDER BY 2 DESC LIMIT 1
"""
SOME = """
    SELECT number, phone, recipient FROM orders_order WHERE seller_id = %(seller)s
    ORDER BY placed_at DESC OFFSET 3000 LIMIT 1
"""
STOCK = """
    SELECT stock_id FROM inventory_movement WHERE seller_id = %(seller)s
    GROUP BY 1 ORDER BY count(*) DESC LIMIT 1
"""
REFERENCE = "SELECT reference FROM payments_charge ORDER BY opened_at OFFSET 5000 LIMIT 1"


def run(options: argparse.Namespace) -> list[Result]:
    with running(PRODUCTS, ORDERS) as market, rounds.ping() as ping:
        ((seller_id, most),) = market.rows(LARGEST)
        staff, seller = signed_in(market, "staff", str(seller_id))
        pages = [("office", staff, one) for one in _office(market, seller_id)]
        pages += [("hub", seller, one) for one in _hub(market, seller_id)]
        ping.measure()
        results = [measured(face, visitor, path, ping.scale) for face, visitor, path in pages]
    slowest = max(results, key=lambda one: one.values[0])
    beside = {"orders": ORDERS, "of the largest seller": most, "slowest": slowest.what}
    beside |= {"django ping CPU-ms": ping.cpu_ms, "reach scaled by": ping.scale}
    worst = at_most("lists p95 ms", slowest.values, "ms", REACH_MS, beside, scale=ping.scale)
    return [worst, *results]


def _office(market: Market, seller_id) -> Iterator[str]:
    ((number, phone, name),) = market.rows(SOME, {"seller": seller_id})
    ((reference,),) = market.rows(REFERENCE)
    yield from ("", "orders?page=100", "orders?page=3000", "orders?state=delivered")
    yield from ("orders?state=delivered&page=1000", f"orders?q={number[:6]}", f"orders?q={number}")
    yield from (f"orders?q={phone[-6:]}", f"orders?q={name}", "orders?q=zzzz")
    yield from ("sellers", "sellers?page=8", "sellers?q=12", "payments", "payments?page=500")
    yield from (f"payments?q={reference}", "payments?state=paid&page=200", "refunds", "notices")
    yield from ("notices?page=300", "journal", "journal?page=2000", f"journal?q={number}")
    yield from (f"journal?seller={seller_id}", "events", "events?kind=all", "webhooks")
    yield from ("events?kind=all&page=2000", "events?kind=all&name=orders.order_shipped.v1")
    yield from ("acts", "acts?page=2000", "messages", "messages?page=2000", "payouts", "catalogue")
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
    yield from ("", "orders", "orders?page=100", "orders?page=400", "orders?state=delivered")
    yield from ("orders?state=delivered&page=200", f"orders?q={number[:6]}")
    yield from (f"orders?q={phone[-6:]}", f"orders?q={name}", "products", "stock", "money")
    yield from ("money?page=300", "invoices", f"stock/{stock_id}/movements?page=50")


def measured(
    face: str, visitor: Visitor, path: str, scale: float, reach_ms: float = REACH_MS
) -> Result:
    address = f"/{face}/{path}" if face == "hub" else f"/office/{path}"
    _seen(visitor, address)
    times = sorted(_seen(visitor, address) for _ in range(TIMES))
    beside = {"median ms": times[len(times) // 2]}
    worst = [times[int(TIMES * 0.95)]]
    return at_most(f"{face} {path or 'first'}", worst, "ms", reach_ms, beside, scale=scale)


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
