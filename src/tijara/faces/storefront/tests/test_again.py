"""What was in an order goes into the cart once more, with one press."""

import pytest

from tijara.domains.carts.queries import picked_lines
from tijara.domains.catalogue.testing import make_product
from tijara.domains.checkout.queries import orders_of_buyer
from tijara.domains.markets.testing import make_market
from tijara.domains.offers.actions import pause_offer
from tijara.domains.orders.actions import cancel_order
from tijara.domains.orders.queries import order_link_token
from tijara.domains.orders.shapes import CancelReason
from tijara.domains.search.testing import make_shelved_offer
from tijara.faces.storefront.tests.shopper import Shopper
from tijara.kit.actor import SYSTEM

pytestmark = pytest.mark.django_db
FRENCH = "Dallah en laiton martelé"


@pytest.fixture
def product():
    return make_product(source_key="dallah", name_fr=FRENCH)


@pytest.fixture
def offer(product):
    offer = make_shelved_offer(product=product, price_minor=34900, units=6)
    make_market(languages=("ar", "en", "fr"))
    return offer


@pytest.fixture
def guest(offer):
    guest = Shopper()
    guest.picks(offer, quantity="2")
    guest.confirms()
    return guest


@pytest.fixture
def link(guest):
    (order,) = orders_of_buyer(guest.buyer_id())
    return f"/orders/{order_link_token(order.seller_id, order.id)}"


def lies_in_the_cart(shopper) -> list[int]:
    return [line.quantity for line in picked_lines(shopper.buyer_id())]


def test_pressed_twice_it_is_there_once_and_only_after_the_order_has_ended(guest, link):
    assert f"{link}/again" not in guest.sees(link)
    (order,) = orders_of_buyer(guest.buyer_id())
    cancel_order(
        actor=SYSTEM,
        seller_id=order.seller_id,
        order_id=order.id,
        reason=CancelReason.CHANGED_MIND,
    )
    assert f"{link}/again" in guest.sees(link)
    for _ in range(2):
        assert guest.sends(f"{link}/again")["Location"].endswith("/cart")
        assert lies_in_the_cart(guest) == [2]
    stranger = Shopper()
    stranger.sends(f"{link}/again")
    assert lies_in_the_cart(stranger) == [2] and lies_in_the_cart(guest) == [2]


def test_what_the_shop_has_no_more_of_is_said(guest, offer, link):
    pause_offer(actor=SYSTEM, seller_id=offer.seller_id, offer_id=offer.id)
    guest.sends(f"{link}/again")
    assert "بقيت سلّتك كما كانت" in guest.sees(link) and lies_in_the_cart(guest) == []


def test_lines_are_read_in_french_until_their_goods_are_renamed(guest, link):
    french = Shopper(prefix="/fr")
    assert FRENCH in french.sees(link) and FRENCH not in guest.sees(link)
    make_product(source_key="dallah", name_en="Another dallah", name_fr="Une autre dallah")
    assert "Hand-hammered brass dallah" in french.sees(link)
    assert "Une autre dallah" not in french.sees(link)
