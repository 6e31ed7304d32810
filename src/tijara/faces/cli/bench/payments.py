"""A thousand card payments, told of three times each, shuffled, a tenth of all notices forged.

The gateway's simulator pays what is open, keeps one of twenty back, and posts; forged notices say
that those are paid. Afterwards every payment must have moved its charge and its order once.
"""

import argparse
import http.client
import json
import os
import time
from base64 import b64encode

from tijara.faces.cli import gateway_simulator
from tijara.platform import places

from .market import Market, MarketFailed, audited, inside, running
from .results import Result, always

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
    SELECT count(*) FROM orders_order WHERE payment_method = 'card' AND paid_at IS NOT NULL
"""
UNDELIVERED = "SELECT count(*) FROM outbox_event WHERE delivered_at IS NULL"


def run(options: argparse.Namespace) -> list[Result]:
    with running() as market:
        gateway_simulator.take_over(os.environ)
        (goods,) = json.loads(inside("goods", "1", str(UNITS)))
        asked = json.loads(inside("charges", str(PAYMENTS), goods["offer_id"]))
        began = time.monotonic()
        storm = _storm(options.seed)
        _settle(market)
        seconds = time.monotonic() - began
        ((twice, told),), ((paid,),) = market.rows(TOLD), market.rows(PAID)
        ((released,),) = market.rows(RELEASED)
        audit = audited()
    beside = {
        "charges": asked,
        "paid at the gateway": storm["paid"],
        "notices": storm["notices"],
        "forged": storm["forged"],
        "orders released": released,
        "posted notices/s": storm["notices"] / storm["seconds"],
        "proofs": audit.proofs,
        "faults": audit.faults,
    }
    moved_wrongly = twice + max(0, paid - storm["paid"])
    not_moved = storm["paid"] - min(paid, told, released)
    return [
        audit.also(always("payments moved twice", [moved_wrongly], "payments", 0, beside)),
        always("payments not moved", [not_moved], "payments", 0, {}),
        Result("notices/s", [storm["notices"] / seconds], "notices/s"),
    ]


def _storm(seed: int) -> dict:
    """Asked as a program asks the gateway: with its key."""
    key = os.environ[gateway_simulator.KEY]
    line = http.client.HTTPConnection("127.0.0.1", places.simulator_port(), timeout=600)
    body = {"each": EACH, "forged_percent": FORGED_PERCENT, "seed": seed}
    login = "Basic " + b64encode(f"{key}:".encode()).decode()
    line.request("POST", "/simulator/storm", json.dumps(body), {"Authorization": login})
    answer = line.getresponse()
    told = answer.read()
    line.close()
    if answer.status != 200:
        raise MarketFailed(f"the simulator answered {answer.status}: {told[:300]!r}")
    return json.loads(told)


def _settle(market: Market) -> None:
    """Until the worker has looked into every notice, and everyone above has been told."""
    ends = time.monotonic() + PATIENCE
    while market.rows(WAITING) != [(0,)] or market.rows(UNDELIVERED) != [(0,)]:
        if time.monotonic() > ends:
            raise MarketFailed(f"notices still wait: {market.rows(WAITING)}")
        time.sleep(0.2)
