"""A flash sale as a buyer meets it, page by page."""

import re
from datetime import timedelta

import pytest
from django.test import Client

from tijara.domains.flash_sales.testing import Shop
from tijara.domains.markets.testing import make_market
from tijara.faces.storefront import flash_shown
from tijara.faces.storefront.flash_passes import cookie_of
from tijara.kit.clock import now

pytestmark = pytest.mark.django_db
OURS = {"HTTP_SEC_FETCH_SITE": "same-origin"}
ADDRESS = {
    "recipient": "نورة السبيعي",
    "phone": "0551234567",
    "city": "sa-riyadh",
    "district": "حي العليا",
    "street": "شارع التحلية",
    "building": "12",
    "payment": "cash_on_delivery",
}
SHOWN = re.compile(r'name="shown" value="([^"]+)"')


@pytest.fixture
def client():
    return Client(**OURS)


@pytest.fixture
def shop(monkeypatch):
    monkeypatch.setattr(flash_shown, "READING", timedelta(0))
    market = make_market(payment_methods=("cash_on_delivery", "card"), pay_minutes=60)
    return Shop(market, units=2).opened()


def address_of(shop, more=""):
    return f"/s/{shop.store.slug}/sales/{shop.sale_id}{more}"


def joins(client, shop):
    shown = SHOWN.search(client.get(address_of(shop)).text)[1]
    item = shop.sale.items[0].id
    return client.post(address_of(shop), {"shown": shown, "item": item, "quantity": "1"})


class TestWay:
    def test_from_the_countdown_to_the_order(self, client, shop):
        assert "data-until" in client.get(address_of(shop)).text
        assert joins(client, shop).headers["Location"].endswith("/order")
        assert "أنت في القرعة" in client.get(address_of(shop)).text
        kept = client.post(address_of(shop, "/order"), ADDRESS)
        assert kept.status_code == 303
        shop.begins()
        shown = client.get(address_of(shop)).text
        assert address_of(shop, "/purchase") in shown
        bought = client.post(address_of(shop, "/purchase"))
        assert bought.headers["Location"].endswith("?answer=bought")
        onward = client.get(bought.headers["Location"])
        assert "/checkouts/" in onward.headers["Location"]
        assert client.get(onward.headers["Location"]).status_code == 200
        again = client.post(address_of(shop, "/purchase"))
        assert again.headers["Location"].endswith("?answer=duplicate")
        assert shop.sale.sold == 1

    def test_before_it_begins_it_says_in_words_how_long_yet(self, client, shop):
        begins = now() + timedelta(hours=5)
        shop.clock(starts_at=begins, ends_at=begins + timedelta(hours=1))
        assert "بعد 5 ساعات</p>" in client.get(address_of(shop)).text

    def test_a_wrong_address_is_told_field_by_field(self, client, shop):
        joins(client, shop)
        wrong = client.post(address_of(shop, "/order"), ADDRESS | {"phone": "12"})
        assert wrong.status_code == 422 and 'aria-invalid="true"' in wrong.text

    def test_the_room_says_where_one_stands(self, client, shop):
        joins(client, shop)
        room = client.get(address_of(shop, "?part=room"))
        assert room.headers["X-Part"] == "flash_room"
        assert "<html" not in room.text

    def test_a_place_survives_a_lost_guest_cookie(self, client, shop):
        joins(client, shop)
        client.get(address_of(shop))
        del client.cookies["buyer"]
        assert "data-watch" in client.get(address_of(shop)).text

    def test_one_may_leave(self, client, shop):
        joins(client, shop)
        client.post(address_of(shop), {"act": "leave"})
        assert shop.states == ["left"]
        assert joins(client, shop).status_code == 303
        assert shop.states == ["waiting"]


class TestRobots:
    def test_a_form_that_comes_back_at_once_is_asked_again(self, client, shop, monkeypatch):
        monkeypatch.setattr(flash_shown, "READING", timedelta(hours=1))
        assert joins(client, shop).status_code == 409
        assert shop.states == []

    def test_a_form_that_was_never_shown(self, client, shop):
        told = {"item": shop.sale.items[0].id, "quantity": "1", "shown": "1:2:3"}
        assert client.post(address_of(shop), told).status_code == 409

    def test_a_form_that_was_shown_to_another_is_not_his(self, client, shop):
        """Fetched once, sent by many: each must have looked himself."""
        shown = SHOWN.search(client.get(address_of(shop)).text)[1]
        told = {"item": shop.sale.items[0].id, "quantity": "1", "shown": shown}
        for robot in (Client(**OURS), Client(**OURS)):
            assert robot.post(address_of(shop), told).status_code == 409
            robot.get(address_of(shop))
            assert robot.post(address_of(shop), told).status_code == 409
        assert shop.states == []

    def test_a_form_that_is_sent_twice_is_one_place(self, client, shop):
        """As a weak network does: the first answer never came."""
        shown = SHOWN.search(client.get(address_of(shop)).text)[1]
        told = {"item": shop.sale.items[0].id, "quantity": "1", "shown": shown}
        before = {name: one.value for name, one in client.cookies.items()}
        assert client.post(address_of(shop), told).status_code == 303
        again = Client(**OURS)
        again.cookies.load(before)
        assert again.post(address_of(shop), told).status_code == 303
        assert shop.states == ["waiting"]

    def test_a_form_of_one_sale_is_none_of_another(self, client, shop):
        other = Shop(shop.market, units=1).opened()
        shown = SHOWN.search(client.get(address_of(other)).text)[1]
        told = {"item": shop.sale.items[0].id, "quantity": "1", "shown": shown}
        assert client.post(address_of(shop), told).status_code == 409

    def test_a_forged_pass_is_no_place(self, client, shop):
        joins(client, shop)
        client.get(address_of(shop))
        del client.cookies["buyer"]
        name = cookie_of(shop.sale_id)
        client.cookies[name] = client.cookies[name].value[:-1] + "x"
        assert "data-watch" not in client.get(address_of(shop)).text


class TestWhoSees:
    def test_what_is_not_agreed_is_not_there(self, client):
        shop = Shop(make_market())
        shop.proposes()
        assert client.get(address_of(shop)).status_code == 404

    def test_the_list_shows_what_is_for_everybody(self, client, shop):
        assert address_of(shop) in client.get("/sales").text
        shop.clock(audience="by_link")
        assert address_of(shop) not in client.get("/sales").text
        assert client.get(address_of(shop)).status_code == 200

    def test_with_an_account_only(self, client, shop):
        shop.clock(audience="signed_in")
        assert "/account/sign-in" in joins(client, shop).headers["Location"]

    def test_over_says_how_it_went(self, client, shop):
        shop.clock(starts_at=now() - timedelta(hours=2), ends_at=now() - timedelta(seconds=1))
        assert client.get(address_of(shop)).status_code == 200


def test_from_another_market_it_leads_to_its_own(client, shop):
    make_market("eg", country="EG", currency="EGP")
    told = client.get(f"/eg{address_of(shop)}")
    assert told.status_code == 302 and told["Location"] == address_of(shop)
