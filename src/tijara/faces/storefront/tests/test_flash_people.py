"""Whose a place in a flash sale is, when several people use one browser, and one person several."""

import re
from datetime import timedelta

import pytest
from django.test import Client

from tijara.domains.accounts.queries import account
from tijara.domains.accounts.testing import PASSWORD, make_account
from tijara.domains.flash_sales.testing import Shop
from tijara.domains.markets.testing import make_market
from tijara.domains.parties.queries import addresses, buyers_of
from tijara.faces.storefront import flash_shown
from tijara.faces.storefront.flash_desk import FlashDesk
from tijara.faces.storefront.flash_passes import cookie_of

from .at_the_front import answers

pytestmark = pytest.mark.django_db
SHOWN = re.compile(r'name="shown" value="([^"]+)"')
ADDRESS = {
    "recipient": "نورة السبيعي",
    "phone": "0551234567",
    "city": "sa-riyadh",
    "district": "حي العليا",
    "street": "شارع التحلية",
    "building": "12",
    "payment": "cash_on_delivery",
}
HER_STREET = "شارع التحلية"


@pytest.fixture
def shop(monkeypatch):
    monkeypatch.setattr(flash_shown, "READING", timedelta(0))
    market = make_market(payment_methods=("cash_on_delivery", "card"), pay_minutes=60)
    return Shop(market, units=2).opened()


@pytest.fixture
def client():
    return Client(HTTP_SEC_FETCH_SITE="same-origin")


@pytest.fixture
def people():
    return make_account(), make_account()


def at(shop, more="", language=""):
    return f"{language}/s/{shop.store.slug}/sales/{shop.sale_id}{more}"


def signs_in(client, person):
    told = {"email": account(person).email, "password": PASSWORD}
    assert client.post("/account/sign-in", told).status_code == 303


def signs_out(client):
    client.post("/account/sign-out")


def stands_in_line(client, shop):
    shown = SHOWN.search(client.get(at(shop)).text)[1]
    item = shop.sale.items[0].id
    told = client.post(at(shop), {"shown": shown, "item": item, "quantity": "1"})
    assert told.status_code == 303
    client.get(at(shop))


def makes_ready(client, shop, **more):
    assert client.post(at(shop, "/order"), ADDRESS | more).status_code == 303
    client.get(at(shop))


def is_waiting(client, shop, language=""):
    return "data-watch" in client.get(at(shop, language=language)).text


def planted(client, passed, shop):
    """As a browser that kept the cookie: a crash, a session that ran out."""
    client.cookies[cookie_of(shop.sale_id)] = passed


class TestAfterSomebodyElse:
    def test_signing_out_leaves_no_pass_behind(self, client, shop, people):
        signs_in(client, people[0])
        stands_in_line(client, shop)
        assert client.cookies[cookie_of(shop.sale_id)].value
        signs_out(client)
        assert not client.cookies[cookie_of(shop.sale_id)].value
        assert not is_waiting(client, shop)

    def test_a_pass_that_was_left_shows_nobodys_home(self, client, shop, people):
        signs_in(client, people[0])
        stands_in_line(client, shop)
        makes_ready(client, shop, keep_address="on")
        assert HER_STREET in client.get(at(shop, "/order")).text
        passed = client.cookies[cookie_of(shop.sale_id)].value
        signs_out(client)
        planted(client, passed, shop)
        assert client.get(at(shop, "/order")).status_code == 303
        signs_in(client, people[1])
        planted(client, passed, shop)
        assert not is_waiting(client, shop)
        assert client.get(at(shop, "/order")).status_code == 303
        stands_in_line(client, shop)
        assert HER_STREET not in client.get(at(shop, "/order")).text
        assert shop.states == ["waiting", "waiting"]

    def test_nor_of_a_guest_who_had_signed_in_elsewhere_and_gone(self, client, shop, people):
        """She took the place as a guest and never looked at it again."""
        stands_in_line(client, shop)
        makes_ready(client, shop)
        passed = client.cookies[cookie_of(shop.sale_id)].value
        signs_in(client, people[0])
        signs_out(client)
        planted(client, passed, shop)
        assert not is_waiting(client, shop)
        signs_in(client, people[1])
        planted(client, passed, shop)
        assert not is_waiting(client, shop)
        assert client.get(at(shop, "/order")).status_code == 303

    def test_an_address_is_kept_in_ones_own_book(self, client, shop, people):
        """The place was a guest's; who signed in writes in it, and keeps what he wrote."""
        stands_in_line(client, shop)
        signs_in(client, people[0])
        makes_ready(client, shop, keep_address="on")
        home, guest = buyers_of(people[0])
        assert [one.fields["street"] for one in addresses(home)] == [HER_STREET]
        assert addresses(guest) == []

    @pytest.mark.django_db(transaction=True)
    def test_the_front_takes_a_pass_only_in_its_own_session(self, client, shop, people):
        signs_in(client, people[0])
        stands_in_line(client, shop)
        makes_ready(client, shop)
        shop.begins()
        client.get(at(shop))
        passed = client.cookies[cookie_of(shop.sale_id)].value
        hers = client.cookies["sessionid"].value
        desk = FlashDesk()
        try:
            others = [scope_of(shop, passed, one) for one in ("", "sessionid=another; ")]
            assert answers(desk, *others) == [None, None]
            (sent,) = answers(desk, scope_of(shop, passed, f"sessionid={hers}; "))
            assert dict(sent[0]["headers"])[b"location"].endswith(b"answer=bought")
        finally:
            desk.desk.close()


def scope_of(shop, passed, before):
    cookies = f"{before}{cookie_of(shop.sale_id)}={passed}".encode()
    return {
        "type": "http",
        "method": "POST",
        "path": at(shop, "/purchase"),
        "query_string": b"",
        "headers": [
            (b"host", b"localhost"), (b"cookie", cookies), (b"sec-fetch-site", b"same-origin"),
        ],
    }  # fmt: skip


class TestSigningInWhileWaiting:
    def test_keeps_the_place(self, client, shop, people):
        stands_in_line(client, shop)
        signs_in(client, people[0])
        assert is_waiting(client, shop)
        assert shop.states == ["waiting"]
        makes_ready(client, shop)
        shop.begins()
        assert client.post(at(shop, "/purchase")).headers["Location"].endswith("answer=bought")

    def test_of_two_places_the_better_one_is_kept(self, client, shop, people):
        signs_in(client, people[0])
        stands_in_line(client, shop)
        makes_ready(client, shop)
        shop.begins()
        phone = Client(HTTP_SEC_FETCH_SITE="same-origin")
        stands_in_line(phone, shop)
        signs_in(phone, people[0])
        assert "purchase" in phone.get(at(shop)).text or "/order" in phone.get(at(shop)).text
        assert shop.states == ["turn", "left"]

    def test_on_another_device_it_is_the_same_place(self, client, shop, people):
        """Also where the guest's cookie was lost before he signed in: the account has it."""
        stands_in_line(client, shop)
        del client.cookies["buyer"]
        signs_in(client, people[0])
        assert is_waiting(client, shop)
        phone = Client(HTTP_SEC_FETCH_SITE="same-origin")
        signs_in(phone, people[0])
        assert is_waiting(phone, shop)
        assert shop.states == ["waiting"]


def test_in_another_language_it_is_the_same_place(client, shop):
    stands_in_line(client, shop)
    del client.cookies["buyer"]
    assert is_waiting(client, shop, language="/en")


def test_each_sale_has_a_pass_of_its_own(client, shop):
    other = Shop(shop.market, units=2).opened()
    stands_in_line(client, shop)
    stands_in_line(client, other)
    del client.cookies["buyer"]
    assert is_waiting(client, shop) and is_waiting(client, other)
