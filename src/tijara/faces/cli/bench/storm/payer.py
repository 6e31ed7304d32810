"""A payer's browser at the gateway's own pages, and somebody who has the gateway behave badly."""

import http.client
import json
import os
from base64 import b64encode
from random import Random
from urllib.parse import urlsplit

from tijara.faces.cli import gateway_simulator
from tijara.faces.cli.bench.market import MarketFailed
from tijara.faces.cli.bench.visitor import Answer, Visitor
from tijara.platform import places

from .trade import TIMEOUT, Trade

FAULTS = (
    "notice_after_the_return",
    "notice_three_times",
    "notice_never",
    "notice_late",
    "notice_out_of_order",
    "notice_forged",
    "notice_truncated",
    "notice_with_another_amount",
    "create_500_after_it_was_made",
    "create_silent_after_it_was_made",
    "fetch_500",
    "refund_500_after_it_was_given",
    "refund_silent_after_it_was_given",
)
"""All but those that take another amount than was asked for: that is for staff to look into."""


BETWEEN = 1.0
"""Seconds from one fault to the next."""


def pay_at(trade: Trade, page: str, card: str) -> str:
    """The way home that the gateway shows after the card was typed and the bank has asked, or ""
    where the card was refused. Pressed again while the gateway is dead."""
    browser = Visitor(places.simulator_port(), timeout=TIMEOUT)
    try:
        path = urlsplit(page).path
        asked = trade.until_answered(lambda: browser.post(f"{path}/card", {"number": card}))
        if asked.status != 303:
            return ""
        secure = asked.location
        answered = trade.until_answered(lambda: _confirm(browser, secure))
    finally:
        browser.close()
    return urlsplit(answered.location).path if answered.status == 303 else ""


def _confirm(browser: Visitor, secure: str) -> Answer:
    return browser.post(secure, {"answer": "confirm"})


def misbehave(trade: Trade) -> None:
    """Until the storm is over: one fault after another. A gateway that dies forgets its orders."""
    chance = Random(1)
    while not trade.stop.wait(BETWEEN):
        try:
            order("faults", {"fault": chance.choice(FAULTS), "times": chance.randint(1, 3)})
        except (OSError, http.client.HTTPException):
            continue
        trade.done["faults at the gateway"] += 1


def order(what: str, body: dict, timeout: float = TIMEOUT) -> dict:
    """Asked at the simulator's desk as a program asks the gateway: with its key."""
    key = os.environ[gateway_simulator.KEY]
    line = http.client.HTTPConnection("127.0.0.1", places.simulator_port(), timeout=timeout)
    login = "Basic " + b64encode(f"{key}:".encode()).decode()
    line.request("POST", f"/simulator/{what}", json.dumps(body), {"Authorization": login})
    answer = line.getresponse()
    told = answer.read()
    line.close()
    if answer.status != 200:
        raise MarketFailed(f"the simulator answered {answer.status}: {told[:300]!r}")
    return json.loads(told)
