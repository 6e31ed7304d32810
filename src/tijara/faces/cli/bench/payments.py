"""A thousand card payments, told of three times each, shuffled, a tenth of all notices forged.

The gateway's simulator pays what is open, keeps one of twenty back, and posts; forged notices say
that those are paid. Afterwards every payment must have moved its charge and its order once.
"""

import argparse
import json
import os
import time

from tijara.faces.cli import gateway_simulator

from .market import Market, MarketFailed, audited, inside, running
from .results import Result, always
from .storm import payer
from .waiting import UNDELIVERED

PAYMENTS = 1000
EACH = 3
FORGED_PERCENT = 10
UNITS = 1_000_000
PATIENCE = 300.0
WAITING = "SELECT count(*) FROM payments_notice WHERE state = 'waiting'"
PAID = "SELECT count(*) FROM payments_charge WHERE state = 'paid'"
TOLD = """
    SELECT count(*) FILTER (WHERE times > 1), count(*) FROM (
        SELECT count(*) AS times FROM outbox_event
        WHERE name = 'payments.charge_paid.v1' GROUP BY body ->> 'charge_id') AS charges
"""
RELEASED = """
    SELECT count(*) FROM orders_order
    WHERE payment_method = 'card' AND paid_at IS NOT NULL AND state <> 'pending'
"""
POSTED = """
    SELECT count(*) FILTER (WHERE times > 1), count(*) FROM (
        SELECT count(*) AS times FROM ledger_journal
        WHERE kind = 'order_paid' GROUP BY order_id) AS orders
"""
FORGED = "SELECT coalesce(sum(times), 0) FROM payments_notice WHERE state = 'forged'"


def run(options: argparse.Namespace) -> list[Result]:
    with running() as market:
        gateway_simulator.take_over(os.environ)
        (goods,) = json.loads(inside("goods", "1", str(UNITS)))
        asked = json.loads(inside("charges", str(PAYMENTS), goods["offer_id"]))
        began = time.monotonic()
        body = {"each": EACH, "forged_percent": FORGED_PERCENT, "seed": options.seed}
        storm = payer.order("storm", body, timeout=PATIENCE)
        _settle(market)
        seconds = time.monotonic() - began
        ((twice, told),), ((paid,),) = market.rows(TOLD), market.rows(PAID)
        ((released,),), ((forged,),) = market.rows(RELEASED), market.rows(FORGED)
        ((posted_twice, posted),) = market.rows(POSTED)
        audit = audited()
    beside = {
        "charges": asked,
        "paid at the gateway": storm["paid"],
        "notices": storm["notices"],
        "forged": storm["forged"],
        "marked as forged": int(forged),
        "told once": told - twice,
        "orders released": released,
        "orders with one posting": posted - posted_twice,
        "posted notices/s": storm["notices"] / storm["seconds"],
        "proofs": audit.proofs,
        "faults": audit.faults,
    }
    moved_wrongly = twice + posted_twice + max(0, paid - storm["paid"])
    not_moved = storm["paid"] - min(paid, told, released, posted)
    return [
        audit.also(always("payments moved twice", [moved_wrongly], "payments", 0, beside)),
        always("payments not moved", [not_moved], "payments", 0, {}),
        Result("notices/s", [storm["notices"] / seconds], "notices/s"),
    ]


def _settle(market: Market) -> None:
    """Until the worker has looked into every notice, and everyone above has been told."""
    ends = time.monotonic() + PATIENCE
    while market.rows(WAITING) != [(0,)] or market.rows(UNDELIVERED) != [(0,)]:
        if time.monotonic() > ends:
            raise MarketFailed(f"notices still wait: {market.rows(WAITING)}")
        time.sleep(0.2)
