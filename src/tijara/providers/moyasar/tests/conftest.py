"""A simulator in a thread, our adapter connected to it, and a payer who uses its pages."""

import http.client
from dataclasses import dataclass
from urllib.parse import urlencode, urlsplit

import pytest

from tijara.providers.moyasar import MoyasarGateway, MoyasarSettings
from tijara.providers.moyasar.simulator.faults import Fault
from tijara.providers.moyasar.simulator.server import Simulator

GOOD, POOR = "4201320111111010", "4201320000311101"
BREAKS = {"create": Fault.CREATE_500, "fetch": Fault.FETCH_500, "refund": Fault.REFUND_500}


@dataclass
class Answer:
    status: int
    location: str
    body: str


@dataclass
class Payer:
    simulator: Simulator

    def ask(self, method: str, path: str, form: dict | None = None, **headers) -> Answer:
        line = http.client.HTTPConnection("127.0.0.1", self.simulator.port, timeout=30)
        content = urlencode(form) if form is not None else None
        line.request(method, path, content, headers)
        answer = line.getresponse()
        told = Answer(answer.status, answer.headers.get("Location", ""), answer.read().decode())
        line.close()
        return told

    def type_card(self, made, number: str) -> Answer:
        page = urlsplit(made.next_step.address)
        return self.ask("POST", f"{page.path}/card?{page.query}", {"number": number})

    def answer_bank(self, secure: str, answer: str) -> Answer:
        return self.ask("POST", secure, {"answer": answer})

    def use(self, made, number: str, answer: str = "confirm") -> Answer:
        return self.answer_bank(self.type_card(made, number).location, answer)

    def pay(self, made) -> Answer:
        return self.use(made, GOOD)

    def fail(self, made) -> Answer:
        return self.use(made, POOR)

    def notice(self, made) -> bytes:
        payment = self.simulator.api.book.payments_of(made.gateway_id)[-1]
        return self.simulator.teller.body_of("payment_paid", payment)

    def break_next(self, what: str) -> None:
        self.simulator.faults.order(BREAKS[what])


@pytest.fixture
def simulator():
    with Simulator(key="sk_test_exam", token="a token").running() as running:
        yield running


def connected(simulator, key: str) -> MoyasarGateway:
    return MoyasarGateway(
        MoyasarSettings(
            secret_key=key,
            notice_token=simulator.token,
            address=f"{simulator.address}/v1",
            pages=simulator.address,
            timeout_seconds=30.0,
        )
    )


@pytest.fixture
def gateway(simulator):
    return connected(simulator, simulator.key)


@pytest.fixture
def stranger(simulator):
    return connected(simulator, "sk_test_of_nobody")


@pytest.fixture
def payer(simulator):
    return Payer(simulator)
