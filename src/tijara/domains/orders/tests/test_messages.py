"""Buyers and sellers are told of every step, once, in their language."""

import pytest
from django.conf import settings

from tijara.domains.accounts.actions import change_profile
from tijara.domains.accounts.testing import make_account
from tijara.domains.messaging.queries import recent_messages
from tijara.domains.messaging.shapes import Means
from tijara.domains.offers.testing import make_offer
from tijara.domains.orders.actions import cancel_order, confirm_order, tell_of_order
from tijara.domains.orders.queries import order_link_token
from tijara.domains.orders.shapes import CancelReason, DeliveryAddress, News, Reader
from tijara.domains.orders.testing import make_line, make_order_to_place, place_one
from tijara.domains.parties.actions import add_member, adopt_guest
from tijara.domains.parties.queries import members_of
from tijara.domains.stores.testing import make_store
from tijara.kit.actor import SYSTEM, Actor, ActorKind
from tijara.kit.ids import new_id
from tijara.kit.powers import BUYER_POWERS, VISITOR_POWERS
from tijara.platform.outbox.relay import Relay

pytestmark = pytest.mark.django_db(transaction=True)
NOURA = DeliveryAddress(
    recipient="نورة <السبيعي>",
    phone="+966551234567",
    city="sa-riyadh",
    email="noura@example.com",
)


@pytest.fixture
def sale():
    """A placed order of a seller with one person: (seller, order, buyer)."""

    def make(*, address: DeliveryAddress = NOURA, language: str = "ar"):
        seller_id = make_store().seller_id
        salem = make_account(email=f"{new_id().hex}@shop.example", name="سالم")
        add_member(actor=SYSTEM, person_id=salem, seller_id=seller_id)
        offer = make_offer(34900, 5, seller_id=seller_id)
        line = make_line(offer_id=offer.id, stock_id=offer.stock_id, unit_minor=34900, quantity=2)
        order = make_order_to_place(line, address=address, language=language)
        placed = place_one(seller_id, order)
        return seller_id, placed, order.buyer_id

    return make


def tell(seller_id, placed, news=News.PLACED, reader=Reader.BUYER):
    tell_of_order(
        actor=SYSTEM, seller_id=seller_id, order_id=placed.order_id, news=news, reader=reader
    )
    return recent_messages(1)[0]


def test_buyer_and_seller_are_told_of_a_new_order_once(sale):
    seller_id, placed, _ = sale()
    Relay().deliver_pending()
    Relay().deliver_pending()
    told = {letter.recipient: letter for letter in recent_messages()}
    assert len(recent_messages()) == 2
    to_buyer = told.pop("noura@example.com")
    [to_seller] = told.values()
    token = order_link_token(seller_id, placed.order_id)
    assert f"{settings.PUBLIC_ADDRESS}/orders/{token}" in to_buyer.text
    assert f"{settings.PUBLIC_ADDRESS}/orders/{token}" in to_buyer.html
    assert placed.number in to_buyer.subject
    assert "698.00 ريال" in to_buyer.text
    assert f"/hub/orders/{placed.order_id}" in to_seller.text
    assert token not in to_seller.text + to_seller.html


def test_all_news_have_words_for_the_buyer(sale):
    seller_id, placed, _ = sale()
    for_buyers = [news for news in News if news is not News.WAITING]
    subjects = [tell(seller_id, placed, news).subject for news in for_buyers]
    assert len(set(subjects)) == len(for_buyers)
    assert all(placed.number in subject for subject in subjects)


def test_names_are_escaped_in_the_letter_and_plain_in_the_text(sale):
    letter = tell(*sale()[:2])
    assert "نورة <السبيعي>" in letter.text
    assert "نورة &lt;السبيعي&gt;" in letter.html
    assert "<السبيعي>" not in letter.html


def test_an_english_order_is_told_in_english_from_left_to_right(sale):
    letter = tell(*sale(language="en")[:2])
    assert letter.subject.startswith("We have your order")
    assert "SAR 698.00" in letter.text
    assert 'dir="ltr"' in letter.html
    assert f"{settings.PUBLIC_ADDRESS}/en/orders/" in letter.text


def test_an_arabic_letter_reads_from_right_to_left(sale):
    letter = tell(*sale()[:2])
    assert '<html lang="ar" dir="rtl">' in letter.html
    assert "وصلنا طلبك" in letter.subject


def test_without_an_e_mail_a_short_text_goes_to_the_phone(sale):
    address = DeliveryAddress(recipient="نورة", phone="+966551234567", city="sa-riyadh")
    letter = tell(*sale(address=address)[:2])
    assert letter.recipient == "+966551234567"
    assert letter.html == ""
    assert len(letter.text.splitlines()) == 2


def test_the_seller_is_told_when_the_buyer_cancels(sale):
    seller_id, placed, buyer_id = sale()
    buyer = Actor(ActorKind.BUYER, owner_id=buyer_id, powers=BUYER_POWERS)
    cancel_order(
        actor=buyer,
        seller_id=seller_id,
        order_id=placed.order_id,
        reason=CancelReason.CHANGED_MIND,
    )
    Relay().deliver_pending()
    told = [letter for letter in recent_messages() if letter.kind == "orders.order_cancelled"]
    assert len(told) == 2
    to_seller = next(letter for letter in told if letter.recipient != "noura@example.com")
    assert "عدل المشتري عن الشراء" in to_seller.text


def test_the_seller_is_not_told_of_his_own_cancellation_and_the_buyer_learns_why(sale):
    seller_id, placed, _ = sale()
    cancel_order(
        actor=Actor(ActorKind.SELLER, owner_id=seller_id, powers=frozenset({"orders.cancel"})),
        seller_id=seller_id,
        order_id=placed.order_id,
        reason=CancelReason.OUT_OF_STOCK,
    )
    Relay().deliver_pending()
    [letter] = [one for one in recent_messages() if one.kind == "orders.order_cancelled"]
    assert letter.recipient == "noura@example.com"
    assert "نفدت الكمية" in letter.text


def test_a_confirmation_is_told_to_the_buyer(sale):
    seller_id, placed, _ = sale()
    confirm_order(actor=SYSTEM, seller_id=seller_id, order_id=placed.order_id)
    Relay().deliver_pending()
    assert "orders.order_confirmed" in {letter.kind for letter in recent_messages()}


def test_an_order_that_is_gone_is_nothing_to_tell_of():
    tell_of_order(
        actor=SYSTEM,
        seller_id=new_id(),
        order_id=new_id(),
        news=News.PLACED,
        reader=Reader.BUYER,
    )
    assert recent_messages() == []


class TestWish:
    @pytest.fixture
    def buyers(self, sale):
        """A placed order of a buyer who has an account and wishes to be told by `wish`."""

        def make(wish: str, *, address: DeliveryAddress = NOURA, phone: str = "+966500000001"):
            seller_id, placed, buyer_id = sale(address=address)
            person = make_account(email="own@example.com", phone=phone)
            actor = Actor(ActorKind.BUYER, person, powers=VISITOR_POWERS)
            change_profile(actor=actor, name="نورة", language="ar", wish=wish)
            adopt_guest(actor=actor, guest_id=buyer_id)
            return seller_id, placed

        return make

    def test_a_buyer_with_an_account_is_told_as_he_wishes(self, buyers):
        letter = tell(*buyers("whatsapp"))
        assert (letter.means, letter.recipient) == (Means.WHATSAPP, "+966500000001")

    def test_at_his_own_address_not_at_the_one_of_who_receives_his_gift(self, buyers):
        assert tell(*buyers("email")).recipient == "own@example.com"

    @pytest.mark.parametrize("wish", ["sms", "whatsapp"])
    def test_without_a_phone_of_his_own_by_e_mail_not_at_his_friends(self, buyers, wish):
        letter = tell(*buyers(wish, phone=""))
        assert (letter.means, letter.recipient) == (Means.EMAIL, "own@example.com")

    def test_without_a_wish_at_what_he_left_with_the_order(self, buyers):
        assert tell(*buyers("")).recipient == "noura@example.com"

    def test_without_one_there_at_his_own(self, buyers):
        address = DeliveryAddress(recipient="نورة", phone="+966551234567", city="sa-riyadh")
        assert tell(*buyers("", address=address)).recipient == "own@example.com"

    def test_the_other_kind_is_taken_where_his_is_not_set_up(self, buyers, settings):
        settings.WHATSAPP_CHANNEL = ""
        assert tell(*buyers("whatsapp")).means is Means.SMS

    def test_a_sellers_person_is_told_as_he_wishes(self, sale):
        seller_id, placed, _ = sale()
        [person] = members_of(seller_id)
        actor = Actor(ActorKind.BUYER, person, powers=VISITOR_POWERS)
        change_profile(actor=actor, name="سالم", language="ar", wish="sms")
        letter = tell(seller_id, placed, reader=Reader.SELLER)
        assert letter.means is Means.EMAIL, "he has no phone yet"
