"""A store with its person at the desk, products on offer, and orders."""

from dataclasses import dataclass
from uuid import UUID

import pytest
from django.test import Client

from tijara.domains.accounts.queries import account
from tijara.domains.accounts.testing import PASSWORD, make_account
from tijara.domains.offers.shapes import OfferCard
from tijara.domains.offers.testing import make_offer
from tijara.domains.orders.shapes import DeliveryAddress, PlacedOrder
from tijara.domains.orders.testing import make_line, make_order_to_place, place_one
from tijara.domains.parties.actions import add_member
from tijara.domains.stores.testing import make_store
from tijara.kit.actor import SYSTEM

ADDRESS = DeliveryAddress(
    recipient="نورة السبيعي", phone="+966551234567", city="sa-riyadh", street="شارع الثمامة"
)


@dataclass
class Shop:
    """A store, and a browser in which one of its people is signed in."""

    seller_id: UUID
    browser: Client

    def offer(self, price_minor: int = 34900, units: int = 5) -> OfferCard:
        return make_offer(price_minor, units, seller_id=self.seller_id)

    def sale(self, offer: OfferCard | None = None, quantity: int = 2, **given) -> PlacedOrder:
        """A placed order of two pieces, with a commission of 10 % and 15 % VAT on it."""
        offer = offer or self.offer()
        line = make_line(
            offer_id=offer.id,
            stock_id=offer.stock_id,
            product_id=offer.product_id,
            unit_minor=offer.price.minor,
            quantity=quantity,
            commission_minor=offer.price.minor * quantity // 10,
            commission_vat_minor=offer.price.minor * quantity * 15 // 1000,
        )
        order = make_order_to_place(line, **({"address": ADDRESS} | given))
        return place_one(self.seller_id, order)

    def post(self, path: str, **given):
        return self.browser.post(path, given)

    def read(self, path: str) -> str:
        answer = self.browser.get(path)
        assert answer.status_code == 200, (path, answer.status_code)
        return answer.content.decode()


@pytest.fixture
def open_shop():
    def make(**told) -> Shop:
        store = make_store(**told)
        person_id = make_account()
        add_member(actor=SYSTEM, person_id=person_id, seller_id=store.seller_id)
        browser = Client(headers={"sec-fetch-site": "same-origin"})
        login = {"email": account(person_id).email, "password": PASSWORD}
        assert browser.post("/account/sign-in", login)["Location"] == "/hub/"
        return Shop(store.seller_id, browser)

    return make


@pytest.fixture
def shop(open_shop) -> Shop:
    return open_shop()
