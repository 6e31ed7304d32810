"""What nobody types by hand: every page answers it calmly, and nothing breaks."""

import pytest
from django.test import Client

from tijara.domains.accounts.testing import PASSWORD, make_account
from tijara.domains.offers.testing import make_offer
from tijara.domains.orders.testing import make_line, make_order_to_place, place_one
from tijara.domains.parties.actions import add_member
from tijara.domains.stores.testing import make_store
from tijara.kit.actor import SYSTEM

pytestmark = pytest.mark.django_db
EMAIL = "mona@example.com"
NASTY = (
    "%00",
    "a%00b",
    "%FF%FE",
    "%C0%AE",
    "%ED%A0%80",
    "%E2%80%AE",
    "%25%27%22--",
    "9" * 40,
    "-1",
    "٩" * 30,
    "x" * 3000,
)
LISTS = (
    "/search?q={0}&page={0}&sort={0}",
    "/p/{0}",
    "/p/{0}/awaited?variant={0}",
    "/awaited/letters/{0}",
    "/orders/{0}/reviews",
    "/hub/reviews?stars={0}&view={0}&page={0}",
    "/office/reviews?view={0}&page={0}",
    "/c/{0}",
    "/s/{0}",
    "/orders/{0}",
    "/cart?{0}={0}",
    "/hub/orders?q={0}&state={0}&page={0}",
    "/hub/stock?q={0}&low={0}&page={0}",
    "/office/orders?q={0}&state={0}&page={0}",
    "/office/messages?state={0}&page={0}",
    "/office/audit?page={0}",
    "/office/sellers?page={0}",
    "/account/sign-in?next={0}",
    "/account/proof?next={0}",
    "/addresses/{0}",
    "/office/applications/{0}",
    "/office/applications?page={0}",
    "/inbox/{0}",
    "/ui/?theme={0}&dir={0}&frame={0}",
)


@pytest.fixture
def offer():
    return make_offer(seller_id=make_store().seller_id)


@pytest.fixture
def insider(offer) -> Client:
    """One who may enter the hub and the office; a failure is answered as it is outside of tests."""
    person_id = make_account(email=EMAIL, is_operator=True)
    add_member(actor=SYSTEM, person_id=person_id, seller_id=offer.seller_id)
    browser = Client(headers={"sec-fetch-site": "same-origin"}, raise_request_exception=False)
    browser.post("/account/sign-in", {"email": EMAIL, "password": PASSWORD})
    return browser


@pytest.mark.parametrize("page", LISTS)
def test_no_address_breaks_a_page(insider, page):
    for value in NASTY:
        answer = insider.get(page.format(value))
        assert answer.status_code < 500, (page, value)
        assert insider.get(f"/en{page.format(value)}").status_code < 500, (page, value)


@pytest.mark.parametrize("value", ["\0", "a\0b", "\u202e", "9" * 40, "-1", "x" * 3000])
def test_no_form_breaks_a_page(insider, offer, value):
    line = make_line(
        offer_id=offer.id,
        stock_id=offer.stock_id,
        product_id=offer.product_id,
        unit_minor=offer.price.minor,
    )
    order = place_one(offer.seller_id, make_order_to_place(line)).order_id
    assert order
    forms = {
        "/cart": ("seller_id", "offer_id", "quantity", "seen_minor", "next"),
        "/checkout": ("checkout", "total", "payment", "recipient", "phone", "city", "email"),
        f"/cart/lines/{offer.id}": ("quantity", "to"),
        f"/hub/orders/{order}/shipment": ("carrier", "tracking_number"),
        f"/hub/orders/{order}/cancellation": ("reason",),
        f"/hub/stock/{offer.stock_id}/count": ("on_hand", "key"),
        f"/hub/offers/{offer.id}/price": ("price", "was", "version"),
        "/account/store": ("seller_id",),
        "/account/password": ("old", "new"),
        "/account/sign-in": ("login", "password", "next"),
        "/account/sign-in/password": ("login", "password"),
        "/account/profile": ("name", "language"),
        "/account/profile/reach": ("recipient", "code"),
        "/account/papers": ("kind", "legal_name", "vat_number", "agency_code"),
        "/addresses/new": ("label", "recipient", "phone", "city", "street"),
        "/account/selling": ("store_name", "city", "about", "kind", "legal_name", "vat_number"),
        "/account/proof": ("password", "code", "passkey", "next"),
        "/account/security/app": ("code",),
        "/account/security/passkeys/new": ("passkey", "name"),
        "/account/sign-in/passkey": ("passkey", "next"),
        "/hub/people": ("recipient", "role"),
        "/hub/store": ("name_ar", "city", "hue", "about_ar"),
        "/office/people": ("recipient", "role"),
        "/ui/theme": ("theme",),
    }
    insider.post("/cart", {"seller_id": offer.seller_id, "offer_id": offer.id, "seen_minor": "1"})
    for address, fields in forms.items():
        answer = insider.post(address, dict.fromkeys(fields, value))
        assert answer.status_code < 500, (address, value)


def test_a_value_that_no_column_holds_is_a_bad_request(insider):
    answer = insider.get("/hub/orders?q=a%00b")
    assert answer.status_code == 400
    assert "تعذّرت قراءة هذا الطلب" in answer.content.decode()
