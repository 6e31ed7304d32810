"""A buyer complains from his order's page, without a script, and follows what comes of it."""

import pytest
from django.test import Client

from tijara.domains.deals.queries import deal_of_order, dispute_of_order
from tijara.domains.deals.shapes import DealState, ProcessKind
from tijara.domains.deals.testing import choose, make_dispute, make_due, make_held_order
from tijara.domains.orders.queries import order_link_token
from tijara.domains.returns.testing import name_store

pytestmark = pytest.mark.django_db
HOSTILE = "<script>alert(1)</script>"


@pytest.fixture
def client():
    return Client(headers={"sec-fetch-site": "same-origin"})


@pytest.fixture
def order():
    choose(ProcessKind.FOR_BUYER)
    made = make_held_order()
    name_store(made.seller_id)
    return made


def page_of(order, rest=""):
    return f"/orders/{order_link_token(order.seller_id, order.id)}{rest}"


def read(client, path):
    answer = client.get(path)
    assert answer.status_code == 200
    return answer.content.decode()


def test_the_order_says_that_he_is_protected_and_leads_there(client, order):
    assert page_of(order, "/dispute") in read(client, page_of(order))
    make_due(order)
    assert page_of(order, "/dispute") not in read(client, page_of(order))
    assert "لم يبق مبلغ محفوظ لهذا الطلب" in read(client, page_of(order, "/dispute"))


def test_complaining_and_what_is_missing_is_asked_for(client, order):
    page = page_of(order, "/dispute")
    for given in ({"words": "وصلت مكسورة"}, {"reason": "damaged"}, {"reason": "x", "words": "ا"}):
        answer = client.post(page, given)
        assert answer.status_code == 422
        assert given.get("words", "") in answer.content.decode()
    assert client.post(page, {"reason": "damaged", "words": HOSTILE}).status_code == 303
    told = dispute_of_order(order.seller_id, order.id)
    assert told and told.said[0].text == HOSTILE
    shown = client.get(page)
    assert "&lt;script&gt;" in shown.content.decode()
    assert shown["Cache-Control"] == "private, no-store"
    assert "Your complaint" not in shown.content.decode()
    assert "Look at your complaint" in read(client, f"/en{page_of(order)}")
    again = client.post(page, {"reason": "damaged", "words": "ثانية"})
    assert again.status_code == 303
    assert len(dispute_of_order(order.seller_id, order.id).said) == 1


def test_withdrawing(client):
    order = make_dispute()
    name_store(order.seller_id)
    page = page_of(order, "/dispute")
    assert "/dispute/withdrawal" in read(client, page)
    assert client.post(f"{page}/withdrawal").status_code == 303
    assert deal_of_order(order.seller_id, order.id).state == DealState.SETTLED
    assert "/dispute/withdrawal" not in read(client, page)
    assert client.post(f"{page}/withdrawal").status_code == 303


def test_where_the_market_knows_none_there_is_none(client):
    order = make_held_order()
    name_store(order.seller_id)
    page = page_of(order, "/dispute")
    assert page not in read(client, page_of(order))
    answer = client.post(page, {"reason": "damaged", "words": "مكسورة"})
    assert answer.status_code == 303
    assert dispute_of_order(order.seller_id, order.id) is None
