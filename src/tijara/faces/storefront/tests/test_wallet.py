"""A buyer's wallet on its page, at the checkout and on the order's page; gift cards to buy."""

import re

import pytest
from django.contrib.auth import get_user_model

from tijara.domains.checkout.queries import orders_of_buyer
from tijara.domains.markets.testing import make_market
from tijara.domains.messaging.queries import recent_messages
from tijara.domains.orders.queries import order_link_token
from tijara.domains.parties.queries import person_of_buyer
from tijara.domains.search.testing import make_shelved_offer
from tijara.domains.wallet.actions import issue_gift_card, send_gift_cards, take_gift_payment
from tijara.domains.wallet.shapes import GiftDraft
from tijara.domains.wallet.testing import balance, made_gift_cards, make_buyer_with, make_staff
from tijara.faces.storefront.tests.shopper import Shopper
from tijara.kit.actor import SYSTEM
from tijara.kit.ids import new_id
from tijara.kit.money import Money
from tijara.platform.limits import forget_all, resting

pytestmark = pytest.mark.django_db
CARD = {"payment_methods": ["cash_on_delivery", "card"]}
GIFT = {"amount": "100", "design": "rose", "to_email": "salma@example.com", "to_name": "سلمى"}


@pytest.fixture
def offer():
    made = make_shelved_offer(price_minor=10000, units=9)
    make_market(**CARD)
    forget_all()
    return made


def with_credit(minor) -> Shopper:
    shopper = Shopper("/en")
    shopper.id = make_buyer_with(minor)
    shopper.client.force_login(get_user_model().objects.get(id=person_of_buyer(shopper.id)))
    return shopper


def newest(shopper):
    return max(orders_of_buyer(shopper.id), key=lambda one: one.placed_at)


class TestCheckout:
    def test_it_is_ticked_and_pays_the_whole(self, offer):
        shopper = with_credit(50000)
        shopper.picks(offer)
        page = shopper.sees("/checkout")
        assert 'name="wallet" value="50000" data-whole checked' in page
        assert "It pays the whole order" in page
        response = shopper.confirms(wallet="50000")
        assert response.status_code == 303 and "/pay/" not in response.headers["Location"]
        order = newest(shopper)
        assert order.payment_method == "wallet" and order.rest.minor == 0
        told = shopper.sees(f"/orders/{order_link_token(order.seller_id, order.id)}")
        assert "From your wallet" in told

    def test_the_rest_goes_to_the_card_and_without_the_tick_all_of_it(self, offer):
        shopper = with_credit(3000)
        shopper.picks(offer)
        page = shopper.sees("/checkout")
        assert "data-whole" not in page and "Left to pay" in page
        assert "/pay/" in shopper.confirms(wallet="3000", payment="card").headers["Location"]
        assert newest(shopper).credit_minor == 3000
        shopper.picks(offer)
        assert 'name="wallet"' not in shopper.sees("/checkout")

    def test_spent_in_another_tab_it_is_told_and_nothing_is_lost(self, offer):
        shopper = with_credit(3000)
        shopper.picks(offer)
        response = shopper.confirms(wallet="900000", payment="card")
        told = response.content.decode()
        assert response.status_code == 409 and "There is less in your wallet now" in told
        assert "نورة السبيعي" in told and balance(shopper.id) == (3000, 0)

    @pytest.mark.parametrize("typed", ["-5", "x", "1e9", ""])
    def test_whatever_else_is_sent_takes_nothing(self, offer, typed):
        shopper = with_credit(3000)
        shopper.picks(offer)
        assert shopper.confirms(wallet=typed).status_code == 303
        assert balance(shopper.id) == (3000, 0)

    def test_a_guest_is_offered_none_and_asks_no_more(self, offer):
        guest = Shopper("/en")
        guest.picks(offer)
        assert 'name="wallet"' not in guest.sees("/checkout")
        assert guest.confirms(wallet="1000").status_code == 409


class TestPage:
    def test_a_guest_is_led_to_sign_in(self, offer):
        for path in ("/wallet", "/gift-cards/new"):
            response = Shopper().client.get(path)
            assert response.status_code == 303 and "sign-in" in response.headers["Location"]

    def test_it_tells_what_came_and_went(self, offer):
        shopper = with_credit(5000)
        page = shopper.sees("/wallet")
        assert "50.00" in page and "A gift from us" in page

    def test_no_code_at_all_is_not_called_a_wrong_one(self, offer):
        response = with_credit(5000).sends("/wallet", code=" ")
        told = response.content.decode()
        assert response.status_code == 422 and "Fill this in, please." in told

    def test_a_gift_card_counts_once_and_a_wrong_code_is_told(self, offer):
        market = make_market(**CARD)
        draft = GiftDraft(Money(7000, "SAR"), "eid", "salma@example.com", "en")
        which = {"actor": make_staff(), "market_id": market.id, "card_id": new_id()}
        issue_gift_card(**which, draft=draft, reason="prize")
        send_gift_cards(actor=SYSTEM)
        (letter,) = [one for one in recent_messages() if one.kind == "wallet.gift_card"]
        code = re.search(r"(\w{4}-){3}\w{4}", letter.text)[0]
        shopper = with_credit(1)
        wrong = shopper.sends("/wallet", code="ABCD-EFGH")
        assert wrong.status_code == 422 and "ABCD-EFGH" in wrong.content.decode()
        for _time in ("first", "second"):
            assert shopper.sends("/wallet", code=code.lower()).status_code == 303
            assert "SAR 70.00 is in your wallet. A card counts once." in shopper.sees("/wallet")
            assert balance(shopper.id) == (7001, 0)

    def test_guessing_is_slowed_down(self, offer):
        shopper = with_credit(1)
        with resting():
            answers = [shopper.sends("/wallet", code=f"{n:016}").status_code for n in range(11)]
        assert answers == [422] * 10 + [429]
        forget_all()


class TestBuying:
    def test_it_is_made_paid_and_seen_in_the_wallet(self, offer):
        shopper = with_credit(1)
        assert "salma" not in shopper.sees("/gift-cards/new")
        response = shopper.sends("/gift-cards/new", **GIFT, id=new_id())
        assert response.status_code == 303
        (card,) = made_gift_cards()
        assert f"/pay/{card.id}" in response.headers["Location"]
        page = shopper.sees(f"/pay/{card.id}")
        assert "Gift card" in page and "/withdrawal" not in page
        take_gift_payment(actor=SYSTEM, market_id=card.market_id, card_id=card.id)
        assert "سلمى" in shopper.sees("/wallet") and card.last in shopper.sees("/wallet")
        assert shopper.sends(f"/gift-cards/{card.id}/removal").status_code == 303
        other = with_credit(1)
        assert card.last not in other.sees("/wallet")
        other.sends(f"/gift-cards/{card.id}/removal")
        assert made_gift_cards()[0].state == "cancelled"

    def test_its_letter_is_seen_before_anything_is_bought(self, offer):
        shopper = with_credit(1)
        picked = GIFT | {"amount": "", "worth": "250", "look": "1"}
        seen = shopper.sends("/gift-cards/new", **picked, id=new_id()).content.decode()
        assert 'id="letter"' in seen and "SAR 250.00" in seen and "سلمى" in seen
        assert not made_gift_cards()

    def test_what_is_wrong_is_told_and_what_was_typed_is_there(self, offer):
        shopper = with_credit(1)
        wrong = GIFT | {"amount": "1", "send_on": "soon", "to_email": "x"}
        response = shopper.sends("/gift-cards/new", **wrong)
        told = response.content.decode()
        assert response.status_code == 422 and "سلمى" in told and not made_gift_cards()
