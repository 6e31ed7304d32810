"""The way of a guest from the shelf to his order, and everything that may go wrong on it."""

import pytest
from django.core.signing import Signer
from django.db import connection
from django.test.utils import CaptureQueriesContext

from tijara.domains.carts.queries import picked_lines
from tijara.domains.catalogue.queries import names_of
from tijara.domains.checkout.queries import orders_of_buyer
from tijara.domains.inventory.queries import stock_levels
from tijara.domains.markets.shapes import CashCode
from tijara.domains.markets.testing import make_market
from tijara.domains.offers.actions import change_price, pause_offer
from tijara.domains.search.testing import make_shelved_offer
from tijara.faces.storefront.tests.shopper import TYPED, Shopper
from tijara.kit.actor import SYSTEM
from tijara.kit.ids import new_id
from tijara.kit.money import Money
from tijara.platform.audits import run_proofs
from tijara.platform.limits import resting

pytestmark = pytest.mark.django_db


@pytest.fixture
def offer():
    return make_shelved_offer(price_minor=34900, units=6)


@pytest.fixture
def guest():
    return Shopper()


def orders_of(shopper):
    return orders_of_buyer(shopper.buyer_id())


def quantities(shopper):
    return [line.quantity for line in picked_lines(shopper.buyer_id())]


def test_a_guest_buys_and_sees_his_order(guest, offer):
    assert guest.picks(offer).status_code == 303
    assert "دلّة نحاسية" in guest.sees("/cart")
    confirmed = guest.confirms()
    assert confirmed.status_code == 303
    page = guest.sees(confirmed["Location"])
    (order,) = orders_of(guest)
    assert order.number in page
    assert order.total == Money(34900 + 1200, "SAR")
    assert (order.address.recipient, order.address.phone) == ("نورة السبيعي", "+966551234567")
    assert order.number in guest.sees("/orders")
    assert quantities(guest) == []
    assert all(result.holds for result in run_proofs())


def test_buying_at_once_leads_straight_to_the_checkout(guest, offer):
    assert guest.picks(offer, next="checkout")["Location"] == "/checkout"


def test_english_pages_lead_to_english_pages(offer):
    guest = Shopper("/en")
    assert guest.picks(offer)["Location"] == "/en/cart"
    assert "Hand-hammered brass dallah" in guest.sees("/cart")
    assert guest.confirms()["Location"].startswith("/en/checkouts/")


def test_the_cart_counts_in_the_masthead_of_other_pages(guest, offer):
    guest.picks(offer, quantity="3")
    guest.sees("/cart")
    assert '<span class="dot-count" aria-hidden="true">3</span>' in guest.sees("/about")


@pytest.mark.parametrize("quantity", ["0", "-1", "", "abc", "1.5", "1e3", "999999999999", "²"])
def test_a_quantity_that_is_none_changes_nothing(guest, offer, quantity):
    guest.picks(offer)
    assert guest.picks(offer, quantity=quantity).status_code == 303
    assert "لا يمكن طلب هذه الكمية" in guest.sees("/cart")
    assert quantities(guest) == [1]


def test_arabic_digits_are_digits(guest, offer):
    guest.picks(offer, quantity="٣")
    assert quantities(guest) == [3]


def test_steppers_work_without_scripts(guest, offer):
    guest.picks(offer)
    line = f"/cart/lines/{offer.id}"
    guest.sends(line, to="2", quantity="1")
    assert quantities(guest) == [2]
    guest.sends(line, quantity="٥")
    assert quantities(guest) == [5]
    guest.sends(line, quantity="-4")
    assert quantities(guest) == [5]
    guest.sends(line, to="0", quantity="5")
    assert quantities(guest) == []
    assert "سلّتك تنتظر أول اختيار" in guest.sees("/cart")


@pytest.mark.parametrize(
    "forged",
    [
        {"offer_id": "x"},
        {"seller_id": ""},
        {"seen_minor": "-5"},
        {"seen_minor": "9" * 30},
        {"seen_minor": "free"},
    ],
)
def test_a_forged_form_puts_nothing_in_the_cart(guest, offer, forged):
    assert guest.picks(offer, **forged).status_code == 303
    assert "buyer" not in guest.client.cookies
    guest.sees("/cart")


def test_only_our_price_counts(guest, offer):
    guest.picks(offer, seen_minor="1", price="1")
    assert "349.00" in guest.sees("/cart")
    refused = guest.confirms(total="1")
    assert refused.status_code == 409
    assert orders_of(guest) == []
    guest.confirms()
    assert orders_of(guest)[0].items == offer.price


def test_an_offer_that_does_not_exist_can_be_taken_out(guest, offer):
    guest.picks(offer)
    guest.picks(offer, offer_id=new_id())
    assert "/cart/tidying" in guest.sees("/cart")
    guest.sends("/cart/tidying")
    assert quantities(guest) == [1]
    assert "/cart/tidying" not in guest.sees("/cart")


def test_fewer_left_than_picked_is_told_with_the_way_out(guest, offer):
    guest.picks(offer, quantity="9")
    page = guest.sees("/cart")
    assert "بقيت 6 قطع، واخترت أكثر." in page
    assert 'name="to" value="6"' in page
    assert guest.client.get("/checkout")["Location"] == "/cart"


def test_what_a_shop_stopped_selling_is_told(guest, offer):
    guest.picks(offer)
    pause_offer(actor=SYSTEM, seller_id=offer.seller_id, offer_id=offer.id)
    assert "لم يعد المتجر يعرضه" in guest.sees("/cart")
    assert guest.client.get("/checkout").status_code == 303


def test_a_changed_price_is_told_and_never_charged_unseen(guest, offer):
    guest.picks(offer)
    form = guest.opens_checkout()
    change_price(
        actor=SYSTEM,
        seller_id=offer.seller_id,
        offer_id=offer.id,
        price=Money(50000, "SAR"),
        was=None,
        version=offer.version,
    )
    refused = guest.sends("/checkout", **(form | TYPED))
    assert refused.status_code == 409
    page = refused.content.decode()
    assert "تغيّر الإجمالي" in page and "نورة السبيعي" in page and "512.00" in page
    assert "تغيّر سعره" in guest.sees("/cart")
    assert orders_of(guest) == []


def test_a_wrong_address_is_told_field_by_field_and_nothing_is_lost(guest, offer):
    guest.picks(offer)
    answer = guest.confirms(
        recipient="", phone="0551", city="", short_code="", landmark="خلف المسجد"
    )
    page = answer.content.decode()
    assert answer.status_code == 422
    for error in ("recipient-error", "phone-error", "city-error"):
        assert f'id="{error}"' in page
    assert 'value="0551"' in page and 'value="خلف المسجد"' in page
    assert "بضاعتك محفوظة لك" in page
    assert orders_of(guest) == []


def test_goods_are_kept_while_the_buyer_corrects_himself(offer):
    slow, quick = Shopper(), Shopper()
    slow.picks(offer, quantity="6")
    form = slow.opens_checkout()
    assert slow.sends("/checkout", **(form | TYPED | {"phone": "1"})).status_code == 422
    quick.picks(offer)
    assert "نفد قبل أن تطلبه" in quick.sees("/cart")
    assert "نفد قبل أن تطلبه" not in slow.sees("/cart")
    assert slow.opens_checkout()["checkout"] == form["checkout"]
    assert slow.sends("/checkout", **(form | TYPED)).status_code == 303
    assert len(orders_of(slow)) == 1


def test_pressing_twice_orders_once(guest, offer):
    guest.picks(offer)
    form = guest.opens_checkout() | TYPED
    first, second = guest.sends("/checkout", **form), guest.sends("/checkout", **form)
    assert first["Location"] == second["Location"]
    assert len(orders_of(guest)) == 1


def test_going_back_after_ordering_finds_an_empty_cart(guest, offer):
    guest.picks(offer)
    guest.confirms()
    assert guest.client.get("/checkout")["Location"] == "/cart"
    guest.picks(offer)
    guest.confirms()
    assert len(orders_of(guest)) == 2


def test_a_checkout_belongs_to_its_buyer(guest, offer):
    guest.picks(offer)
    place = guest.confirms()["Location"]
    stranger = Shopper()
    stranger.sees(place, status=404)
    stranger.picks(offer)
    stranger.sees(place, status=404)
    guest.sees(f"/checkouts/{new_id()}", status=404)
    guest.sees("/checkouts/nothing", status=404)


def test_a_forged_cookie_is_nobody(guest, offer):
    guest.picks(offer)
    victim = guest.buyer_id()
    thief = Shopper()
    for forged in (victim.hex, f"{victim.hex}:x", Signer(salt="other").sign(victim.hex), "é", ""):
        thief.client.cookies["buyer"] = forged
        assert "سلّتك تنتظر أول اختيار" in thief.sees("/cart")


def test_marks_that_nobody_sees_are_stripped(guest, offer):
    guest.picks(offer)
    guest.confirms(recipient="نورة\u202e\u0000 السبيعي\u200f")
    assert orders_of(guest)[0].address.recipient == "نورة السبيعي"


def test_overlong_text_is_told(guest, offer):
    guest.picks(offer)
    answer = guest.confirms(recipient="ن" * 121, landmark="م" * 5000, email="a" * 300 + "@b.sa")
    assert answer.status_code == 422
    assert answer.content.decode().count("هذا النص طويل. اختصره") == 3


def test_markup_in_a_name_is_text(guest, offer):
    guest.picks(offer)
    page = guest.sees(guest.confirms(recipient="<script>x</script>")["Location"])
    assert "<script>x" not in page and "&lt;script&gt;x" in page


@pytest.mark.parametrize("payment", ["", "card", "x" * 5000])
def test_only_ways_to_pay_that_we_offer(guest, offer, payment):
    guest.picks(offer)
    assert guest.confirms(payment=payment).status_code == 409
    assert orders_of(guest) == []


def test_what_is_too_dear_for_cash_is_told_at_once(guest):
    guest.picks(make_shelved_offer(price_minor=300100, units=5))
    page = guest.sees("/checkout")
    assert "نقبل النقد حتى" in page and "3,000" in page
    assert guest.confirms().status_code == 409
    assert orders_of(guest) == []


def test_a_form_from_elsewhere_is_refused(guest, offer):
    guest.picks(offer)
    guest.client.defaults["HTTP_SEC_FETCH_SITE"] = "cross-site"
    assert guest.picks(offer).status_code == 403
    assert quantities(guest) == [1]


def test_two_shops_are_two_orders(guest, offer):
    guest.picks(offer)
    guest.picks(make_shelved_offer(price_minor=9900, units=1))
    page = guest.sees(guest.confirms()["Location"])
    numbers = [order.number for order in orders_of(guest)]
    assert len(numbers) == 2 and all(number in page for number in numbers)


def test_a_robot_is_slowed_down_and_nobody_else(guest, offer):
    guest.picks(offer)
    form = guest.opens_checkout() | TYPED | {"phone": ""}
    with resting():
        answers = [guest.sends("/checkout", **form).status_code for _ in range(21)]
    assert answers == [422] * 20 + [429]
    assert Shopper().picks(offer).status_code == 303


def test_a_robot_with_ever_new_carts_does_not_tie_the_stock_up():
    offer = make_shelved_offer(price_minor=34900, units=100)
    for _ in range(25):
        robot = Shopper()
        robot.picks(offer)
        assert robot.confirms(phone="").status_code == 422
    assert stock_levels(offer.seller_id, [offer.stock_id])[offer.stock_id].held == 20


@pytest.mark.parametrize("cash_code", list(CashCode))
def test_the_statements_of_a_product_page_and_of_an_ordinary_checkout(guest, offer, cash_code):
    make_market(cash_code=cash_code)
    slug = names_of([offer.product_id])[offer.product_id].slug
    guest.sees(f"/p/{slug}")
    guest.picks(offer)
    guest.opens_checkout()
    with CaptureQueriesContext(connection) as page:
        guest.sees(f"/p/{slug}")
    assert len(page) <= 4
    with CaptureQueriesContext(connection) as checkout:
        guest.picks(offer)
        guest.sees(guest.confirms()["Location"])
    assert len(checkout) <= 15
