"""From a fact in the outbox to a receiver that fails, is slow, redirects, or is gone."""

import hashlib
import hmac
import json
from base64 import b64decode, b64encode
from datetime import timedelta

import pytest
from django.db import transaction

from tijara.kit.actor import Actor, ActorKind
from tijara.kit.clock import now
from tijara.kit.ids import OPERATOR_ID, new_id
from tijara.kit.powers import STAFF_POWERS
from tijara.platform.action import NotAllowed
from tijara.platform.audit.models import AuditEntry
from tijara.platform.outbox.models import Event
from tijara.platform.outbox.recorder import record
from tijara.platform.outbox.relay import Relay
from tijara.platform.webhooks import outside as outside_module
from tijara.platform.webhooks import sending as sending_module
from tijara.platform.webhooks.actions import (
    EndpointInvalid,
    EndpointKnown,
    EndpointOff,
    NotReplayable,
    add_endpoint,
    change_endpoint,
    remove_endpoint,
    replay_delivery,
    rotate_secret,
    switch_endpoint,
    try_endpoint,
)
from tijara.platform.webhooks.models import Attempt, Delivery, Endpoint
from tijara.platform.webhooks.pruning import KEPT, forget_ended
from tijara.platform.webhooks.queries import attempts, deliveries, delivery, endpoint, endpoints
from tijara.platform.webhooks.sending import PATIENCE, send_waiting
from tijara.platform.webhooks.shapes import DeliveryState, Fault, OffWhy

from .facts import BellRung, GongHit, ParcelSentBack

pytestmark = pytest.mark.django_db(transaction=True)
STAFF = Actor(ActorKind.STAFF, new_id(), powers=STAFF_POWERS)


def listen(url: str, *, owner_id=OPERATOR_ID, types=()) -> tuple:
    id = new_id()
    secret = add_endpoint(
        actor=STAFF, owner_id=owner_id, endpoint_id=id, url=url, note="", types=types
    )
    return id, secret


def ring(owner_id=None) -> BellRung:
    fact = BellRung(owner_id or new_id(), new_id(), 3, new_id())
    with transaction.atomic():
        record(fact.owner_id, fact)
    Relay().deliver_pending()
    return fact


def the_one() -> Delivery:
    return Delivery.objects.get()


def due_now() -> None:
    Delivery.objects.filter(state="waiting").update(next_at=now() - timedelta(seconds=1))
    Endpoint.objects.update(rest_until=None)


def is_signed(headers: dict, body: bytes, secret: str) -> bool:
    signed = f"{headers['webhook-id']}.{headers['webhook-timestamp']}.".encode() + body
    raw = b64decode(secret.removeprefix("whsec_"))
    mark = "v1," + b64encode(hmac.new(raw, signed, hashlib.sha256).digest()).decode()
    return mark in headers["webhook-signature"].split(" ")


class TestAFactThatIsTold:
    def test_comes_signed_with_its_public_fields_and_no_other(self, outside):
        _, secret = listen(outside.url())
        fact = ring()
        assert send_waiting() == 1
        ((_, headers, body),) = outside.heard
        assert is_signed(headers, body, secret)
        told = json.loads(body)
        assert told["type"] == "tests.bell_rung.v1"
        assert told["data"] == {"bell_id": str(fact.bell_id), "times": 3}
        assert told["timestamp"].endswith("Z")
        assert headers["webhook-id"] == f"evt_{Event.objects.get().id.hex}"
        assert the_one().state == DeliveryState.SENT and the_one().status == 200
        assert send_waiting() == 0

    def test_that_is_not_published_stays_inside(self, outside):
        listen(outside.url())
        with transaction.atomic():
            record(OPERATOR_ID, GongHit(OPERATOR_ID))
        Relay().deliver_pending()
        assert not Delivery.objects.exists()

    def test_comes_once_though_the_relay_comes_by_twice(self, outside):
        listen(outside.url())
        ring()
        Event.objects.update(delivered_at=None)
        Relay().deliver_pending()
        send_waiting()
        assert len(outside.heard) == 1

    def test_goes_to_those_who_chose_it(self, outside):
        listen(outside.url("/well"), types=["tests.bell_rung.v1"])
        listen(outside.url("/other"), types=["orders.order_placed.v1"])
        ring()
        send_waiting()
        assert [path for path, *_ in outside.heard] == ["/well"]

    def test_of_a_seller_goes_to_the_operator_and_to_him(self, outside):
        mine, other = new_id(), new_id()
        listen(outside.url("/well"))
        listen(outside.url("/mine"), owner_id=mine)
        listen(outside.url("/others"), owner_id=other)
        ring(mine)
        send_waiting()
        assert sorted(path for path, *_ in outside.heard) == ["/mine", "/well"]

    def test_waits_while_its_endpoint_is_off(self, outside):
        id, _ = listen(outside.url())
        ring()
        switch_endpoint(actor=STAFF, owner_id=OPERATOR_ID, endpoint_id=id, is_active=False)
        assert send_waiting() == 0
        switch_endpoint(actor=STAFF, owner_id=OPERATOR_ID, endpoint_id=id, is_active=True)
        assert send_waiting() == 1


class TestAReceiver:
    def test_that_fails_is_tried_again_later_under_the_same_id(self, outside):
        listen(outside.url("/moody"))
        ring()
        send_waiting()
        assert the_one().state == DeliveryState.WAITING and the_one().next_at > now()
        assert send_waiting() == 0
        outside.status = 204
        due_now()
        assert send_waiting() == 1
        assert the_one().state == DeliveryState.SENT
        assert len({headers["webhook-id"] for _, headers, _ in outside.heard}) == 1
        told = attempts(OPERATOR_ID, the_one().id)
        assert [one.status for one in told] == [204, 500]
        assert Endpoint.objects.get().failing_since is None

    def test_that_never_takes_it_is_given_up_and_can_be_asked_again(self, outside):
        listen(outside.url("/moody"))
        ring()
        for _ in range(12):
            due_now()
            send_waiting()
        assert the_one().state == DeliveryState.GIVEN_UP and len(outside.heard) == 10
        outside.status = 200
        replay_delivery(actor=STAFF, owner_id=OPERATOR_ID, delivery_id=the_one().id)
        send_waiting()
        assert the_one().state == DeliveryState.SENT

    def test_that_redirects_is_not_followed(self, outside):
        listen(outside.url("/redirects"))
        ring()
        send_waiting()
        assert [path for path, *_ in outside.heard] == ["/redirects"]
        assert the_one().fault == Fault.REDIRECT

    def test_that_drips_for_ever_is_left_when_the_time_is_over(self, outside, monkeypatch):
        monkeypatch.setattr(outside_module, "PATIENCE", 0.5)
        listen(outside.url("/slow"))
        ring()
        send_waiting()
        assert the_one().fault == Fault.TIMEOUT

    def test_that_says_too_much_is_not_read_to_its_end(self, outside):
        listen(outside.url("/huge"))
        ring()
        send_waiting()
        (told,) = attempts(OPERATOR_ID, the_one().id)
        assert told.fault == "" and 0 < len(told.excerpt) <= 500 and "\x00" not in told.excerpt

    def test_that_asks_for_time_gets_it(self, outside):
        listen(outside.url("/busy"))
        ring()
        send_waiting()
        assert the_one().next_at > now() + timedelta(minutes=9)

    def test_that_is_gone_is_told_nothing_any_more(self, outside):
        id, _ = listen(outside.url("/gone"))
        ring()
        send_waiting()
        assert the_one().state == DeliveryState.GIVEN_UP
        off = endpoint(OPERATOR_ID, id)
        assert not off.is_active and off.off_why == OffWhy.GONE
        told = Event.objects.get(name="webhooks.endpoint_disabled.v1")
        assert told.body["host"] == "127.0.0.1" and told.body["why"] == OffWhy.GONE

    def test_that_fails_for_days_is_switched_off_once(self, outside):
        listen(outside.url("/moody"))
        ring()
        ring()
        Endpoint.objects.update(failing_since=now() - PATIENCE, failures=9)
        send_waiting()
        assert not Endpoint.objects.get().is_active
        assert Event.objects.filter(name="webhooks.endpoint_disabled.v1").count() == 1

    def test_that_is_slow_keeps_no_other_waiting(self, outside, monkeypatch):
        monkeypatch.setattr(outside_module, "PATIENCE", 3.0)
        listen(outside.url("/slow"))
        well, _ = listen(outside.url("/well"))
        for _ in range(6):
            ring()
        send_waiting()
        sent = Delivery.objects.filter(endpoint_id=well)
        assert {one.state for one in sent} == {DeliveryState.SENT}
        slow = Attempt.objects.filter(fault=Fault.TIMEOUT)
        left = min(one.started_at + timedelta(milliseconds=one.milliseconds) for one in slow)
        assert max(one.ended_at for one in sent) < left

    def test_whose_message_waits_longest_comes_first(self, outside, monkeypatch):
        monkeypatch.setattr(sending_module, "AT_ONCE", 1)
        listen(outside.url("/well"))
        oldest, _ = listen(outside.url("/oldest"))
        ring()
        waiting = Delivery.objects.filter(endpoint_id=oldest)
        waiting.update(next_at=now() - timedelta(hours=1))
        send_waiting()
        assert [path for path, *_ in outside.heard] == ["/oldest", "/well"]

    def test_that_nobody_is_at_counts_as_out_of_reach(self, outside):
        listen("http://127.0.0.1:1/")
        ring()
        send_waiting()
        assert the_one().fault == Fault.UNREACHABLE

    def test_that_fails_keeps_no_other_waiting(self, outside):
        listen(outside.url("/moody"))
        listen(outside.url("/well"))
        for _ in range(6):
            ring()
        send_waiting()
        assert [path for path, *_ in outside.heard].count("/well") == 6


class TestAPrivateAddress:
    @pytest.fixture(autouse=True)
    def _the_usual_rule(self, outside, settings):
        settings.WEBHOOKS_ANYWHERE = False

    @pytest.mark.parametrize("host", ["127.0.0.1", "localhost", "[::1]", "[::ffff:127.0.0.1]"])
    def test_is_refused_when_it_is_written(self, outside, host):
        with pytest.raises(EndpointInvalid) as refused:
            listen(f"http://{host}:{outside.port}/well")
        assert refused.value.fields == {"url": "not_public"}

    @pytest.mark.parametrize("host", ["127.0.0.1", "localhost", "[::1]", "[::ffff:127.0.0.1]"])
    def test_is_never_reached(self, outside, settings, host):
        """Whatever its name says when it is added: what counts is where it leads."""
        settings.WEBHOOKS_ANYWHERE = True
        listen(f"http://{host}:{outside.port}/well")
        settings.WEBHOOKS_ANYWHERE = False
        ring()
        send_waiting()
        assert the_one().fault == Fault.NOT_PUBLIC and not outside.heard


class TestAnEndpoint:
    def test_is_added_once_and_by_https_where_it_is_earnest(self, outside, settings):
        id, _ = listen(outside.url())
        with pytest.raises(EndpointKnown):
            listen(outside.url())
        settings.DEMONSTRATION = False
        with pytest.raises(EndpointInvalid) as refused:
            listen("http://example.com/hook")
        assert refused.value.fields == {"url": "not_https"}
        with pytest.raises(EndpointInvalid) as refused:
            change_endpoint(
                actor=STAFF,
                owner_id=OPERATOR_ID,
                endpoint_id=id,
                url="https://example.com",
                note="n" * 121,
                types=["orders.order_sung.v1"],
            )
        assert set(refused.value.fields) == {"note", "types"}

    def test_keeps_its_secret_sealed_and_out_of_the_log(self, outside):
        _, secret = listen(outside.url())
        assert secret not in Endpoint.objects.get().secret
        entry = AuditEntry.objects.get()
        assert entry.action == "webhooks.add_endpoint"
        assert secret not in str(entry.facts) and "127.0.0.1" not in str(entry.facts)

    def test_that_changes_its_secret_signs_with_both_for_a_day(self, outside):
        id, old = listen(outside.url())
        new = rotate_secret(actor=STAFF, owner_id=OPERATOR_ID, endpoint_id=id)
        ring()
        send_waiting()
        ((_, headers, body),) = outside.heard
        assert is_signed(headers, body, old) and is_signed(headers, body, new)
        Endpoint.objects.update(old_until=now())
        ring()
        send_waiting()
        _, headers, body = outside.heard[-1]
        assert not is_signed(headers, body, old) and is_signed(headers, body, new)

    def test_that_changes_its_secret_twice_still_signs_with_the_one_receivers_have(self, outside):
        id, old = listen(outside.url())
        for _ in range(2):
            new = rotate_secret(actor=STAFF, owner_id=OPERATOR_ID, endpoint_id=id)
        ring()
        send_waiting()
        ((_, headers, body),) = outside.heard
        assert is_signed(headers, body, old) and is_signed(headers, body, new)
        Endpoint.objects.update(old_until=now() - timedelta(seconds=1))
        newest = rotate_secret(actor=STAFF, owner_id=OPERATOR_ID, endpoint_id=id)
        ring()
        send_waiting()
        _, headers, body = outside.heard[-1]
        assert is_signed(headers, body, new) and is_signed(headers, body, newest)
        assert not is_signed(headers, body, old)

    def test_is_tried_out(self, outside):
        id, _ = listen(outside.url(), types=["orders.order_placed.v1"])
        made = try_endpoint(actor=STAFF, owner_id=OPERATOR_ID, endpoint_id=id)
        send_waiting()
        assert delivery(OPERATOR_ID, made).state == DeliveryState.SENT
        switch_endpoint(actor=STAFF, owner_id=OPERATOR_ID, endpoint_id=id, is_active=False)
        with pytest.raises(EndpointOff):
            try_endpoint(actor=STAFF, owner_id=OPERATOR_ID, endpoint_id=id)
        with pytest.raises(EndpointOff):
            replay_delivery(actor=STAFF, owner_id=OPERATOR_ID, delivery_id=made)

    def test_that_is_removed_takes_its_deliveries_along(self, outside):
        id, _ = listen(outside.url())
        ring()
        send_waiting()
        remove_endpoint(actor=STAFF, owner_id=OPERATOR_ID, endpoint_id=id)
        assert not Delivery.objects.exists() and not Attempt.objects.exists()
        assert endpoints(OPERATOR_ID) == []

    def test_of_a_seller_hears_of_a_buyers_fact_that_names_him(self, outside):
        mine, other, buyer = new_id(), new_id(), new_id()
        listen(outside.url("/mine"), owner_id=mine)
        listen(outside.url("/others"), owner_id=other)
        with transaction.atomic():
            record(buyer, ParcelSentBack(buyer, mine))
        Relay().deliver_pending()
        assert the_one().owner_id == mine and str(buyer) not in the_one().body

    def test_of_one_owner_is_nothing_to_another(self, outside):
        listen(outside.url(), owner_id=new_id())
        assert endpoints(OPERATOR_ID) == [] and deliveries(OPERATOR_ID).items == []
        with pytest.raises(NotReplayable):
            replay_delivery(actor=STAFF, owner_id=OPERATOR_ID, delivery_id=new_id())

    def test_is_for_those_who_may(self):
        support = Actor(ActorKind.STAFF, new_id(), powers=frozenset())
        with pytest.raises(NotAllowed):
            rotate_secret(actor=support, owner_id=OPERATOR_ID, endpoint_id=new_id())


def test_what_ended_long_ago_is_forgotten_and_what_waits_is_not(outside):
    listen(outside.url("/moody"))
    ring()
    send_waiting()
    Delivery.objects.update(created_at=now() - KEPT - timedelta(days=1))
    assert forget_ended() == 0
    Delivery.objects.update(state=DeliveryState.GIVEN_UP)
    assert forget_ended() == 1
    assert not Attempt.objects.exists()
