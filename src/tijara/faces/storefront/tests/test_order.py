"""An order's page opens with its signed link, and lets its buyer call it off in time."""

import pytest

from tijara.domains.catalogue.actions import publish_product
from tijara.domains.catalogue.queries import product_facts
from tijara.domains.checkout.queries import orders_of_buyer
from tijara.domains.fulfilment.actions import ship_order
from tijara.domains.inventory.queries import stock_levels
from tijara.domains.markets.testing import make_market
from tijara.domains.orders.actions import confirm_order
from tijara.domains.orders.queries import order as find_order
from tijara.domains.orders.queries import order_link_token
from tijara.domains.orders.shapes import OrderState
from tijara.domains.search.testing import make_shelved_offer
from tijara.faces.storefront.tests.shopper import Shopper
from tijara.kit.actor import SYSTEM
from tijara.kit.ids import new_id
from tijara.platform.audits import run_proofs

pytestmark = pytest.mark.django_db


@pytest.fixture
def offer():
    return make_shelved_offer(price_minor=34900, units=6)


@pytest.fixture
def order(offer):
    guest = Shopper()
    guest.picks(offer, quantity="2")
    guest.confirms()
    return orders_of_buyer(guest.buyer_id())[0]


@pytest.fixture
def anyone():
    """A browser that has never been here: only the link counts."""
    return Shopper()


@pytest.fixture
def link(order):
    return f"/orders/{order_link_token(order.seller_id, order.id)}"


def state_of(order):
    return find_order(order.seller_id, order.id).state


def test_the_link_opens_the_order_anywhere(anyone, order, link):
    page = anyone.sees(link)
    assert order.number in page and "نورة السبيعي" in page and "RRRD2929" in page
    assert "الرياض" in page and "+966 55 123 4567" in page
    assert anyone.client.get(link)["Cache-Control"] == "private, no-store"


def test_what_has_not_happened_is_not_told_as_done(anyone, link):
    shown = anyone.sees(link)
    assert "يؤكّد المتجر" in shown
    assert "أكّده المتجر" not in shown


def test_it_leads_to_what_was_bought_as_long_as_that_has_a_page(anyone, order, link):
    (facts,) = product_facts([order.lines[0].product_id])
    assert f'<a href="/p/{facts.slug}">' in anyone.sees(link)
    publish_product(actor=SYSTEM, seller_id=None, product_id=facts.id, is_published=False)
    shown = anyone.sees(link)
    assert f"/p/{facts.slug}" not in shown and facts.name_ar in shown


@pytest.mark.parametrize("spoil", ["{}x", "x{}", "{}:{}", "a:b", "%00", "é"])
def test_a_spoiled_link_opens_nothing(anyone, link, spoil):
    token = link.rpartition("/")[2]
    anyone.sees(f"/orders/{spoil.replace('{}', token)}", status=404)


def test_a_signed_link_of_no_order_opens_nothing(anyone):
    make_market()
    anyone.sees(f"/orders/{order_link_token(new_id(), new_id())}", status=404)


def test_cancelling_gives_the_units_back(anyone, offer, order, link):
    answer = anyone.sends(f"{link}/cancellation", reason="changed_mind")
    assert (answer.status_code, answer["Location"]) == (303, link)
    page = anyone.sees(link)
    assert "أُلغي طلبك ولا شيء عليك." in page and "غيّرت رأيي" in page
    assert state_of(order) is OrderState.CANCELLED
    assert stock_levels(offer.seller_id, [offer.stock_id])[offer.stock_id].free == 6
    assert all(result.holds for result in run_proofs())
    again = anyone.sends(f"{link}/cancellation", reason="changed_mind")
    assert again.status_code == 303
    assert "فات وقت الإلغاء" in anyone.sees(link)


@pytest.mark.parametrize("reason", ["", "out_of_stock", "x", "'"])
def test_without_a_reason_of_his_own_the_order_stands(anyone, order, link, reason):
    anyone.sends(f"{link}/cancellation", reason=reason)
    assert "اختر سبب الإلغاء" in anyone.sees(link)
    assert state_of(order) is OrderState.PLACED


def test_what_is_on_its_way_is_not_cancelled(anyone, order, link):
    key = {"seller_id": order.seller_id, "order_id": order.id}
    confirm_order(actor=SYSTEM, **key)
    ship_order(actor=SYSTEM, carrier="سمسا", tracking_number="SM123456", **key)
    page = anyone.sees(link)
    assert "cancellation" not in page and "SM123456" in page
    anyone.sends(f"{link}/cancellation", reason="changed_mind")
    assert "فات وقت الإلغاء" in anyone.sees(link)
    assert state_of(order) is OrderState.SHIPPED


def test_cancelling_is_a_post(anyone, link):
    anyone.sees(f"{link}/cancellation", status=405)


def test_the_list_of_a_browser_without_orders_helps(anyone):
    make_market()
    assert "لا طلب من هذا المتصفّح بعد" in anyone.sees("/orders")
