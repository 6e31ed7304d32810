"""Pay the demonstration's cards on the pages of the gateway's simulator, as a buyer would."""

import http.client
import json
import os
import socket
import subprocess
import time
from base64 import b64encode
from collections.abc import Iterator
from contextlib import contextmanager
from urllib.parse import urlencode, urlsplit

from tijara.faces.cli import gateway_simulator
from tijara.kit.clock import now
from tijara.platform import places

READY_WITHIN = 10.0
CONFIRMED = {"answer": "confirm"}


class SimulatorSilent(RuntimeError):
    """The gateway's simulator was started and does not answer."""


@contextmanager
def gateway() -> Iterator[bool]:
    """Whether cards can be paid: only at the simulator, never where a gateway's money is real.

    A market is loaded before its family starts, so the simulator is run for as long as this
    lasts, unless it is running already. It keeps what it knows in a file.
    """
    if os.environ.get(gateway_simulator.IS_SIMULATED) != "1":
        yield False
    elif _answers():
        try:
            yield True
        finally:
            _set_clock()
    else:
        process = subprocess.Popen(gateway_simulator.command(), stdin=subprocess.DEVNULL)
        try:
            _wait_until_it_answers()
            yield True
        finally:
            process.terminate()
            process.wait()


def pay_at(page: str, card: str) -> None:
    """Type the card, and tell the bank that one means it: at the hour that is for who pays."""
    _set_clock()
    place = urlsplit(page)
    secure = _post(f"{place.path}/card?{place.query}", {"number": card, "name": ""})
    _post(secure, CONFIRMED)


def notice_of(invoice_id: str) -> bytes:
    """What the simulator would have posted to our hook, had the market stood already."""
    token = os.environ[gateway_simulator.NOTICE_SETTING]
    told = {"type": "payment_paid", "secret_token": token, "data": {"invoice_id": invoice_id}}
    return json.dumps(told).encode()


def settlement(since: str, until: str) -> str:
    """The gateway's file of what it settles of a time."""
    return json.loads(_order("settlement", {"since": since, "until": until}))["file"]


def _set_clock() -> None:
    """The gateway's is what ours is here, so that it does not take an old page for one too late."""
    _order("clock", {"behind_seconds": max(0.0, time.time() - now().timestamp())})


def _order(what: str, told: dict) -> bytes:
    """At the simulator's desk, with the key."""
    key = b64encode(f"{os.environ[gateway_simulator.KEY]}:".encode()).decode()
    line = http.client.HTTPConnection("127.0.0.1", places.simulator_port(), timeout=READY_WITHIN)
    try:
        asked, headers = json.dumps(told), {"Authorization": f"Basic {key}"}
        line.request("POST", f"/simulator/{what}", asked, headers)
        return line.getresponse().read()
    finally:
        line.close()


def _post(path: str, form: dict[str, str]) -> str:
    """Where the page leads."""
    line = http.client.HTTPConnection("127.0.0.1", places.simulator_port(), timeout=READY_WITHIN)
    try:
        line.request("POST", path, urlencode(form))
        return line.getresponse().headers.get("Location", "")
    finally:
        line.close()


def _wait_until_it_answers() -> None:
    ends = time.monotonic() + READY_WITHIN
    while not _answers():
        if time.monotonic() > ends:
            raise SimulatorSilent
        time.sleep(0.02)


def _answers() -> bool:
    try:
        socket.create_connection(("127.0.0.1", places.simulator_port()), 1.0).close()
    except OSError:
        return False
    return True
