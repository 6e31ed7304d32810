"""Two markets in one installation: each at its address, with its own goods, money and cart."""

import re

import pytest

from tijara.domains.accounts.testing import PASSWORD, make_account, sent_code
from tijara.domains.carts.queries import picked_lines
from tijara.domains.checkout.queries import orders_of_buyer
from tijara.domains.geography.actions import import_places
from tijara.domains.markets.testing import make_market
from tijara.domains.messaging.queries import recent_messages
from tijara.domains.messaging.shapes import Means
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
    assert "450.00" not in guest.sees("/cart") and "349.00" in guest.sees("/cart")
    assert "349.00" not in guest_in_egypt.sees("/cart") and "450.00" in guest_in_egypt.sees("/cart")
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


class TestLanguages:
    @pytest.fixture
    def arabic_only(self, egyptian):
        make_market("eg", country="EG", currency="EGP", languages=("ar",))

    def test_a_market_of_one_language_offers_no_other(self, arabic_only, guest, guest_in_egypt):
        html = guest_in_egypt.sees("/")
        assert "English" not in html and "hreflang" not in html.replace('hreflang="ar"', "")
        assert "English" in guest.sees("/") and 'hreflang="en"' in guest.sees("/")

    def test_a_page_in_another_language_leads_to_the_same_in_its_own(self, arabic_only, guest):
        answer = guest.client.get("/eg/en/search?q=a")
        assert (answer.status_code, answer["Location"]) == (303, "/eg/search?q=a")
        assert guest.client.get("/en/search?q=a").status_code == 200

    def test_the_other_market_is_entered_in_a_language_that_it_has(self, arabic_only, guest):
        html = Shopper("/en").sees("/")
        assert 'href="/eg/"' in html and 'href="/eg/en/"' not in html

    def test_the_language_of_a_market_may_be_english_alone(self, saudi, guest):
        make_market(languages=("en",))
        answer = guest.client.get("/cart")
        assert (answer.status_code, answer["Location"]) == (303, "/en/cart")
        assert "العربية" not in Shopper("/en").sees("/cart")

    def test_who_works_here_chooses_his_language_freely(self, saudi):
        make_market(languages=("ar",))
        make_account(email="staff@example.com", is_operator=True)
        client = Shopper().client
        client.post("/account/sign-in", {"email": "staff@example.com", "password": PASSWORD})
        assert "English" in client.get("/office/orders").content.decode()
        assert client.get("/en/office/orders").status_code == 200


class TestAccounts:
    def test_a_number_is_meant_as_the_market_of_the_address_writes_it(self, egyptian, guest):
        html = guest.sees("/eg/account/sign-in", 200)
        assert "010" in html and "XXXX" in html
        answer = guest.sends("/eg/account/sign-in", login="01001234567")
        assert answer["Location"] == "/eg/account/sign-in/code"
        assert sent_code("+201001234567")

    def test_a_code_goes_as_the_market_or_its_owner_wishes(self, egyptian, guest):
        make_market("eg", country="EG", currency="EGP", phone_means="whatsapp")
        guest.sends("/eg/account/sign-in", login="01001234567")
        assert recent_messages(1)[0].means is Means.WHATSAPP

    def test_each_cart_is_counted_for_itself_when_its_buyer_arrives(
        self, saudi, egyptian, guest, guest_in_egypt
    ):
        make_account(email="noura@example.com")
        guest.picks(saudi, 2)
        guest_in_egypt.picks(egyptian, 3)
        guest.sends("/account/sign-in", email="noura@example.com", password=PASSWORD)
        cookies = guest.client.cookies
        assert (cookies["cart_count"].value, cookies["cart_count_eg"].value) == ("2", "3")
        guest.sends("/account/sign-out")
        assert cookies["cart_count"].value == cookies["cart_count_eg"].value == ""


class TestTowns:
    @pytest.fixture
    def towns(self, saudi, tmp_path):
        file = tmp_path / "towns.csv"
        file.write_text(
            "city_id,region,name_ar,name_en\n1,الرياض,رماح الجديدة,New Rumah\n"
            "2,الرياض,الروضة,\n3,القصيم,الروضة,\n"
        )
        import_places(actor=SYSTEM, country="SA", file=file)
        file.write_text("district_id,city,name_ar,name_en\n9,رماح الجديدة,حي النور,\n")
        import_places(actor=SYSTEM, country="SA", file=file)

    def test_without_a_list_of_ones_own_nothing_more_is_asked(self, saudi, guest):
        guest.picks(saudi)
        html = guest.sees("/checkout")
        assert "بلدتي ليست في القائمة" not in html and "datalist" not in html

    def test_a_long_list_makes_the_form_no_longer(self, towns, saudi, guest):
        guest.picks(saudi)
        html = guest.sees("/checkout")
        assert "<summary>بلدتي ليست في القائمة</summary>" in html
        assert html.count("<option") < 200 and "رماح الجديدة" not in html

    def test_a_town_is_written_by_its_name(self, towns, saudi, guest):
        guest.picks(saudi)
        answer = guest.confirms(city="", town="رماح الجديده", payment="cash_on_delivery")
        assert answer.status_code == 303
        [[order]] = (orders_of_buyer(guest.buyer_id()),)
        assert "sa-new-rumah" in str(order)

    def test_of_several_one_is_picked_and_nothing_is_lost(self, towns, saudi, guest):
        guest.picks(saudi)
        answer = guest.confirms(city="", town="الروضة")
        html = answer.content.decode()
        assert answer.status_code == 422 and "أكثر من مكان بهذا الاسم" in html
        assert "نورة السبيعي" in html and 'value="الروضة"' in html
        code = re.search(r'name="town_code" value="([^"]+)"', html)[1]
        assert guest.confirms(city="", town="الروضة", town_code=code).status_code == 303

    def test_an_unknown_name_is_refused_kindly(self, towns, saudi, guest):
        guest.picks(saudi)
        answer = guest.confirms(city="", town="<script>")
        html = answer.content.decode()
        assert answer.status_code == 422 and "لم نجد مكانًا بهذا الاسم" in html
        assert "<script>" not in html.replace("<script type", "")

    def test_a_code_of_another_country_is_nothing(self, towns, saudi, guest):
        guest.picks(saudi)
        assert guest.confirms(city="", town="الروضة", town_code="eg-dokki").status_code == 422

    def test_districts_of_a_city_are_suggested(self, towns, guest):
        answer = guest.client.get("/places/districts?city=sa-new-rumah")
        assert answer.json() == {"names": ["حي النور"]}
        assert guest.client.get("/places/districts?city=%00'").json() == {"names": []}
