"""The checkout's choices without scripts, the code of a cash order, the way on to the payment."""

import re

import pytest

from tijara.domains.accounts.testing import pauses_are_over
from tijara.domains.catalogue.shapes import ProductKind
from tijara.domains.catalogue.testing import make_product
from tijara.domains.checkout.queries import orders_of_buyer
from tijara.domains.markets.shapes import CashCode
from tijara.domains.markets.testing import make_market
from tijara.domains.messaging.queries import recent_messages
from tijara.domains.orders.actions import cancel_order
from tijara.domains.orders.queries import order_link_token
from tijara.domains.orders.shapes import CancelReason, OrderState
from tijara.domains.payments.actions import approve_transfer
from tijara.domains.payments.queries import charge_of_checkout
from tijara.domains.payments.shapes import OFFERED
from tijara.domains.search.testing import make_shelved_offer
from tijara.domains.shipping.actions import set_market_service
from tijara.domains.shipping.shapes import DeliveryCode, ServiceTerms
from tijara.faces.storefront.tests.shopper import Shopper, hidden
from tijara.kit.actor import SYSTEM
from tijara.platform.audits import run_proofs
from tijara.platform.limits import resting
from tijara.platform.outbox.relay import Relay

pytestmark = pytest.mark.django_db
TERMS = {
    "payment_methods": OFFERED,
    "cash_code": CashCode.NEW_PHONES,
    "bank_name": "مصرف الراجحي",
    "bank_iban": "SA0380000000608010167519",
    "bank_holder": "تجارة",
}


@pytest.fixture
def market(offer):
    """With its offer: makers of shops open a market on plain terms, so these come after."""
    return make_market(**TERMS)


@pytest.fixture
def guest():
    return Shopper()


@pytest.fixture
def offer():
    made = make_shelved_offer(price_minor=10000, units=6)
    make_market(**TERMS)
    return made


def orders_of(shopper):
    return orders_of_buyer(shopper.buyer_id())


def pays_by_transfer(order):
    charge = charge_of_checkout(order.buyer_id, order.checkout_id)
    given = {"buyer_id": charge.buyer_id, "charge_id": charge.id}
    approve_transfer(actor=SYSTEM, received=charge.amount, bank_reference="FT1", **given)


def code_sent():
    Relay().deliver_pending()
    (letter, *_) = [one for one in recent_messages(20) if one.kind == "accounts.code"]
    return re.search(r"\d{6}", letter.text)[0]


class TestTheCode:
    def test_the_page_asks_for_it_and_the_code_finishes_the_order(self, guest, offer):
        guest.picks(offer)
        place = guest.confirms()["Location"]
        asked = guest.sees(place)
        assert "بقيت خطوة واحدة" in asked and 'autocomplete="one-time-code"' in asked
        assert "+966 55 123 4567" in asked
        assert f'action="{place}/confirmation"' in asked and f'action="{place}/code"' in asked
        answer = guest.sends(f"{place}/confirmation", code=code_sent())
        assert (answer.status_code, answer["Location"]) == (303, place)
        done = guest.sees(place)
        assert "تأكّد جوالك" in done and "one-time-code" not in done
        assert orders_of(guest)[0].state is OrderState.PLACED
        assert all(result.holds for result in run_proofs())

    @pytest.mark.parametrize("code", ["", "abcdef", "1", "9" * 400, "<b>"])
    def test_a_wrong_one_is_told_and_nothing_is_lost(self, guest, offer, code):
        guest.picks(offer)
        place = guest.confirms()["Location"]
        code_sent()
        answer = guest.sends(f"{place}/confirmation", code=code)
        assert answer["Location"] == place
        assert 'aria-invalid="true" aria-describedby="code-field-error"' in guest.sees(place)
        assert orders_of(guest)[0].state is OrderState.PENDING

    def test_the_orders_own_link_asks_for_it_too(self, guest, offer):
        guest.picks(offer)
        guest.confirms()
        order = orders_of(guest)[0]
        link = f"/orders/{order_link_token(order.seller_id, order.id)}"
        anyone = Shopper()
        assert f'action="{link}/confirmation"' in anyone.sees(link)
        anyone.sends(f"{link}/confirmation", code=code_sent())
        assert "one-time-code" not in anyone.sees(link)
        assert orders_of(guest)[0].state is OrderState.PLACED

    def test_what_was_called_off_asks_for_nothing(self, guest, offer):
        guest.picks(offer)
        guest.confirms()
        order = orders_of(guest)[0]
        link = f"/orders/{order_link_token(order.seller_id, order.id)}"
        assert "يبقى عليك" not in guest.sees(link)
        cancel_order(
            actor=SYSTEM,
            seller_id=order.seller_id,
            order_id=order.id,
            reason=CancelReason.CHANGED_MIND,
        )
        assert "يبقى عليك" in guest.sees(link)

    def test_another_number_is_told_and_a_wrong_one_is_not(self, guest, offer):
        guest.picks(offer)
        place = guest.confirms()["Location"]
        guest.sends(f"{place}/code", phone=" ")
        assert "هذا ليس رقم جوال" in guest.sees(place)
        guest.sends(f"{place}/code", phone="12")
        assert "ليس رقم جوال" in guest.sees(place)
        guest.sends(f"{place}/code", phone="0507654321")
        assert "+966 50 765 4321" in guest.sees(place)

    def test_nobody_else_confirms_it(self, guest, offer):
        guest.picks(offer)
        place = guest.confirms()["Location"]
        code, stranger = code_sent(), Shopper()
        assert stranger.sends(f"{place}/confirmation", code=code).status_code == 404
        stranger.picks(offer)
        stranger.sends(f"{place}/confirmation", code=code)
        assert stranger.sends("/orders/x:y/confirmation", code=code).status_code == 404
        assert orders_of(guest)[0].state is OrderState.PENDING

    @pytest.mark.parametrize(
        ("prefix", "said"), [("", "هذا الرمز"), ("/en", "This code is no longer good")]
    )
    def test_after_five_guesses_even_the_right_one_is_over_and_another_finishes(
        self, offer, prefix, said
    ):
        guest = Shopper(prefix)
        guest.picks(offer)
        place = guest.confirms()["Location"].removeprefix(prefix)
        code = code_sent()
        for turn in range(1, 6):
            guest.sends(f"{place}/confirmation", code=f"{(int(code) + turn) % 10**6:06}")
        guest.sends(f"{place}/confirmation", code=code)
        assert said in guest.sees(place)
        assert orders_of(guest)[0].state is OrderState.PENDING
        pauses_are_over("+966551234567")
        guest.sends(f"{place}/code")
        guest.sends(f"{place}/confirmation", code=code_sent())
        assert orders_of(guest)[0].state is OrderState.PLACED

    @pytest.mark.parametrize(("prefix", "said"), [("", "انتظر"), ("/en", "Wait")])
    def test_who_guesses_without_end_is_held_back(self, offer, prefix, said):
        guest = Shopper(prefix)
        guest.picks(offer)
        place = guest.confirms()["Location"].removeprefix(prefix)
        with resting():
            answers = [guest.sends(f"{place}/confirmation", code="0") for _ in range(21)]
        assert [one.status_code for one in answers] == [303] * 20 + [429]
        assert said in answers[-1].content.decode() and answers[-1]["Retry-After"]
        assert orders_of(guest)[0].state is OrderState.PENDING

    def test_its_forms_are_only_posted(self, guest, offer):
        guest.picks(offer)
        place = guest.confirms()["Location"]
        for part in ("confirmation", "code"):
            guest.sees(f"{place}/{part}", status=405)


class TestPaidBefore:
    @pytest.mark.parametrize("way", ["card", "bank_transfer"])
    def test_he_is_led_on_to_pay_and_the_order_waits(self, guest, offer, way):
        guest.picks(offer)
        answer = guest.confirms(payment=way)
        checkout_id = orders_of(guest)[0].checkout_id
        assert answer["Location"] == f"/pay/{checkout_id}"
        assert orders_of(guest)[0].state is OrderState.PENDING
        shown = guest.sees(f"/checkouts/{checkout_id}")
        assert f'href="/pay/{checkout_id}"' in shown and "ادفع الآن" in shown

    def test_who_is_back_before_his_order_has_heard_is_not_asked_to_pay_again(self, guest, offer):
        guest.picks(offer)
        guest.confirms(payment="bank_transfer")
        (order,) = orders_of(guest)
        link = f"/orders/{order_link_token(order.seller_id, order.id)}"
        pays_by_transfer(order)
        for place in (f"/checkouts/{order.checkout_id}", link):
            shown = guest.sees(place)
            assert "وصلت دفعتك" in shown and "ادفع الآن" not in shown
        Relay().deliver_pending()
        assert "وصلنا طلبك" in guest.sees(f"/checkouts/{order.checkout_id}")

    def test_who_cancels_before_his_order_has_heard_is_told_of_his_money(self, guest, offer):
        guest.picks(offer)
        guest.confirms(payment="bank_transfer")
        (order,) = orders_of(guest)
        link = f"/orders/{order_link_token(order.seller_id, order.id)}"
        pays_by_transfer(order)
        guest.sends(f"{link}/cancellation", reason="changed_mind")
        shown = guest.sees(link)
        assert "أُلغي طلبك، ويعود إليك مالك" in shown and "ولا شيء عليك" not in shown

    def test_what_was_cancelled_of_two_is_marked_wherever_it_is_still_counted(self, guest, offer):
        guest.picks(offer)
        guest.picks(make_shelved_offer(price_minor=7700, units=6))
        make_market(**TERMS)
        guest.confirms(payment="card")
        kept, ended = orders_of(guest)
        which = {"seller_id": ended.seller_id, "order_id": ended.id}
        cancel_order(actor=SYSTEM, reason=CancelReason.CHANGED_MIND, **which)
        pay = guest.sees(f"/pay/{kept.checkout_id}")
        assert "في هذا المبلغ طلب أُلغي" in pay and pay.count("أُلغي") == 2
        placed = guest.sees(f"/checkouts/{kept.checkout_id}")
        assert placed.count('class="badge') == 1 and "افتح الطلب" in placed

    def test_each_way_shows_its_own_total(self, guest, offer):
        guest.picks(offer)
        page = guest.sees("/checkout")
        assert 'class="total of-cash_on_delivery"' in page and 'class="total of-card"' in page
        assert "132.00" in page and "120.00" in page

    def test_a_forged_way_to_pay_orders_nothing(self, guest, offer):
        guest.picks(offer)
        assert guest.confirms(payment="cowrie_shells").status_code == 409
        assert orders_of(guest) == []


class TestDelivery:
    @pytest.fixture
    def express(self, market):
        terms = ServiceTerms(DeliveryCode.EXPRESS, 4500, None, 0, 1)
        set_market_service(actor=SYSTEM, market_id=market.id, terms=terms)

    def test_is_chosen_by_a_button_and_the_total_follows(self, guest, offer, express):
        guest.picks(offer)
        field = f"delivery-{offer.seller_id}"
        page = guest.sees("/checkout")
        assert f'name="{field}" value="standard" checked' in page
        form = {name: hidden(page, name) for name in ("checkout", "total")}
        answer = guest.sends(
            "/checkout", **form, **{field: "express"}, act="update", city="sa-riyadh"
        )
        again = answer.content.decode()
        assert answer.status_code == 200
        assert f'name="{field}" value="express" checked' in again and "157.00" in again
        confirmed = guest.confirms(**{field: "express"}, total=hidden(again, "total"))
        assert confirmed.status_code == 303
        (order,) = orders_of(guest)
        assert (order.delivery_service, order.delivery.minor) == ("express", 4500)

    def test_a_choice_whose_total_was_not_seen_is_shown_first(self, guest, offer, express):
        guest.picks(offer)
        answer = guest.confirms(**{f"delivery-{offer.seller_id}": "express"})
        assert answer.status_code == 409
        assert "157.00" in answer.content.decode() and "نورة السبيعي" in answer.content.decode()
        assert orders_of(guest) == []

    @pytest.mark.parametrize("code", ["", "teleport", "x" * 5000])
    def test_an_unknown_way_is_the_first_one(self, guest, offer, express, code):
        guest.picks(offer)
        assert guest.confirms(**{f"delivery-{offer.seller_id}": code}).status_code == 303
        assert orders_of(guest)[0].delivery_service == "standard"


class TestDigital:
    def test_no_place_is_asked_and_no_cash_is_taken(self, guest):
        product = make_product(kind=ProductKind.DIGITAL)
        guest.picks(make_shelved_offer(price_minor=10000, units=6, product=product))
        make_market(**TERMS)
        page = guest.sees("/checkout")
        assert 'name="recipient"' in page and 'name="phone"' in page and 'name="email"' in page
        assert 'name="city"' not in page and 'value="cash_on_delivery"' not in page
        answer = guest.confirms(payment="card", city="", short_code="")
        assert answer.status_code == 303
        (order,) = orders_of(guest)
        assert order.is_digital and order.total.minor == 10000
        guest.sees(f"/checkouts/{order.checkout_id}")
        guest.sees(f"/orders/{order_link_token(order.seller_id, order.id)}")


class TestAnotherWay:
    def test_by_transfer_what_the_card_would_not(self, guest, offer):
        guest.picks(offer)
        place = guest.confirms(payment="card")["Location"]
        shown = guest.sees(place)
        assert 'value="bank_transfer"' in shown and 'value="cash_on_delivery"' in shown
        for _ in range(2):
            assert guest.sends(f"{place}/way", way="bank_transfer")["Location"] == place
        assert "SA03 8000" in guest.sees(place)
        assert 'value="card"' in guest.sees(place)
        Relay().deliver_pending()
        (order,) = orders_of(guest)
        pays_by_transfer(order)
        Relay().deliver_pending()
        (order,) = orders_of(guest)
        assert (order.state, order.payment_method) == (OrderState.PLACED, "bank_transfer")

    def test_in_cash_it_is_a_new_order_at_the_total_that_cash_has(self, guest, offer):
        guest.picks(offer)
        guest.picks(make_shelved_offer(price_minor=7700, units=1))
        make_market(**TERMS)
        place = guest.confirms(payment="card")["Location"]
        answer = guest.sends(f"{place}/way", way="cash_on_delivery")
        assert answer["Location"].startswith("/checkout?payment=cash_on_delivery&like=")
        assert {one.state for one in orders_of(guest)} == {OrderState.CANCELLED}
        form = guest.sees(answer["Location"])
        recipient = orders_of(guest)[0].address.recipient
        assert f'value="{recipient}"' in form, "nothing is typed twice"
        assert re.search(r'value="cash_on_delivery"[^>]* checked', form)
        guest.confirms(payment="cash_on_delivery")
        again = [one for one in orders_of(guest) if one.state is OrderState.PENDING]
        assert {one.payment_method for one in again} == {"cash_on_delivery"}
        assert sum(one.lines[0].total.minor for one in again) == 17700
        Relay().deliver_pending()
        assert all(result.holds for result in run_proofs())

    def test_what_is_on_its_way_or_over_has_no_other_way(self, guest, offer):
        guest.picks(offer)
        place = guest.confirms(payment="bank_transfer")["Location"]
        (order,) = orders_of(guest)
        pays_by_transfer(order)
        for way in ("card", "cash_on_delivery"):
            assert guest.sends(f"{place}/way", way=way)["Location"] == place
        Relay().deliver_pending()
        assert orders_of(guest)[0].state is OrderState.PLACED

    @pytest.mark.parametrize("way", ["", "gold", "card"])
    def test_nonsense_changes_nothing(self, guest, offer, way):
        guest.picks(offer)
        place = guest.confirms(payment="card")["Location"]
        assert guest.sends(f"{place}/way", way=way).status_code == 303
        (order,) = orders_of(guest)
        assert charge_of_checkout(order.buyer_id, order.checkout_id).method == "card"

    def test_digital_goods_are_not_paid_in_cash(self, guest):
        product = make_product(kind=ProductKind.DIGITAL)
        guest.picks(make_shelved_offer(product=product, units=3))
        make_market(**TERMS)
        place = guest.confirms(payment="card")["Location"]
        assert 'value="cash_on_delivery"' not in guest.sees(place)
        guest.sends(f"{place}/way", way="cash_on_delivery")
        assert orders_of(guest)[0].state is OrderState.PENDING
