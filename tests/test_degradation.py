"""With a vendor down the shop sells what it can: seen by a guest with a browser."""

import socket
from collections.abc import Iterator
from uuid import uuid4

import pytest

from tijara.domains.catalogue.testing import make_product
from tijara.domains.checkout.queries import orders_of_buyer
from tijara.domains.markets.testing import make_market
from tijara.domains.messaging.actions import deliver_messages
from tijara.domains.messaging.models import Message
from tijara.domains.orders.shapes import OrderState
from tijara.domains.payments.shapes import OFFERED
from tijara.domains.search.actions import rebuild_index
from tijara.domains.search.testing import make_shelved_offer
from tijara.faces.storefront.tests.shopper import Shopper
from tijara.kit.actor import SYSTEM
from tijara.kit.clock import now
from tijara.platform.audits import run_proofs
from tijara.platform.outbox.relay import Relay
from tijara.platform.providers import connected
from tijara.providers.opensearch.simulator.server import Simulator
from tijara.providers.smtp.tests.simulator import smtp_server

pytestmark = pytest.mark.django_db
BANK = {"bank_name": "مصرف", "bank_iban": "SA0380000000608010167519", "bank_holder": "تجارة"}
NOT_REACHED = "تعذّر فتح صفحة الدفع. لم يُسحب منك شيء"


@pytest.fixture(autouse=True)
def _connected_anew() -> Iterator[None]:
    connected.cache_clear()
    yield
    connected.cache_clear()


@pytest.fixture
def nobody() -> Iterator[str]:
    """An address on which nobody answers: taken, and never accepted from."""
    with socket.socket() as mute:
        mute.bind(("127.0.0.1", 0))
        yield f"127.0.0.1:{mute.getsockname()[1]}"


@pytest.fixture
def offer():
    made = make_shelved_offer(product=make_product(name_ar="دلة نحاس"), units=6)
    make_market(payment_methods=OFFERED, **BANK)
    return made


@pytest.fixture
def guest(offer) -> Shopper:
    shopper = Shopper()
    shopper.picks(offer)
    return shopper


def orders_of(shopper: Shopper):
    return orders_of_buyer(shopper.buyer_id())


@pytest.fixture
def without_gateway(nobody, monkeypatch, settings) -> None:
    settings.CARD_GATEWAY = "moyasar"
    monkeypatch.setenv("TIJARA_MOYASAR_SECRET_KEY", "sk_test_nobody")
    monkeypatch.setenv("TIJARA_MOYASAR_NOTICE_TOKEN", "nobody")
    monkeypatch.setenv("TIJARA_MOYASAR_ADDRESS", f"http://{nobody}/v1")
    monkeypatch.setenv("TIJARA_MOYASAR_TIMEOUT_SECONDS", "2")


def test_without_the_gateway_an_order_waits_and_is_paid_another_way(without_gateway, guest):
    page = guest.confirms(payment="card")["Location"]
    assert page.startswith("/pay/")
    answer = guest.sends(f"{page}/card")
    assert (answer.status_code, answer["Location"]) == (303, page)
    told = guest.sees(page)
    assert NOT_REACHED in told and "bank_transfer" in told and "cash_on_delivery" in told
    assert orders_of(guest)[0].state is OrderState.PENDING
    assert guest.sends(f"{page}/way", way="bank_transfer").status_code == 303
    assert "SA03 8000 0000 6080 1016 7519" in guest.sees(page)
    assert len(orders_of(guest)) == 1
    assert all(proof.holds for proof in run_proofs())


def test_a_gateway_that_was_silent_to_three_is_left_alone_for_a_while(without_gateway, guest):
    """Each payer would wait with one of the web's few threads."""
    page = guest.confirms(payment="card")["Location"]
    gateway = connected("payment_gateways", "moyasar")
    asked, create = [], gateway.create
    gateway.create = lambda request: asked.append(request) or create(request)
    for _ in range(5):
        assert guest.sends(f"{page}/card")["Location"] == page
        assert NOT_REACHED in guest.sees(page)
    assert len(asked) == 3


def test_without_mail_an_order_is_taken_and_its_letters_come_later(guest, monkeypatch, settings):
    settings.EMAIL_CHANNEL = "smtp"
    with smtp_server() as (desk, port):
        monkeypatch.setenv("TIJARA_SMTP_HOST", "127.0.0.1")
        monkeypatch.setenv("TIJARA_SMTP_PORT", str(port))
        monkeypatch.setenv("TIJARA_SMTP_SENDER", "orders@example.com")
        monkeypatch.setenv("TIJARA_SMTP_SECURITY", "none")
        desk.data_answer = "421 4.3.2 closing down"
        place = guest.confirms(email="noura@example.com")["Location"]
        Relay().deliver_pending()
        deliver_messages(actor=SYSTEM)
        waiting = Message.objects.filter(recipient="noura@example.com")
        assert waiting.count() >= 1 and not waiting.exclude(sent_at=None).exists()
        assert not desk.envelopes
        assert orders_of(guest)[0].number in guest.sees(place)
        desk.data_answer = "250 2.0.0 queued"
        waiting.update(retry_at=now())
        deliver_messages(actor=SYSTEM)
        assert not waiting.filter(sent_at=None).exists()
        assert len(desk.envelopes) == waiting.count()


@pytest.fixture
def engine(monkeypatch, settings) -> Iterator[Simulator]:
    with Simulator(user="tijara", password=uuid4().hex).running() as running:
        monkeypatch.setenv("TIJARA_OPENSEARCH_ADDRESS", running.address)
        monkeypatch.setenv("TIJARA_OPENSEARCH_USER", running.user)
        monkeypatch.setenv("TIJARA_OPENSEARCH_PASSWORD", running.password)
        settings.SEARCH_ENGINE = "opensearch"
        yield running


@pytest.mark.parametrize("fault", ["broken", "silent"])
def test_without_the_search_engine_goods_are_found_and_it_is_left_alone(engine, offer, fault):
    while not rebuild_index(actor=SYSTEM).is_ended:
        pass
    engine.api.faults[fault] = 99
    assert "دلة نحاس" in Shopper().sees("/search?q=دله")
    left = engine.api.faults[fault]
    assert left < 99
    assert "دلة نحاس" in Shopper().sees("/search?q=دله")
    assert engine.api.faults[fault] == left
    assert "دلة نحاس" in Shopper().sees("/")
