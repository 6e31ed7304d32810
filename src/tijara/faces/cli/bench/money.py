"""A hostile history of orders in three currencies: what an event of it costs, and whether the books
add up afterwards: the journal, every seller's statement, every account between owners.
"""

import argparse
import json
import os
import resource
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager

from tijara.faces.cli import gateway_simulator
from tijara.faces.cli.demonstration import cards

from . import rounds
from .happened import KINDS, missing
from .market import Market, audited, inside, standing
from .replays import end_past
from .results import Result, always, at_most
from .workers import more_workers

REACH_MS = 3.0
PRINTER = "TIJARA_DOCUMENT_PRINTER"
ROUNDS = 3
HANDS = os.cpu_count() or 1
"""So many live at once, each with sellers and buyers of its own, in the same markets; and so many
workers tell of it."""
JOURNAL = """
    SELECT coalesce(sum(side), 0) FROM (
        SELECT amount_minor AS side FROM ledger_posting
        UNION ALL SELECT -amount_minor FROM ledger_posting) AS sides
"""
BETWEEN = """
    SELECT coalesce(sum(abs(left_over)), 0) FROM (
        SELECT sum(CASE WHEN debit = 'exchange_clearing' THEN amount_minor
                        ELSE -amount_minor END) AS left_over
        FROM ledger_posting WHERE 'exchange_clearing' IN (debit, credit) GROUP BY seller_id) e
"""
"""What is between two orders of an exchange: nothing, once both are there."""
POSTINGS = "SELECT count(*) FROM ledger_posting"
PARTS = ("counts", "seen", "spent ms")
STATEMENTS = "settlements.statements_proof"
MOVED = ("list line: ", "report line: ", "transfer ")
UNMEASURED = ("placed", "placed with a promotion", "paid by card")
"""What is done for the events' sake: by the door, and at the gateway."""
EXPLAINED = (
    "returns.held_proof", "orders.ends_proof", "orders.money_proof", "cash.debts_proof",
    "cash.lines_proof", "ledger.purse_proof", "deals.deals_proof", "deals.settled_proof",
    "returns.journal_proof", "fulfilment.journal_proof", "settlements.payouts_proof",
    "settlements.transfers_proof", "settlements.kinds_proof", "settlements.reserves_proof",
    "settlements.repayments_proof", "cash.deposits_proof", "cash.moves_proof",
    "clearing.items_proof", "clearing.reports_proof", "clearing.shares_proof",
    "clearing.waiting_proof",
)  # fmt: skip
"""Each of these explains an account that is not a seller's, order by order."""


def run(options: argparse.Namespace) -> list[Result]:
    part = max(options.orders // (ROUNDS * HANDS), 1)
    with _market() as market, rounds.ping() as ping:
        gateway_simulator.take_over(os.environ)
        with cards.gateway():
            inside("living", "open")
            before, began = _whole(market), time.monotonic()
            with more_workers(HANDS - 1):
                told = [_round(ping, options.seed + one * HANDS, part) for one in range(ROUNDS)]
                took = time.monotonic() - began
                end_past(market)
        whole = _whole(market) - before
        waited = time.monotonic() - began - took
        ((total,),), ((left,),) = market.rows(JOURNAL), market.rows(BETWEEN)
        ((postings,),) = market.rows(POSTINGS)
        audit = audited()
    orders = sum(one["counts"]["placed"] for one in told)
    happened = _merged([one[name] for one in told for name in ("counts", "seen")])
    lacking = missing(happened, orders)
    events = [_events(one["counts"]) + _lines(one["seen"]) for one in told]
    spent = [sum(one["spent ms"].values()) for one in told]
    costs = [one / many for one, many in zip(spent, events, strict=True)]
    beside = {
        "seed": options.seed,
        "printer": "off",
        "hands": HANDS,
        "seconds of the history": took,
        "seconds until all was told": waited,
        "CPU-ms of an order in all, at the reference's ping": whole / orders / ping.scale,
        "orders": orders,
        "events": sum(events),
        "django ping CPU-ms": ping.cpu_ms,
        "reach scaled by": ping.scale,
        **_merged([one["counts"] for one in told]),
        "dearest, CPU-ms in all": _dearest([one["spent ms"] for one in told]),
    }
    proved = {"postings": postings, "proofs": audit.proofs, "faults": audit.faults}
    balance = always("journal sum", [int(total)], "minor units", 0, proved)
    off = [fault for code, fault in audit.by_code if code == STATEMENTS]
    dark = [fault for code, fault in audit.by_code if code in EXPLAINED]
    return [
        at_most("money CPU-ms per event", costs, "CPU-ms", REACH_MS, beside, scale=ping.scale),
        audit.also(balance),
        always("money statements off", [len(off)], "sellers", 0, {"first": off[:5]}),
        always("money unexplained", [len(dark) + int(left)], "faults", 0, {"first": dark[:5]}),
        always(
            "money kinds that never came",
            [len(lacking)],
            "kinds",
            0,
            {"missing": lacking, **{kind: happened.get(kind, 0) for kind in KINDS}},
        ),
    ]


def _whole(market: Market) -> float:
    """Milliseconds so far of the family and of every hand that has ended: placing, the gateway's
    pages and the worker with them."""
    hands = resource.getrusage(resource.RUSAGE_CHILDREN)
    return sum(market.spent().values()) + (hands.ru_utime + hands.ru_stime) * 1000


def _round(ping: rounds.Ping, seed: int, orders: int) -> dict[str, dict]:
    """All hands together."""
    ping.measure()
    with ThreadPoolExecutor(HANDS) as hands:
        told = [
            json.loads(one)
            for one in hands.map(
                lambda hand: inside("living", "live", str(seed + hand), str(orders)), range(HANDS)
            )
        ]
    return {name: _merged([one[name] for one in told]) for name in PARTS}


@contextmanager
def _market() -> Iterator[Market]:
    """Without its printer: invoices are written; a PDF of one takes longer than all else that
    happens to its order, and is not a matter of money."""
    with standing() as market:
        os.environ[PRINTER] = ""
        market.start()
        try:
            yield market
        finally:
            market.stop()
            del os.environ[PRINTER]


def _events(counts: dict[str, int]) -> int:
    return sum(many for name, many in counts.items() if name not in UNMEASURED)


def _lines(seen: dict[str, int]) -> int:
    """What moves money one by one within an act: lines of lists and reports, transfers of runs."""
    return sum(many for name, many in seen.items() if name.startswith(MOVED))


def _dearest(spent: list[dict[str, float]]) -> list[tuple[str, int]]:
    whole = _merged(spent)
    return [(name, round(whole[name])) for name in sorted(whole, key=whole.__getitem__)[:-6:-1]]


def _merged[Number: (int, float)](counts: list[dict[str, Number]]) -> dict[str, Number]:
    names = sorted({name for one in counts for name in one})
    return {name: sum(one.get(name, 0) for one in counts) for name in names}
