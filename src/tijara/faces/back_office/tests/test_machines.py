"""Events, jobs, webhooks, the trail, health: what staff look into and set going again."""

import re
from datetime import timedelta

import pytest
from django.db import connection
from django.test import Client

from tijara.domains.orders.actions import confirm_order
from tijara.domains.parties.testing import seller_actor
from tijara.kit.clock import going_from, now
from tijara.kit.ids import new_id
from tijara.platform.outbox.models import Event
from tijara.platform.outbox.relay import MOST_ATTEMPTS, Relay
from tijara.platform.outbox.subscriptions import subscriptions
from tijara.platform.pulse.taking import take_beat
from tijara.platform.webhooks.models import Delivery, Endpoint
from tijara.platform.webhooks.published import published_facts
from tijara.ui.desks.hook_words import FACTS

pytestmark = pytest.mark.django_db(transaction=True)
NEW = "/office/webhooks/new"


def read(staff: Client, path: str) -> str:
    answer = staff.get(path)
    assert answer.status_code == 200, (path, answer.status_code)
    return answer.content.decode()


def told(sale) -> Event:
    """Of an order that its store has just confirmed."""
    actor = seller_actor(sale.seller_id)
    confirm_order(actor=actor, seller_id=sale.seller_id, order_id=sale.order_id)
    return Event.objects.get(name="orders.order_confirmed.v1")


def added(staff: Client, **given) -> tuple[str, str]:
    """(the endpoint's address in the office, its secret)."""
    form = re.search(r'name="id" value="([0-9a-f-]+)"', read(staff, NEW))[1]
    fields = {"id": form, "url": "https://example.com/hook", "note": "", "which": "all"} | given
    answer = staff.post(NEW, fields)
    assert answer.status_code == 200
    secret = re.search(r"whsec_[A-Za-z0-9+/=]+", answer.content.decode())[0]
    return f"/office/webhooks/{form}", secret


def test_every_fact_has_its_words():
    ours = {name for name in subscriptions() | published_facts() if not name.startswith("tests.")}
    assert ours <= set(FACTS)


class TestAnEvent:
    def test_shows_what_it_tells_and_no_id_of_its_buyer(self, staff, sale):
        event = told(sale)
        Relay().deliver_pending()
        shown = read(staff, f"/office/owners/{event.owner_id}/events/{event.id}")
        assert sale.number in shown and event.body["buyer_id"] not in shown
        assert "orders.tell_buyer_of_confirmation" in shown

    def test_is_found_by_its_name_its_owner_and_its_order(self, staff, sale):
        event = told(sale)
        Relay().deliver_pending()
        address = f"/office/owners/{event.owner_id}/events/{event.id}"
        for narrowed in (
            f"name={event.name}",
            f"owner={event.owner_id}",
            f"about={event.id}",
            f"owner={event.owner_id}&about={event.body['order_id']}",
        ):
            assert address in read(staff, f"/office/events?kind=all&{narrowed}")
        assert address not in read(staff, f"/office/events?kind=all&owner={new_id()}")
        assert address not in read(staff, "/office/events")

    def test_that_is_stuck_is_on_the_overview_and_is_tried_again(self, staff, sale):
        event = told(sale)
        Event.objects.filter(id=event.id).update(attempts=MOST_ATTEMPTS, last_error="tests.Broken")
        assert "/office/events?kind=parked" in read(staff, "/office/")
        assert "tests.Broken" in read(staff, "/office/events?kind=parked")
        staff.post(f"/office/owners/{event.owner_id}/events/{event.id}/retry")
        Relay().deliver_pending()
        assert "/office/events?kind=parked" not in read(staff, "/office/")


class TestAWebhook:
    def test_shows_its_secret_once(self, staff):
        address, secret = added(staff)
        assert secret not in read(staff, address)
        changed = staff.post(f"{address}/secret").content.decode()
        assert secret not in changed and "whsec_" in changed

    def test_that_is_sent_twice_is_one(self, staff):
        form = re.search(r'name="id" value="([0-9a-f-]+)"', read(staff, NEW))[1]
        fields = {"id": form, "url": "https://example.com/hook", "which": "all"}
        assert [staff.post(NEW, fields).status_code for _ in range(2)] == [200, 422]
        assert Endpoint.objects.count() == 1

    @pytest.mark.parametrize("url", ["", "javascript:alert(1)", "https://a:b@c.example", "x" * 900])
    def test_with_an_address_that_is_none_keeps_what_was_written(self, staff, url):
        fields = {"id": str(new_id()), "url": url, "note": "حساباتي", "which": "some"}
        answer = staff.post(NEW, fields | {"type": "orders.order_placed.v1"})
        shown = answer.content.decode()
        assert answer.status_code == 422 and "حساباتي" in shown and 'aria-invalid="true"' in shown
        assert re.search(r'value="orders.order_placed.v1" checked', shown)
        assert not Endpoint.objects.exists()

    def test_is_told_shown_and_sent_once_more(self, staff, sale):
        Relay().deliver_pending()
        address, _ = added(staff)
        event = told(sale)
        Relay().deliver_pending()
        made = Delivery.objects.get(event_name=event.name)
        page = f"/office/webhooks/deliveries/{made.id}"
        assert page in read(staff, address)
        assert page in read(staff, f"/office/owners/{event.owner_id}/events/{event.id}")
        assert event.body["buyer_id"] not in read(staff, page)
        Delivery.objects.update(state="given_up", attempts=10)
        assert page in read(staff, f"{address}?state=given_up")
        staff.post(f"{page}/replay")
        assert Delivery.objects.get().state == "waiting"

    def test_is_changed_tried_switched_off_and_removed(self, staff):
        address, _ = added(staff)
        staff.post(
            f"{address}/change",
            {"url": "https://example.com/b", "which": "some", "type": "orders.order_placed.v1"},
        )
        assert Endpoint.objects.get().types == ["orders.order_placed.v1"]
        assert staff.post(f"{address}/test").status_code == 303
        assert Delivery.objects.get().event_name == "webhooks.test.v1"
        staff.post(f"{address}/switch", {"active": "no"})
        assert not Endpoint.objects.get().is_active
        staff.post(f"{address}/removal")
        assert not Endpoint.objects.exists() and staff.get(address).status_code == 404
        assert staff.post(f"{address}/removal").status_code == 404

    def test_that_was_switched_off_is_on_the_overview(self, staff):
        added(staff)
        Endpoint.objects.update(is_active=False, off_why="failing", times_off=1)
        assert 'href="/office/webhooks"' in read(staff, "/office/").split("<main")[1]


class TestAJob:
    def test_that_failed_is_tried_again_and_once(self, staff):
        with connection.cursor() as cursor:
            cursor.execute(
                "INSERT INTO procrastinate_jobs (queue_name, task_name, status) "
                "VALUES ('default', 'orders.expire_orders', 'failed') RETURNING id"
            )
            job = cursor.fetchone()[0]
        assert "/office/jobs" in read(staff, "/office/").split("<main")[1]
        assert f'name="job" value="{job}"' in read(staff, "/office/jobs")
        for _ in range(2):
            assert staff.post("/office/jobs/retry", {"job": job}).status_code == 303
        with connection.cursor() as cursor:
            cursor.execute("SELECT status::text FROM procrastinate_jobs")
            assert cursor.fetchall() == [("todo",)]

    @pytest.mark.parametrize("task", ["outbox.forget_delivered", "os.system", ""])
    def test_of_the_clock_is_run_now_and_no_other(self, staff, task):
        for _ in range(2):
            assert staff.post("/office/jobs/run", {"task": task}).status_code == 303
        with connection.cursor() as cursor:
            cursor.execute("SELECT task_name FROM procrastinate_jobs")
            names = cursor.fetchall()
        assert names == ([(task,)] if task.startswith("outbox") else [])

    @pytest.mark.parametrize("job", ["", "x", "-1", "9" * 30, "١"])
    def test_that_nobody_knows_is_refused(self, staff, job):
        assert staff.post("/office/jobs/retry", {"job": job}).status_code == 303


def test_the_trail_is_narrowed_by_act_person_and_store(staff, sale):
    actor = seller_actor(sale.seller_id)
    confirm_order(actor=actor, seller_id=sale.seller_id, order_id=sale.order_id)
    order = f"/orders/{sale.order_id}"
    assert order in read(staff, "/office/acts?act=orders.confirm_order")
    assert order in read(staff, f"/office/acts?seller={sale.seller_id}")
    assert order not in read(staff, "/office/acts?act=orders.cancel_order")
    assert order not in read(staff, f"/office/acts?person={new_id()}")
    assert read(staff, "/office/acts?act=';--&person=x&seller=y")


def test_health_says_that_nothing_works_by_itself_without_a_worker(staff):
    shown = read(staff, "/office/health")
    assert "العامل الخلفي متوقف" in shown and "postgresql" in shown
    with connection.cursor() as cursor:
        cursor.execute("INSERT INTO procrastinate_workers (last_heartbeat) VALUES (now())")
    assert "العامل الخلفي متوقف" not in read(staff, "/office/health")


def test_health_has_a_past_that_is_drawn_and_tells_of_gaps(staff):
    assert "spark" not in read(staff, "/office/health")
    for minutes in (300, 5):
        with going_from(now() - timedelta(minutes=minutes)):
            take_beat()
    day = read(staff, "/office/health")
    assert day.count('class="spark') == 6 and "توقّف العامل الخلفي" in day
    assert 'class="spark' in read(staff, "/office/health?past=week")
    assert read(staff, "/office/health?past=<b>")
