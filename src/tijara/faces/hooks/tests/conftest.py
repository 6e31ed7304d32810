"""The gateway's simulator as a process of its own, told of our hook, and a buyer with a browser."""

import http.client
import json
import os
import socket
import subprocess
import sys
import time
from base64 import b64encode
from dataclasses import dataclass
from urllib.parse import urlencode, urlsplit

import pytest
from django.conf import settings
from django.core.signing import Signer
from django.test import Client

from tijara.domains.markets.testing import make_market
from tijara.domains.payments.actions import process_notices
from tijara.domains.payments.queries import attempts_of, charge_by_id, notices
from tijara.domains.payments.shapes import OFFERED, AttemptState, ChargeView, PaymentMethod
from tijara.domains.payments.testing import make_charge
from tijara.kit.actor import SYSTEM
from tijara.kit.ids import new_id
from tijara.platform.outbox.models import Event
from tijara.platform.providers import connected

GOOD, POOR = "4201320111111010", "4201320000311101"
KEY, TOKEN = "sk_test_hooks", "a token of the tests"
BANK = {
    "payment_methods": OFFERED,
    "bank_iban": "SA0380000000608010167519",
    "bank_name": "مصرف التجربة",
    "bank_holder": "شركة تجارة",
}


@dataclass
class Answer:
    status: int
    location: str
    body: str


@dataclass
class Gateway:
    """The simulator, asked over HTTP as everybody does."""

    port: int

    def ask(self, method: str, path: str, content: str | None = None, **headers) -> Answer:
        line = http.client.HTTPConnection("127.0.0.1", self.port, timeout=120)
        line.request(method, path, content, headers)
        answer = line.getresponse()
        told = Answer(answer.status, answer.headers.get("Location", ""), answer.read().decode())
        line.close()
        return told

    def order(self, path: str, **body) -> dict:
        login = "Basic " + b64encode(f"{KEY}:".encode()).decode()
        told = self.ask("POST", f"/simulator/{path}", json.dumps(body), Authorization=login)
        assert told.status == 200, told
        return json.loads(told.body)

    def fault(self, name: str, times: int = 1) -> None:
        self.order("faults", fault=name, times=times)

    def pay(self, page: str, number: str = GOOD, answer: str = "confirm") -> Answer:
        """Type a card on the hosted page and answer the bank; where it sends the payer then."""
        parts = urlsplit(page)
        at_bank = self.ask("POST", f"{parts.path}/card", urlencode({"number": number}))
        return self.ask("POST", at_bank.location, urlencode({"answer": answer}))


@pytest.fixture(scope="session")
def simulator_process(live_server):
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    hook = f"{live_server.url}/hooks/payments/moyasar"
    command = [sys.executable, "-m", "tijara.providers.moyasar.simulator", "--port", str(port)]
    command += ["--hook", hook]
    secrets = {"TIJARA_MOYASAR_SECRET_KEY": KEY, "TIJARA_MOYASAR_NOTICE_TOKEN": TOKEN}
    process = subprocess.Popen(command, env=os.environ | secrets)
    _wait_for(port)
    yield port
    process.terminate()
    process.wait()


def _wait_for(port: int) -> None:
    ends = time.monotonic() + 20
    while time.monotonic() < ends:
        with socket.socket() as trial:
            if trial.connect_ex(("127.0.0.1", port)) == 0:
                return
    raise AssertionError("the simulator does not answer")


@pytest.fixture
def gateway(simulator_process, monkeypatch, transactional_db):
    address = f"http://127.0.0.1:{simulator_process}"
    monkeypatch.setenv("TIJARA_MOYASAR_SECRET_KEY", KEY)
    monkeypatch.setenv("TIJARA_MOYASAR_NOTICE_TOKEN", TOKEN)
    monkeypatch.setenv("TIJARA_MOYASAR_ADDRESS", f"{address}/v1")
    monkeypatch.setenv("TIJARA_MOYASAR_PAGES", address)
    monkeypatch.setenv("TIJARA_MOYASAR_TIMEOUT_SECONDS", "30")
    connected.cache_clear()
    gateway = Gateway(simulator_process)
    gateway.order("forget")
    try:
        yield gateway
        gateway.order("forget")  # its notices come from threads: none may reach the next test
    finally:
        connected.cache_clear()


@dataclass
class Buyer:
    """A browser with the cookie of a buyer, and his charge."""

    browser: Client
    charge: ChargeView

    @property
    def page(self) -> str:
        return f"/pay/{self.charge.checkout_id}"

    def now(self) -> ChargeView:
        found = charge_by_id(self.charge.id)
        assert found is not None
        return found

    def go(self) -> str:
        """Press the button; the address of the gateway's page."""
        answer = self.browser.post(f"{self.page}/card")
        assert answer.status_code == 303, answer
        return answer["Location"]

    def come_back(self, address: str):
        parts = urlsplit(address)
        return self.browser.get(f"{parts.path}?{parts.query}")


def browser_of(buyer_id) -> Client:
    browser = Client(headers={"sec-fetch-site": "same-origin"})
    browser.cookies["buyer"] = Signer(salt="tijara.buyer").sign(buyer_id.hex)
    return browser


@pytest.fixture
def new_buyer(transactional_db):
    def make(*amounts: int, **changes) -> Buyer:
        market = make_market(**BANK)
        buyer_id = new_id()
        charge = make_charge(buyer_id, *amounts, market_id=market.id, **changes)
        return Buyer(browser_of(buyer_id), charge)

    assert settings.CARD_GATEWAY == "moyasar"
    return make


@pytest.fixture
def buyer(new_buyer):
    return new_buyer(10000, 24900)


@pytest.fixture
def transfer(new_buyer):
    return new_buyer(10000, 24900, method=PaymentMethod.BANK_TRANSFER)


def work() -> None:
    """What the worker does with notices."""
    while process_notices(actor=SYSTEM):
        pass


def until(holds, seconds: float = 10.0) -> None:
    """The simulator posts from threads of its own."""
    ends = time.monotonic() + seconds
    while not holds():
        assert time.monotonic() < ends, "it did not come"
        time.sleep(0.02)


def facts(buyer) -> list[str]:
    rows = Event.objects.filter(owner_id=buyer.charge.buyer_id, name__startswith="payments.")
    return list(rows.order_by("id").values_list("name", flat=True))


def states(buyer) -> list[AttemptState]:
    return [one.state for one in attempts_of(buyer.charge.buyer_id, buyer.charge.id)]


def arrived(number: int = 1) -> bool:
    return sum(one.times for one in notices(size=100).items) >= number
