"""Kept for later: by the heart, with and without a script, as a guest and after signing in."""

import pytest

from tijara.domains.accounts.queries import account
from tijara.domains.accounts.testing import PASSWORD, make_account
from tijara.domains.carts.queries import picked_lines
from tijara.domains.catalogue.queries import names_of
from tijara.domains.catalogue.testing import make_product
from tijara.domains.inventory.actions import count_stock
from tijara.domains.search.actions import index_products
from tijara.domains.search.testing import make_shelved_offer
from tijara.faces.storefront.tests.shopper import Shopper
from tijara.kit.actor import SYSTEM
from tijara.kit.ids import new_id

pytestmark = pytest.mark.django_db
HEARTS = {"X-Part": "hearts"}


@pytest.fixture
def offer():
    return make_shelved_offer(price_minor=34900, units=4)


@pytest.fixture
def guest():
    return Shopper()


def slug_of(offer):
    return names_of([offer.product_id])[offer.product_id].slug


def hearts(shopper) -> list[str]:
    return shopper.client.get("/favourites?part=hearts").json()["slugs"]


def test_a_guest_keeps_moves_and_drops_without_a_script(guest, offer):
    slug = slug_of(offer)
    for page in ("/search", f"/p/{slug}"):
        assert f'name="keep" value="{slug}"' in guest.sees(page)
    assert "لا شيء في المفضّلة بعد" in guest.sees("/favourites")
    assert guest.sends("/favourites", keep=slug)["Location"] == "/favourites"
    page = guest.sees("/favourites")
    assert "دلّة نحاسية" in page and "349" in page and "انقله إلى السلة" in page
    assert guest.sends("/favourites/cart", product=slug)["Location"] == "/cart"
    assert [line.offer_id for line in picked_lines(guest.buyer_id())] == [offer.id]
    assert hearts(guest) == []
    guest.sends("/favourites", keep=slug)
    guest.sends("/favourites", drop=slug)
    assert hearts(guest) == []


def test_a_script_is_told_what_is_kept_and_when_it_changed(guest, offer):
    slug = slug_of(offer)
    assert "hearts" not in guest.client.get("/").cookies
    told = guest.client.post("/favourites", {"keep": slug}, headers=HEARTS)
    assert told.json() == {"slugs": [slug]} and told["Cache-Control"] == "private, no-store"
    first = guest.client.cookies["hearts"]
    assert not first["httponly"] and offer.product_id.hex not in first.value
    guest.client.post("/favourites", {"drop": slug}, headers=HEARTS)
    assert guest.client.cookies["hearts"].value != first.value


def test_what_is_gone_or_sold_out_is_no_error(guest, offer):
    assert guest.sends("/favourites", keep="nothing-here").status_code == 303
    assert guest.sends("/favourites").status_code == 303
    assert guest.sends("/favourites/cart", product="nothing-here")["Location"] == "/favourites"
    slug = slug_of(offer)
    guest.sends("/favourites", keep=slug)
    empty = {"seller_id": offer.seller_id, "stock_id": offer.stock_id, "on_hand": 0}
    count_stock(actor=SYSTEM, key=new_id(), **empty)
    index_products(actor=SYSTEM, product_ids=[offer.product_id])
    assert guest.sends("/favourites/cart", product=slug)["Location"] == "/favourites"
    assert hearts(guest) == [slug]


def test_it_comes_along_when_he_signs_in_and_stays_when_he_leaves(guest, offer):
    slug = slug_of(offer)
    guest.sends("/favourites", keep=slug)
    email = account(make_account()).email
    guest.sends("/account/sign-in", email=email, password=PASSWORD)
    assert hearts(guest) == [slug] and guest.client.cookies["hearts"].value
    other = make_shelved_offer(product=make_product(name_ar="فنجان"), units=2)
    guest.sends("/favourites", keep=slug_of(other))
    assert hearts(guest) == [slug_of(other), slug]
    guest.sends("/account/sign-out")
    assert hearts(guest) == [] and not guest.client.cookies["hearts"].value
    again = Shopper()
    again.sends("/account/sign-in", email=email, password=PASSWORD)
    assert hearts(again) == [slug_of(other), slug]


def test_nobody_sees_anothers(guest, offer):
    guest.sends("/favourites", keep=slug_of(offer))
    assert hearts(Shopper()) == []
