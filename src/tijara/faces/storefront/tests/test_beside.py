"""Pieces of pages that scripts ask for: the cart beside a page, the days to a city, how many goods
filters would show, what was looked at lately, where a sent form leads."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from tijara.domains.carts.queries import picked_lines
from tijara.domains.catalogue.queries import names_of
from tijara.domains.catalogue.testing import make_product
from tijara.domains.checkout.queries import orders_of_buyer
from tijara.domains.search.testing import make_shelved_offer
from tijara.faces.storefront.tests.shopper import TYPED, Shopper

pytestmark = pytest.mark.django_db
DRAWER, NEXT = {"X-Part": "drawer"}, {"X-Part": "next"}


@pytest.fixture
def offer():
    return make_shelved_offer(units=3)


@pytest.fixture
def guest():
    return Shopper("/en")


def puts(guest, offer, quantity="1", **more):
    fields = {"seller_id": offer.seller_id, "offer_id": offer.id, "seen_minor": offer.price.minor}
    return guest.client.post("/en/cart", fields | {"quantity": quantity} | more, headers=DRAWER)


def path_of(offer):
    return f"/p/{names_of([offer.product_id])[offer.product_id].slug}"


class TestTheCartBesideThePage:
    def test_says_what_was_put_in_and_what_it_comes_to(self, guest, offer):
        answer = puts(guest, offer, "2")
        shown = answer.content.decode()
        assert (answer.status_code, answer["X-Part"]) == (200, "drawer")
        assert 'data-pieces="2"' in shown and "Hand-hammered brass dallah" in shown
        assert "698.00" in shown and "<html" not in shown
        assert answer["Cache-Control"] == "private, no-store"
        assert guest.client.cookies["cart_count"].value == "2"

    def test_can_be_undone_to_what_was_there_before(self, guest, offer):
        puts(guest, offer)
        shown = puts(guest, offer, "2").content.decode()
        assert 'name="to" value="1"' in shown
        undone = guest.client.post(f"/en/cart/lines/{offer.id}", {"to": "1"}, headers=DRAWER)
        assert 'data-pieces="1"' in undone.content.decode()
        assert [line.quantity for line in picked_lines(guest.buyer_id())] == [1]

    def test_says_why_nothing_was_put_in(self, guest, offer):
        for wrong in ({"quantity": "1.5"}, {"seller_id": "x"}):
            shown = puts(guest, offer, **wrong).content.decode()
            assert "can’t be" in shown and "data-pieces" in shown
        assert "buyer" not in guest.client.cookies

    def test_warns_of_more_than_there_are(self, guest, offer):
        shown = puts(guest, offer, "9").content.decode()
        assert "Only 3 are left" in shown and "/en/checkout" not in shown

    def test_without_a_script_the_cart_page_comes(self, guest, offer):
        assert guest.picks(offer)["Location"] == "/en/cart"


class TestTheDaysToACity:
    def test_are_a_page_and_a_piece_of_one(self, guest, offer):
        path = f"{path_of(offer)}/delivery"
        whole = guest.sees(f"{path}?city=sa-jeddah")
        assert '<option value="sa-jeddah" selected>' in whole and "Standard" in whole
        for part in ("delivery", "promise"):
            answer = guest.client.get(f"/en{path}?city=sa-jeddah&part={part}")
            assert answer["X-Part"] == part and b"<html" not in answer.content
        assert b"Jeddah" in answer.content and b"Arrives" in answer.content

    @pytest.mark.parametrize("city", ["", "eg-cairo", "nowhere", "x" * 500])
    def test_of_a_city_elsewhere_are_those_of_none(self, guest, offer, city):
        shown = guest.sees(f"{path_of(offer)}/delivery?city={city}&variant=1")
        assert "selected" not in shown and "Choose your city" in shown

    def test_are_not_told_of_what_is_not_carried_or_not_sold(self, guest):
        digital = make_shelved_offer(product=make_product(kind="digital"))
        guest.sees(f"{path_of(digital)}/delivery", status=404)
        unsold = make_product()
        guest.sees(f"/p/{names_of([unsold.product_id])[unsold.product_id].slug}/delivery", 404)

    def test_cost_few_statements(self, guest, offer):
        path = f"/en{path_of(offer)}/delivery?part=promise"
        guest.client.get(path)
        with CaptureQueriesContext(connection) as statements:
            guest.client.get(path)
        assert len(statements) <= 2


@pytest.mark.parametrize("place", ["/c/coffee-and-hosting", "/search", "/s/{store}"])
def test_the_button_under_the_filters_is_told_its_number(guest, offer, place):
    make_shelved_offer(seller_id=offer.seller_id, price_minor=900)
    store = f"store-{offer.seller_id.hex[-8:]}"
    path = f"/en{place.format(store=store)}?price=100-500&part=count"
    answer = guest.client.get(path)
    assert answer.content.decode().strip() == "Show 1 product"
    assert answer["X-Part"] == "count"


def test_goods_stand_in_rows_wherever_one_goes(guest, offer):
    shown = guest.sees("/c/coffee-and-hosting?view=rows&price=100-500")
    assert "goods in-rows" in shown and 'name="view" value="rows"' in shown
    assert "?view=rows" in shown
    assert "in-rows" not in guest.sees("/c/coffee-and-hosting?view=x")


class TestWhatWasLookedAtLately:
    def test_is_drawn_for_whoever_remembers_it(self, guest, offer):
        shown = guest.client.get(f"/en/seen?of={offer.product_id},x,{offer.product_id}")
        assert shown.content.decode().count("<article") == 1
        assert shown["X-Part"] == "cards"

    @pytest.mark.parametrize("asked", ["", ",", "x", "\0", "1" * 5000])
    def test_is_nothing_where_nothing_can_be_read(self, guest, offer, asked):
        answer = guest.client.get("/en/seen", {"of": asked})
        assert (answer.status_code, answer.content.strip()) == (200, b"")


def test_a_script_that_sends_the_order_is_told_where_to_go(guest, offer):
    guest.picks(offer)
    form = guest.opens_checkout() | TYPED
    refused = guest.client.post("/en/checkout", form | {"phone": "1"}, headers=NEXT)
    assert refused.status_code == 422 and "X-Part" not in refused
    answer = guest.client.post("/en/checkout", form, headers=NEXT)
    (order,) = orders_of_buyer(guest.buyer_id())
    assert (answer.status_code, answer["X-Part"]) == (200, "next")
    assert answer.content.decode() == f"/en/checkouts/{order.checkout_id}"
    assert "Location" not in answer
    again = guest.client.post("/en/checkout", form, headers=NEXT)
    assert again.content == answer.content and len(orders_of_buyer(guest.buyer_id())) == 1


def test_the_search_box_knows_shops(guest, offer):
    lines = guest.client.get("/en/search/suggestions?q=nahh").json()["lines"]
    assert {"text": "Bayt Al-Nahhas", "note": "Shop"}.items() <= lines[0].items()


def test_the_last_page_of_a_list_leads_back_to_its_first(guest, offer):
    shown = guest.sees("/c/coffee-and-hosting?page=9")
    assert "The list ends before this page" in shown
