"""Discounts as a buyer meets them: on the product's page, in the cart, at the checkout."""

import re
from datetime import timedelta

import pytest
from django.test import Client

from tijara.domains.catalogue.queries import names_of
from tijara.domains.markets.queries import market_by_id
from tijara.domains.markets.testing import make_market
from tijara.domains.offers.actions import change_price
from tijara.domains.offers.testing import make_offer
from tijara.domains.parties.queries import markets_of
from tijara.domains.parties.testing import make_seller
from tijara.domains.pricing.actions import record_prices, save_price_list, set_list_prices
from tijara.domains.pricing.shapes import ListTerms, PriceRow
from tijara.domains.promotions.testing import make_promotion
from tijara.domains.stores.testing import make_store
from tijara.kit.actor import SYSTEM
from tijara.kit.clock import going_from, now
from tijara.kit.money import Money

pytestmark = pytest.mark.django_db
MINUS = "−"
HIDDEN = ("checkout", "total")
"""What the form of the checkout carries along."""


@pytest.fixture
def offer():
    seller_id = make_seller(make_market())
    make_store(seller_id)
    return make_offer(10000, 20, seller_id=seller_id)


@pytest.fixture
def market(offer):
    return market_by_id(markets_of([offer.seller_id])[offer.seller_id])


@pytest.fixture
def guest():
    return Client(headers={"sec-fetch-site": "same-origin"})


def picks(guest, offer, quantity=1):
    told = {
        "seller_id": str(offer.seller_id),
        "offer_id": str(offer.id),
        "quantity": str(quantity),
        "seen_minor": str(offer.price.minor),
    }
    assert guest.post("/cart", told).status_code == 303


def cart(guest):
    return guest.get("/cart").content.decode()


def product_page(guest, offer):
    slug = names_of([offer.product_id])[offer.product_id].slug
    return guest.get(f"/p/{slug}").content.decode()


class TestCodes:
    def test_are_put_in_and_taken_off_and_say_what_is_missing(self, guest, offer, market):
        make_promotion(market.id, code="EID20", bp=2000, min_minor=15000, name_ar="عيدكم مبارك")
        picks(guest, offer)
        assert "رمز خصم" in cart(guest)
        guest.post("/cart/code", {"code": "eid ٢٠"})
        assert "سلّتك أصغر" in cart(guest) and "50" in cart(guest)
        picks(guest, offer)
        page = cart(guest)
        assert MINUS in page and "عيدكم مبارك" in page and "لماذا أدفع هذا" in page
        checkout = guest.get("/checkout").content.decode()
        assert "عيدكم مبارك" in checkout and "EID20" in checkout
        guest.post("/cart/code", {"drop": "EID20"})
        assert "EID20" not in cart(guest)

    def test_nobody_knows_this_one(self, guest, offer):
        picks(guest, offer)
        guest.post("/cart/code", {"code": "NOSUCH"})
        assert "لا نعرف هذا الرمز" in cart(guest)
        guest.post("/cart/code", {"code": "<script>"})
        assert "<script>alert" not in cart(guest)

    @pytest.mark.parametrize("typed", ["ا", "A" * 21])
    def test_what_can_be_no_code_is_not_met_with_silence(self, guest, offer, market, typed):
        make_promotion(market.id, code="EID20", bp=2000)
        picks(guest, offer)
        guest.post("/cart/code", {"code": "EID20"})
        guest.post("/cart/code", {"code": typed})
        shown = cart(guest)
        assert "ليس رمز خصم" in shown and "EID20" in shown
        paying = guest.post("/checkout", {"code": typed, "act": "code"})
        assert paying.status_code == 422 and "ليس رمز خصم" in paying.content.decode()

    def test_a_wrong_one_stays_in_its_field_and_pushes_no_good_one_out(self, guest, offer, market):
        make_promotion(market.id, code="EID20", bp=2000, name_ar="عيدكم مبارك")
        picks(guest, offer)
        guest.post("/cart/code", {"code": "EID20"})
        wrong = ""
        for tried in ("AAA", "BBB", "CCC", "DDD"):
            guest.post("/cart/code", {"code": tried, "wrong": wrong})
            wrong = tried
        page = cart(guest)
        assert 'name="wrong" value="DDD"' in page and "CCC" not in page
        assert "عيدكم مبارك" in page
        guest.post("/cart/code", {"code": "", "wrong": wrong})
        assert "لا نعرف هذا الرمز" not in cart(guest)

    def test_one_that_was_typed_and_not_tried_is_told_before_anything_is_ordered(
        self, guest, offer, market
    ):
        """It was passed over in silence where it was wrong, and the full price ordered."""
        picks(guest, offer)
        page = guest.get("/checkout").content.decode()
        form = {
            **{name: re.search(f'name="{name}" value="([^"]+)"', page)[1] for name in HIDDEN},
            "recipient": "هدى العتيبي",
            "phone": "0551112223",
            "city": "sa-riyadh",
            "street": "شارع العليا",
            "payment": "cash_on_delivery",
            "code": "NOPE99",
        }
        told = guest.post("/checkout", form)
        assert told.status_code == 200 and "لا نعرف هذا الرمز" in told.content.decode()
        assert guest.post("/checkout", form | {"wrong": "NOPE99"}).status_code == 303

    @pytest.mark.parametrize(
        ("prefix", "said"), [("", "ثلاثة رموز على الأكثر"), ("/en", "takes three codes")]
    )
    def test_a_fourth_pushes_none_of_three_out(self, guest, offer, market, prefix, said):
        picks(guest, offer)
        for code in ("ONE", "TWO", "THREE"):
            make_promotion(market.id, code=code)
            guest.post("/cart/code", {"code": code})
        guest.post(f"{prefix}/cart/code", {"code": "FOUR"})
        shown = guest.get(f"{prefix}/cart").content.decode()
        assert said in shown and "FOUR" not in shown
        assert all(code in shown for code in ("ONE", "TWO", "THREE"))
        paying = guest.post(f"{prefix}/checkout", {"code": "FOUR", "act": "code"})
        assert paying.status_code == 422 and said in paying.content.decode()


class TestShelves:
    def test_a_plain_promotion_is_the_price_of_the_page(self, guest, offer, market):
        make_promotion(market.id, bp=1500, name_ar="أسبوع النحاس")
        page = product_page(guest, offer)
        assert "أسبوع النحاس" in page and 'name="seen_minor" value="8500"' in page
        picks(guest, offer)
        assert "تغيّر سعره" not in cart(guest)

    def test_what_is_struck_through_was_asked_before(self, guest, market, offer):
        """A price that was raised for a week is no price before."""
        make_promotion(market.id, bp=1500)
        version = offer.version
        for price, days in ((7000, 10), (10000, 3)):
            with going_from(now() - timedelta(days=days)):
                version = change_price(
                    actor=SYSTEM,
                    seller_id=offer.seller_id,
                    offer_id=offer.id,
                    price=Money(price, "SAR"),
                    was=None,
                    version=version,
                )
                record_prices(
                    actor=SYSTEM, seller_id=offer.seller_id, product_ids=[offer.product_id]
                )
        assert "<del>" not in product_page(guest, offer)

    def test_quantity_steps_are_told_to_everybody(self, guest, offer):
        list_id = save_price_list(
            actor=SYSTEM, seller_id=offer.seller_id, terms=ListTerms("بالكمية")
        )
        set_list_prices(
            actor=SYSTEM,
            seller_id=offer.seller_id,
            list_id=list_id,
            rows=[PriceRow(offer.id, 5, 9000)],
        )
        assert "من 5 قطع" in product_page(guest, offer)
        picks(guest, offer, 5)
        assert "450" in cart(guest) and "بالكمية" in cart(guest)
