"""What staff see, and that nobody else does."""

import re

import pytest
from django.db import connection
from django.test import Client
from procrastinate.contrib.django import app

from tijara.domains.inventory.queries import low_stock
from tijara.domains.inventory.testing import make_stock
from tijara.domains.messaging.testing import make_message
from tijara.domains.orders.actions import confirm_order
from tijara.domains.orders.queries import order_link_token
from tijara.domains.parties.testing import make_seller, seller_actor
from tijara.faces.back_office.urls import urlpatterns
from tijara.faces.back_office.words import PROOFS, TASKS
from tijara.kit.actor import SYSTEM
from tijara.kit.ids import new_id
from tijara.platform.audits import proof_codes
from tijara.platform.jobs.queries import pump_names, schedules
from tijara.platform.limits import forget_all
from tijara.platform.outbox.models import Event
from tijara.platform.outbox.relay import MOST_ATTEMPTS, Relay
from tijara.platform.proving.actions import prove_all

pytestmark = pytest.mark.django_db(transaction=True)


def addresses() -> list[str]:
    routes = [str(pattern.pattern) for pattern in urlpatterns]
    routes = [re.sub(r"<uuid:\w+>", lambda _: str(new_id()), route) for route in routes]
    routes = [re.sub(r"<(slug|str):\w+>", "express", route) for route in routes]
    assert not any("<" in route for route in routes)
    return [f"/office/{route}" for route in routes]


def read(staff: Client, path: str) -> str:
    answer = staff.get(path)
    assert answer.status_code == 200, (path, answer.status_code)
    return answer.content.decode()


@pytest.mark.parametrize("method", ["get", "post"])
def test_nobody_but_staff_enters_any_address(person, method):
    stranger = Client(headers={"sec-fetch-site": "same-origin"})
    for address in addresses():
        forget_all()
        assert getattr(person, method)(address).status_code in (403, 405), address
        assert getattr(stranger, method)(address).status_code in (303, 405), address


def test_orders_of_all_stores_are_listed_and_found(staff, sale):
    assert sale.number in read(staff, "/office/orders")
    assert str(sale.order_id) in read(staff, f"/office/orders?q={sale.number[:6]}")
    assert str(sale.order_id) not in read(staff, "/office/orders?state=delivered")
    assert str(sale.order_id) in read(staff, "/office/")


def test_an_order_is_shown_with_its_journal(staff, sale):
    shown = read(staff, f"/office/sellers/{sale.seller_id}/orders/{sale.order_id}")
    assert "ذمم المشترين" in shown
    assert "+966551234567" in shown
    unknown = f"/office/sellers/{new_id()}/orders/{sale.order_id}"
    assert staff.get(unknown).status_code == 404


def test_staff_are_not_handed_the_key_with_which_the_buyer_acts(staff, sale):
    """Whoever holds it cancels in the buyer's name, and no audit row would tell."""
    page = read(staff, f"/office/sellers/{sale.seller_id}/orders/{sale.order_id}")
    assert order_link_token(sale.seller_id, sale.order_id) not in page


def proved(staff: Client) -> str:
    """Somebody asks, and the worker does it."""
    assert staff.post("/office/audit").headers["Location"] == "/office/audit"
    assert "يجري الفحص" in read(staff, "/office/audit")
    prove_all(actor=SYSTEM)
    return read(staff, "/office/audit")


def test_the_proofs_hold_and_are_counted(staff, sale):
    assert "لم يُجرَ أي فحص بعد" in read(staff, "/office/audit")
    shown = proved(staff)
    assert "كل شيء مطابق" in shown
    assert "صحيح" in shown
    assert "خلل" not in shown


def test_a_fault_in_the_data_is_shown(staff):
    """Somebody wrote into the table behind everyone's back."""
    seller_id = make_seller()
    stock_id = make_stock(seller_id, 3)
    with connection.cursor() as cursor:
        cursor.execute("UPDATE inventory_stock SET on_hand = 2 WHERE id = %s", [stock_id])
    shown = proved(staff)
    assert "فحص واحد أظهر خللًا" in shown
    assert str(stock_id) in shown
    assert low_stock(seller_id)


def test_a_visit_proves_nothing_and_what_was_found_stays_until_more_is(staff):
    """Proofs read whole tables: no page waits for that."""
    assert "كل شيء مطابق" in proved(staff)
    stock_id = make_stock(make_seller(), 3)
    with connection.cursor() as cursor:
        cursor.execute("UPDATE inventory_stock SET on_hand = 2 WHERE id = %s", [stock_id])
    assert "كل شيء مطابق" in read(staff, "/office/audit")
    assert staff.post("/office/audit").status_code == 303
    assert staff.post("/office/audit").status_code == 303
    waiting = read(staff, "/office/audit")
    assert "كل شيء مطابق" in waiting and "يجري الفحص" in waiting
    app.tasks["proving.prove_all"].func(0)
    shown = read(staff, "/office/audit")
    assert str(stock_id) in shown and "يجري الفحص" not in shown


def test_acts_are_told_with_their_order(staff, sale):
    confirm_order(
        actor=seller_actor(sale.seller_id), seller_id=sale.seller_id, order_id=sale.order_id
    )
    shown = read(staff, "/office/acts")
    assert "أكّد طلبًا" in shown
    assert f"/orders/{sale.order_id}" in shown


def test_sellers_are_listed_with_their_terms(staff, sale):
    shown = read(staff, "/office/sellers")
    assert "مؤسسة بيت النحّاس" in shown
    assert "%" in shown


def test_a_parked_event_is_seen_and_tried_again(staff, sale):
    Event.objects.update(attempts=MOST_ATTEMPTS, last_error="tests.Broken")
    event = Event.objects.first()
    shown = read(staff, "/office/events")
    assert "tests.Broken" in shown
    path = f"/office/owners/{event.owner_id}/events/{event.id}/retry"
    assert path in shown
    assert staff.post(path)["Location"] == "/office/events"
    assert Event.objects.get(id=event.id).attempts == 0
    Relay().deliver_pending()
    again = staff.post(path)
    assert again["Location"] == "/office/events"
    assert "وصل الحدث" in read(staff, "/office/events")


def test_messages_are_told_by_their_state_and_never_by_their_words(staff):
    make_message(text="رمزك 123456", html="<p>رمزك 123456</p>", last_error="450 later", attempts=2)
    shown = read(staff, "/office/messages?state=waiting")
    assert "450 later" in shown
    assert "123456" not in shown
    assert "450 later" not in read(staff, "/office/messages?state=sent")


def test_lists_ask_the_database_few_times(staff, sale, django_assert_max_num_queries):
    """Session and person; then at most five of the page's own."""
    for path in ("/office/orders", "/office/sellers", "/office/events", "/office/messages"):
        read(staff, path)
        with django_assert_max_num_queries(2 + 5):
            read(staff, path)


def test_every_proof_is_said_in_the_readers_language():
    assert set(proof_codes()) <= set(PROOFS)


def test_all_that_the_clock_brings_has_words():
    assert {*(one.name for one in schedules()), *pump_names()} <= set(TASKS)


def test_sales_of_any_days_are_told_of_all_stores(staff, sale):
    today = read(staff, "/office/sales?span=7&against=nothing")
    assert today.count('<section class="stats"') >= 1
    assert "مشترون جدد" in today and "ما صُرف للبائعين" in today
    assert re.search(r"مشترون جدد</span><span class=.v.><bdi[^>]*>1<", today)
    told = read(staff, "/office/sales/sales.csv?span=7").splitlines()
    assert sum(int(line.split(",")[1]) for line in told[1:]) == 1
