"""A buyer abroad: he chooses his country, sees its prices and its fields, and is told where not."""

import pytest

from tijara.domains.accounts.queries import account
from tijara.domains.accounts.testing import PASSWORD, make_account
from tijara.domains.checkout.queries import orders_of_buyer
from tijara.domains.markets.testing import make_market
from tijara.domains.offers.testing import make_offer
from tijara.domains.parties.queries import addresses, buyers_of
from tijara.domains.parties.testing import make_seller
from tijara.domains.shipping.actions import set_own_country
from tijara.domains.shipping.shapes import CountryTerms
from tijara.domains.stores.testing import make_store
from tijara.faces.storefront.tests.shopper import TYPED, Shopper, hidden
from tijara.kit.actor import SYSTEM

pytestmark = pytest.mark.django_db(transaction=True)
KUWAIT = {
    "recipient": "Fahad",
    "phone": "5001 2345",
    "country": "KW",
    "fields_of": "KW",
    "city": "Salmiya",
    "street": "Salem Al Mubarak",
    "payment": "card",
}
PARIS = {
    "recipient": "Camille Laurent",
    "phone": "06 12 34 56 78",
    "country": "FR",
    "fields_of": "FR",
    "city": "Paris",
    "street": "12 rue de Rivoli",
    "postcode": "75004",
    "payment": "card",
}
BACK = "We don’t deliver to this country"


@pytest.fixture
def offer():
    """At 230.00 with its tax; its shop delivers to Kuwait for 45.00."""
    market = make_market(abroad=("KW", "FR", "AE"), payment_methods=("cash_on_delivery", "card"))
    seller_id = make_seller(market, vat_number="310122393500003")
    make_store(seller_id)
    terms = CountryTerms("KW", 4500, None, 3, 6)
    set_own_country(actor=SYSTEM, seller_id=seller_id, terms=terms)
    return make_offer(23000, 9, seller_id=seller_id)


@pytest.fixture
def shopper(offer):
    one = Shopper("/en")
    one.picks(offer)
    return one


def form_of(page):
    return {name: hidden(page, name) for name in ("checkout", "total")}


def test_at_home_nobody_is_asked_for_a_country(offer, shopper):
    make_market(payment_methods=("cash_on_delivery", "card"))
    for path in ("/checkout", "/cart"):
        page = shopper.sees(path)
        assert 'name="country"' not in page and 'name="fields_of"' not in page


def test_the_country_is_chosen_then_its_fields_are_there(shopper):
    page = shopper.sees("/checkout")
    assert '<option value="SA" selected>' in page and "United Arab Emirates" in page
    typed = {"country": "FR", "fields_of": "SA", "recipient": "Camille", "act": "country"}
    turned = shopper.sends("/checkout", **(form_of(page) | typed))
    page = turned.content.decode()
    assert turned.status_code == 200
    assert '<option value="FR" selected>' in page and hidden(page, "fields_of") == "FR"
    assert 'name="postcode"' in page and 'name="short_code"' not in page
    assert 'value="Camille"' in page
    assert "This shop doesn’t deliver to France." in page
    assert "Cash is not taken outside the country." in page


def test_he_who_presses_on_with_the_fields_of_another_country_sees_the_right_ones(shopper):
    form = form_of(shopper.sees("/checkout"))
    answer = shopper.sends("/checkout", **(form | TYPED | {"country": "KW", "fields_of": "SA"}))
    assert answer.status_code == 200 and orders_of_buyer(shopper.buyer_id()) == []
    assert hidden(answer.content.decode(), "fields_of") == "KW"


def test_from_the_cart_to_the_order_by_a_price_without_tax(shopper):
    assert "230" in shopper.sees("/cart")
    answer = shopper.sends("/cart/country", country="KW")
    assert answer.status_code == 303
    cart = shopper.sees("/cart")
    for said in ("200", "245", "Leaves the country: no VAT", "Without 15% VAT"):
        assert said in cart, said
    page = shopper.sees("/checkout")
    assert '<option value="KW" selected>' in page
    answer = shopper.sends("/checkout", **(form_of(page) | KUWAIT))
    assert answer.status_code == 303, answer.content.decode()
    (order,) = orders_of_buyer(shopper.buyer_id())
    assert (order.total.minor, order.tax.minor) == (24500, 0)
    assert (order.address.country, order.address.city) == ("KW", "Salmiya")
    assert order.address.phone == "+96550012345"


def test_where_no_shop_delivers_the_cart_and_the_checkout_say_so(shopper):
    shopper.sends("/cart/country", country="FR")
    assert "This shop doesn’t deliver to France." in shopper.sees("/cart")
    page = shopper.sees("/checkout")
    answer = shopper.sends("/checkout", **(form_of(page) | PARIS))
    assert answer.status_code == 422
    assert "A shop in your cart doesn’t deliver to France." in answer.content.decode()
    assert orders_of_buyer(shopper.buyer_id()) == []


@pytest.mark.parametrize("country", ["QA", "XX", "kw", "<b>", "K" * 300])
def test_a_country_that_is_not_on_the_list_is_refused(shopper, country):
    shopper.sends("/cart/country", country=country)
    page = shopper.sees("/checkout")
    assert '<option value="SA" selected>' in page
    answer = shopper.sends("/checkout", **(form_of(page) | TYPED | {"country": country}))
    assert answer.status_code == 422 and BACK in answer.content.decode()
    assert orders_of_buyer(shopper.buyer_id()) == []


def test_a_forged_cookie_is_home(shopper):
    shopper.client.cookies["country"] = "QA"
    assert '<option value="SA" selected>' in shopper.sees("/checkout")


def test_wrong_fields_are_told_in_the_words_of_the_country(shopper):
    shopper.sends("/cart/country", country="KW")
    page = shopper.sees("/checkout")
    wrong = KUWAIT | {"city": "", "phone": "0551234567"}
    told = shopper.sends("/checkout", **(form_of(page) | wrong)).content.decode()
    assert "Write the city." in told and "This is no mobile number here" in told
    assert hidden(told, "fields_of") == "KW"


class TestBook:
    @pytest.fixture
    def person(self):
        return account(make_account())

    @pytest.fixture
    def member(self, offer, person):
        shopper = Shopper("/en")
        shopper.sends("/account/sign-in", email=person.email, password=PASSWORD)
        return shopper

    def kept(self, person):
        return [one for id in buyers_of(person.id) for one in addresses(id)]

    def test_an_address_abroad_is_kept_and_offered(self, offer, member, person):
        assert 'name="country"' in member.sees("/addresses/new")
        turned = member.sends("/addresses/new", country="FR", fields_of="SA", act="country")
        assert turned.status_code == 200 and 'name="postcode"' in turned.content.decode()
        assert member.sends("/addresses/new", **PARIS).status_code == 303
        [one] = self.kept(person)
        assert (one.country, one.fields["postcode"]) == ("FR", "75004")
        listed = member.sees("/addresses")
        assert "Paris" in listed and "France" in listed
        member.picks(offer)
        page = member.sees("/checkout")
        assert '<option value="FR" selected>' in page and 'value="12 rue de Rivoli"' in page

    def test_a_country_that_is_not_on_the_list_is_refused(self, member, person):
        answer = member.sends("/addresses/new", **(PARIS | {"country": "QA", "fields_of": ""}))
        assert answer.status_code == 422 and BACK in answer.content.decode()
        assert self.kept(person) == []
