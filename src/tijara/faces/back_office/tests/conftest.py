"""A member of staff at the office, and a sale to look at."""

import pytest
from django.test import Client

from tijara.domains.accounts.queries import account
from tijara.domains.accounts.testing import PASSWORD, make_account
from tijara.domains.offers.testing import make_offer
from tijara.domains.orders.shapes import DeliveryAddress, PlacedOrder
from tijara.domains.orders.testing import make_line, make_order_to_place, place_one
from tijara.domains.stores.testing import make_store

ADDRESS = DeliveryAddress(recipient="نورة السبيعي", phone="+966551234567", city="sa-riyadh")


def signed_in(**told) -> Client:
    browser = Client(headers={"sec-fetch-site": "same-origin"})
    email = account(make_account(**told)).email
    browser.post("/account/sign-in", {"email": email, "password": PASSWORD})
    return browser


@pytest.fixture
def staff() -> Client:
    return signed_in(is_operator=True)


@pytest.fixture
def person() -> Client:
    """Signed in, and no staff."""
    return signed_in()


@pytest.fixture
def sale() -> PlacedOrder:
    store = make_store()
    offer = make_offer(34900, 5, seller_id=store.seller_id)
    line = make_line(offer_id=offer.id, stock_id=offer.stock_id, unit_minor=34900)
    return place_one(store.seller_id, make_order_to_place(line, address=ADDRESS))
