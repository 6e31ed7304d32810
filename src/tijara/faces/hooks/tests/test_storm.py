"""A thousand payments' worth of notices, in the worst order, beside the clock and the buyers."""

from collections import Counter
from concurrent.futures import ThreadPoolExecutor

import pytest
from django.db import connection
from django.test import Client

from tijara.domains.payments.actions import check_due_attempts, process_notices
from tijara.domains.payments.queries import notices
from tijara.domains.payments.shapes import ChargeState, NoticeState
from tijara.domains.payments.testing import let_time_pass
from tijara.kit.actor import SYSTEM
from tijara.platform.outbox.models import Event

from .conftest import until, work

pytestmark = pytest.mark.django_db(transaction=True)
PAYMENTS = 60


@pytest.fixture
def wide(settings):
    settings.RATE_LIMIT_FACTOR = 100


def test_every_payment_moves_once(gateway, new_buyer, wide):
    buyers = [new_buyer(1000 + place) for place in range(PAYMENTS)]
    for buyer in buyers:
        buyer.go()
    told = gateway.order("storm", each=3, forged_percent=10, seed=5)
    assert told["paid"] >= PAYMENTS * 9 // 10 and told["taken"] == told["notices"]
    hands = [process_notices, process_notices, check_due_attempts]

    def labour(what) -> None:
        try:
            while what(actor=SYSTEM):
                pass
        finally:
            connection.close()

    with ThreadPoolExecutor(len(hands)) as pool:
        list(pool.map(labour, hands))
    paid = [one for one in buyers if one.now().state is ChargeState.PAID]
    assert len(paid) == told["paid"]
    times = Counter(Event.objects.filter(name="payments.charge_paid.v1").values_list("owner_id"))
    assert set(times.values()) == {1} and len(times) == told["paid"]
    forged = notices(state=NoticeState.FORGED, size=1000).items
    assert sum(one.times for one in forged) == told["forged"]
    assert sum(one.times for one in notices(size=1000).items) == told["notices"]


class TestHook:
    def post(self, body: bytes, gateway: str = "moyasar") -> int:
        return Client().post(f"/hooks/payments/{gateway}", body, "application/json").status_code

    @pytest.mark.parametrize("body", [b"", b"{", b"\x00\xff", b"[1]", b"{" * 3000])
    def test_rubbish_is_kept_and_answered_like_everything(self, gateway, body):
        assert self.post(body) == 204
        (kept,) = notices().items
        assert kept.state in (NoticeState.UNREADABLE, NoticeState.FORGED)

    def test_the_same_again_is_counted(self, gateway):
        for _ in range(3):
            self.post(b"{}")
        assert [one.times for one in notices().items] == [3]

    def test_a_huge_one_is_cut(self, gateway):
        assert self.post(b'{"a": "' + b"x" * 900_000 + b'"}') == 204
        (kept,) = notices().items
        assert kept.state is NoticeState.UNREADABLE and len(kept.body) <= 64 * 1024

    def test_nobody_else_is_listened_to(self, gateway):
        assert self.post(b"{}", "stripe") == 404
        assert self.post(b"{}", "..") in (404, 405)
        assert Client().get("/hooks/payments/moyasar").status_code == 405

    def test_who_posts_without_end_is_held_back(self, gateway, settings):
        settings.RATE_LIMIT_FACTOR = 0.01
        codes = [self.post(b"{}") for _ in range(9)]
        assert codes[:3] == [204] * 3 and codes[-1] == 429

    def test_a_good_one_waits_for_the_worker_and_is_done(self, gateway, new_buyer):
        buyer = new_buyer(34900)
        gateway.pay(buyer.go())
        until(lambda: bool(notices().items))
        assert notices().items[0].state is NoticeState.WAITING
        work()
        (done,) = notices().items
        assert (done.state, done.charge_id) == (NoticeState.DONE, buyer.charge.id)

    def test_while_the_gateway_is_silent_it_waits(self, gateway, new_buyer):
        buyer = new_buyer(34900)
        gateway.pay(buyer.go())
        until(lambda: bool(notices().items))
        gateway.fault("fetch_500")
        work()
        assert notices().items[0].state is NoticeState.WAITING
        let_time_pass(hours=1)
        work()
        assert buyer.now().state is ChargeState.PAID
