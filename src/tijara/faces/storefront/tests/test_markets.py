"""Two markets in one installation: each at its address, with its own goods, money and cart."""

import re

import pytest

from tijara.domains.carts.queries import picked_lines
from tijara.domains.checkout.queries import orders_of_buyer
from tijara.domains.markets.testing import make_market
from tijara.domains.parties.actions import declare_identity
from tijara.domains.parties.shapes import LegalIdentity
from tijara.domains.parties.testing import make_seller
from tijara.domains.search.testing import make_shelved_offer
from tijara.domains.stores.queries import stores
from tijara.faces.storefront.tests.shopper import Shopper
from tijara.kit.actor import SYSTEM
from tijara.kit.money import Money
from tijara.ui.language import local, market_start

pytestmark = pytest.mark.django_db
CAIRO = {
    "recipient": "منى عبد الرحمن",
    "phone": "01001234567",
    "city": "eg-dokki",
    "street": "شارع مصدّق",
    "building": "١٢",
}


@pytest.fixture
def saudi():
    return make_shelved_offer(price_minor=34900)


@pytest.fixture
def egyptian(saudi):
    market = make_market(
        "eg", country="EG", currency="EGP", name_ar="السوق المصري", name_en="Egyptian market"
    )
    seller_id = make_seller(market, legal_name="دار الخزف")
    return make_shelved_offer(price_minor=45000, currency="EGP", seller_id=seller_id)


@pytest.fixture
def guest():
    return Shopper()


@pytest.fixture
def guest_in_egypt(guest):
    """The same browser, on the pages of the other market."""
    there = Shopper("/eg")
    there.client = guest.client
    return there


def test_each_market_shows_its_own_goods_in_its_own_money(egyptian, guest, guest_in_egypt):
    at_home, there = guest.sees("/"), guest_in_egypt.sees("/")
    assert "349" in at_home and "450" not in at_home
    assert "450" in there and "349" not in there
    assert "ج.م" in there or "جنيه" in there


def test_links_stay_in_the_market_and_in_the_language(egyptian, guest_in_egypt):
    page = guest_in_egypt.sees("/")
    ours = re.findall(r'(?:href|action)="(/[^"/][^"]*)"', page)
    elsewhere = [
        one for one in ours if not one.startswith(("/eg/", "/static/", "/ui/")) and one != "/"
    ]
    assert elsewhere == []
    english = Shopper("/eg/en").sees("/")
    assert 'lang="en"' in english and 'href="/eg/en/cart"' in english


def test_a_market_is_chosen_at_the_foot_of_every_page(egyptian, guest, guest_in_egypt):
    assert 'href="/eg/"' in guest.sees("/")
    assert re.search(r'href="/" aria-current|href="/"', guest_in_egypt.sees("/"))
    assert 'href="/eg/en/"' in Shopper("/en").sees("/")


def test_one_market_alone_offers_no_choice(saudi, guest):
    assert 'id="markets"' not in guest.sees("/")


def test_carts_never_mix(saudi, egyptian, guest, guest_in_egypt):
    guest.picks(saudi)
    answer = guest_in_egypt.picks(egyptian)
    assert answer["Location"] == "/eg/cart"
    assert len(picked_lines(guest.buyer_id())) == 2
    assert "450" not in guest.sees("/cart") and "349" in guest.sees("/cart")
    assert "349" not in guest_in_egypt.sees("/cart") and "450" in guest_in_egypt.sees("/cart")
    assert guest.client.cookies["cart_count"].value == "1"
    assert guest.client.cookies["cart_count_eg"].value == "1"


def test_tidying_one_cart_leaves_the_other(saudi, egyptian, guest, guest_in_egypt):
    guest.picks(saudi)
    guest_in_egypt.picks(egyptian)
    guest.sends("/cart/tidying")
    assert len(picked_lines(guest.buyer_id())) == 2


def test_an_offer_of_another_market_can_not_be_picked(saudi, egyptian, guest, guest_in_egypt):
    guest.picks(saudi)
    guest.picks(egyptian)
    guest_in_egypt.picks(saudi)
    assert [line.offer_id for line in picked_lines(guest.buyer_id())] == [saudi.id]


def test_an_egyptian_buys_in_pounds_to_an_egyptian_address(egyptian, guest_in_egypt):
    guest_in_egypt.picks(egyptian)
    assert "شارع" in guest_in_egypt.sees("/checkout")
    confirmed = guest_in_egypt.confirms(**CAIRO, short_code="")
    assert confirmed.status_code == 303, confirmed.content.decode()
    assert confirmed["Location"].startswith("/eg/checkouts/")
    [order] = orders_of_buyer(guest_in_egypt.buyer_id())
    assert order.total.currency == "EGP"
    assert (order.address.city, order.address.building) == ("eg-dokki", "١٢")
    assert order.number in guest_in_egypt.client.get(confirmed["Location"]).content.decode()
    home_address = confirmed["Location"].removeprefix("/eg")
    assert order.number in guest_in_egypt.client.get(home_address).content.decode()


def test_a_saudi_address_is_none_in_egypt(egyptian, guest_in_egypt):
    guest_in_egypt.picks(egyptian)
    answer = guest_in_egypt.confirms()
    assert answer.status_code == 422
    assert "city-error" in answer.content.decode()


def test_a_shop_of_another_market_leads_there(egyptian, guest):
    slug = stores([egyptian.seller_id])[egyptian.seller_id].slug
    answer = guest.client.get(f"/s/{slug}")
    assert (answer.status_code, answer["Location"]) == (302, f"/eg/s/{slug}")
    assert guest.client.get(answer["Location"]).status_code == 200


def test_the_first_market_has_no_second_address(egyptian, guest):
    guest.sees("/sa/", status=404)
    guest.sees("/eg/eg/", status=404)
    guest.sees("/zz/", status=404)


def test_an_address_without_its_last_stroke_leads_on(egyptian, guest):
    assert guest.client.get("/eg")["Location"] == "/eg/"


def test_nothing_of_a_market_stays_behind_its_page(egyptian, guest_in_egypt):
    guest_in_egypt.sees("/")
    assert (market_start(), local("/cart", "ar")) == ("", "/cart")


def test_the_price_of_a_market_is_not_anothers(egyptian):
    assert egyptian.price == Money(45000, "EGP")


def test_a_shop_tells_what_the_law_of_its_country_wants_told(egyptian, saudi, guest):
    identity = LegalIdentity("دار الخزف", "100000018", "204518", "شارع المعز، القاهرة")
    declare_identity(actor=SYSTEM, seller_id=egyptian.seller_id, identity=identity)
    slug = stores([egyptian.seller_id])[egyptian.seller_id].slug
    page = guest.sees(f"/eg/s/{slug}")
    assert "اسم المورّد" in page and "شارع المعز" in page
    assert "204518" not in page
    assert "Supplier" in Shopper("/eg/en").sees(f"/s/{slug}")
