"""Goods that leave the country: who delivers, what is paid, how it is taxed, what is refused."""

from dataclasses import replace

import pytest

from tijara.domains.checkout.actions import AddressInvalid, PaymentNotPossible
from tijara.domains.checkout.shapes import Wishes
from tijara.domains.checkout.testing import Buyer, assert_all_proved, offer_of_a_store
from tijara.domains.markets.actions import MarketInvalid
from tijara.domains.markets.testing import make_market
from tijara.domains.offers.testing import make_offer
from tijara.domains.orders.queries import order as order_view
from tijara.domains.orders.shapes import DeliveryAddress, ReasonKind
from tijara.domains.parties.testing import make_seller
from tijara.domains.shipping.actions import (
    OwnCountryInvalid,
    drop_own_country,
    set_own_country,
)
from tijara.domains.shipping.shapes import CountryTerms
from tijara.domains.stores.testing import make_store
from tijara.domains.taxes.shapes import TaxCategory
from tijara.kit.actor import SYSTEM
from tijara.kit.money import Money

pytestmark = pytest.mark.django_db
CARD = "card"
KUWAIT = DeliveryAddress(
    "فهد المطيري",
    "50012345",
    "السالمية",
    district="قطعة ٤",
    street="شارع سالم المبارك",
    country="KW",
)
PARIS = DeliveryAddress(
    "Camille Laurent", "06 12 34 56 78", "Paris", street="12 rue de Rivoli", postcode="75004",
    country="FR",
)  # fmt: skip
DUBAI = DeliveryAddress(
    "سالم", "0501234567", "ae-dubai", district="المرسى", building="برج ٢", country="AE"
)


def _market(**policies):
    given = {"abroad": ("KW", "AE", "FR"), "payment_methods": ("cash_on_delivery", CARD)}
    return make_market(**(given | policies))


@pytest.fixture
def market():
    return _market()


@pytest.fixture
def buyer(market):
    return Buyer(market)


@pytest.fixture
def offer(market):
    """At 230.00, of which 30.00 are tax."""
    found = offer_of_a_store(market, price_minor=23000)
    delivers(found.seller_id, "KW")
    return found


def delivers(seller_id, country, price_minor=4500, free_from_minor=None, days=(3, 6)):
    terms = CountryTerms(country, price_minor, free_from_minor, *days)
    set_own_country(actor=SYSTEM, seller_id=seller_id, terms=terms)


def basket_to(buyer, country, **more):
    return buyer.basket(wishes=Wishes(country=country, **more), payment_method=None)


def test_no_tax_is_in_the_price_of_what_leaves_the_country(buyer, offer):
    buyer.picks(offer, 2)
    home, abroad = basket_to(buyer, ""), basket_to(buyer, "KW")
    assert (home.total, home.tax) == (Money(46000, "SAR"), Money(6000, "SAR"))
    assert (abroad.items, abroad.tax) == (Money(40000, "SAR"), Money(0, "SAR"))
    assert abroad.delivery == Money(4500, "SAR")
    assert abroad.total == Money(44500, "SAR")
    [line] = abroad.sellers[0].lines
    assert (line.unit, line.listed) == (Money(20000, "SAR"), Money(23000, "SAR"))
    [reason] = line.reasons
    assert (reason.kind, reason.minor) == (ReasonKind.EXPORT, 6000)
    assert "15%" in reason.name_en and home.seen != abroad.seen


def test_delivery_follows_the_goods(buyer, offer):
    buyer.picks(offer)
    [seller] = basket_to(buyer, "KW").sellers
    [document] = basket_to(buyer, "KW").documents
    assert {one.category for one in seller.treatments} == {TaxCategory.EXPORT}
    assert document.delivery.treatment.category is TaxCategory.EXPORT
    assert [option.code for option in seller.options] == ["abroad"]
    assert (seller.options[0].name_en, seller.free_from) == ("International delivery", None)


def test_free_abroad_is_counted_in_what_is_paid_abroad(buyer, offer):
    delivers(offer.seller_id, "KW", free_from_minor=20000)
    buyer.picks(offer)
    assert basket_to(buyer, "KW").delivery == Money(0, "SAR")
    delivers(offer.seller_id, "KW", free_from_minor=20001)
    assert basket_to(buyer, "KW").delivery == Money(4500, "SAR")


def test_who_charges_no_tax_takes_none_off(market, buyer):
    seller_id = make_seller(market)
    make_store(seller_id)
    delivers(seller_id, "KW")
    buyer.picks(make_offer(seller_id=seller_id, price_minor=23000))
    abroad = basket_to(buyer, "KW")
    assert abroad.items == Money(23000, "SAR")
    assert abroad.sellers[0].treatments[0].category is TaxCategory.OUTSIDE


def test_where_prices_come_without_tax_they_stay():
    market = _market(prices_include_tax=False)
    buyer = Buyer(market)
    offer = offer_of_a_store(market, price_minor=20000)
    delivers(offer.seller_id, "KW")
    buyer.picks(offer)
    abroad = basket_to(buyer, "KW")
    assert (abroad.items, abroad.total) == (Money(20000, "SAR"), Money(24500, "SAR"))
    assert abroad.sellers[0].lines[0].reasons == ()


def test_an_order_says_what_the_basket_said(buyer, offer, charged):
    buyer.picks(offer, 2)
    order = charged(KUWAIT)
    assert (order.total, order.tax) == (Money(44500, "SAR"), Money(0, "SAR"))
    assert order.delivery_category is TaxCategory.EXPORT
    [line] = order.lines
    assert (line.tax_category, line.tax_bp, line.list_minor) == (TaxCategory.EXPORT, 0, 23000)
    assert order.address == replace(KUWAIT, phone="+96550012345")
    assert order.delivery_service == "abroad"
    assert_all_proved()


@pytest.mark.parametrize("address", [PARIS, DUBAI])
def test_an_address_is_one_of_its_country(buyer, offer, charged, address):
    delivers(offer.seller_id, address.country)
    buyer.picks(offer)
    order = charged(address)
    assert (order.address.country, order.address.city) == (address.country, address.city)
    assert order.address.phone.startswith({"FR": "+336", "AE": "+9715"}[address.country])


@pytest.fixture
def charged(buyer):
    """The order of what is in the cart, paid by card."""

    def confirm(address):
        seen = basket_to(buyer, address.country, city=address.city, phone=address.phone).seen
        result = buyer.confirms(address=address, method=CARD, seen=seen)
        [one] = result.placed
        return order_view(one.seller_id, one.order_id)

    return confirm


@pytest.mark.parametrize(
    ("address", "fault"),
    [
        (replace(KUWAIT, country="QA"), {"country": "country_not_served"}),
        (replace(KUWAIT, country="XX"), {"country": "country_not_served"}),
        (replace(KUWAIT, country="kw"), {"country": "country_not_served"}),
        (DUBAI, {"country": "not_served"}),
        (replace(KUWAIT, city="sa-riyadh"), {"city": "city_unknown"}),
        (replace(KUWAIT, phone="0551234567"), {"phone": "phone_invalid"}),
        (replace(KUWAIT, city=""), {"city": "required"}),
        (replace(KUWAIT, city="س" * 81), {"city": "too_long"}),
        (replace(DUBAI, country=""), {"city": "city_unknown"}),
    ],
)
def test_where_nobody_delivers_nothing_is_ordered(buyer, offer, address, fault):
    buyer.picks(offer)
    with pytest.raises(AddressInvalid) as refused:
        buyer.confirms(address=address, method=CARD)
    assert refused.value.fields.items() >= fault.items()


def test_a_country_that_the_market_left_is_served_no_longer(buyer, offer):
    buyer.picks(offer)
    buyer.market = _market(abroad=("FR",))
    with pytest.raises(AddressInvalid) as refused:
        buyer.confirms(address=KUWAIT, method=CARD)
    assert refused.value.fields == {"country": "country_not_served"}
    assert basket_to(buyer, "KW").sellers[0].is_out_of_reach


def test_a_country_that_the_seller_left_is_served_no_longer(buyer, offer):
    buyer.picks(offer)
    drop_own_country(actor=SYSTEM, seller_id=offer.seller_id, country="KW")
    assert basket_to(buyer, "KW").sellers[0].is_out_of_reach


def test_no_cash_is_taken_abroad(buyer, offer):
    buyer.picks(offer)
    ways = {way.method: way.refused_because for way in basket_to(buyer, "KW").ways}
    assert ways == {"cash_on_delivery": "abroad", CARD: ""}
    with pytest.raises(PaymentNotPossible):
        buyer.confirms(address=KUWAIT)


@pytest.mark.parametrize("abroad", [("SA",), ("XX",), ("kw",), ("KW", "")])
def test_a_market_names_countries_of_the_world_beside_its_own(abroad):
    with pytest.raises(MarketInvalid) as refused:
        _market(abroad=abroad)
    assert refused.value.fields == {"abroad": "unknown"}


@pytest.mark.parametrize(
    ("terms", "fault"),
    [
        (CountryTerms("QA", 100, None, 1, 2), {"country": "unknown"}),
        (CountryTerms("SA", 100, None, 1, 2), {"country": "unknown"}),
        (CountryTerms("KW", -1, None, 1, 2), {"price": "outside_limits"}),
        (CountryTerms("KW", 1, None, 3, 2), {"to_days": "days_reversed"}),
        (CountryTerms("KW", 1, None, 3, 61), {"to_days": "outside_limits"}),
    ],
)
def test_a_seller_delivers_where_his_market_does(offer, terms, fault):
    with pytest.raises(OwnCountryInvalid) as refused:
        set_own_country(actor=SYSTEM, seller_id=offer.seller_id, terms=terms)
    assert refused.value.fields == fault
