"""Two tabs of one browser: what one does, the other meets; nothing is lost and nothing doubled."""

from concurrent.futures import ThreadPoolExecutor
from uuid import UUID

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test import Client

from tijara.domains.accounts.queries import account
from tijara.domains.accounts.testing import PASSWORD, make_account
from tijara.domains.checkout.queries import orders_of_buyer
from tijara.domains.inventory.queries import stock_levels
from tijara.domains.markets.testing import make_market
from tijara.domains.parties.queries import buyers_of
from tijara.domains.payments.queries import charge_of_checkout
from tijara.domains.payments.shapes import OFFERED, PaymentMethod
from tijara.domains.search.testing import make_shelved_offer
from tijara.faces.storefront.tests.shopper import TYPED, Shopper, hidden
from tijara.kit.ids import new_id
from tijara.platform.audits import run_proofs

PNG = b"\x89PNG\r\n\x1a\n" + b"0" * 100
TERMS = {
    "payment_methods": OFFERED,
    "bank_name": "مصرف الراجحي",
    "bank_iban": "SA0380000000608010167519",
    "bank_holder": "تجارة",
}


@pytest.fixture
def offer():
    made = make_shelved_offer(price_minor=10000, units=3)
    make_market(**TERMS)
    return made


@pytest.fixture
def person() -> UUID:
    """Who has an account, and never bought."""
    return make_account()


def signs_in(shopper: Shopper, person: UUID) -> None:
    found = account(person)
    assert found
    given = {"email": found.email, "password": PASSWORD}
    assert shopper.client.post("/account/sign-in", given).status_code == 303


def beside(shopper: Shopper) -> Client:
    """Another tab: the same cookies, at the same time."""
    tab = Client(headers={"sec-fetch-site": "same-origin"})
    tab.cookies.update(shopper.client.cookies)
    return tab


def free(offer) -> int:
    return stock_levels(offer.seller_id, [offer.stock_id])[offer.stock_id].free


def assert_all_proved() -> None:
    assert [(proof.name, proof.faults) for proof in run_proofs() if proof.faults] == []


@pytest.mark.django_db(transaction=True)
def test_the_same_form_sent_in_both_at_once_is_one_order(offer):
    guest = Shopper()
    guest.picks(offer)
    form, tabs = guest.opens_checkout() | TYPED, [beside(guest) for _ in range(4)]

    def press(tab: Client) -> str:
        try:
            return tab.post("/checkout", form)["Location"]
        finally:
            connection.close()

    with ThreadPoolExecutor(len(tabs)) as pool:
        places = set(pool.map(press, tabs))
    assert places == {f"/checkouts/{form['checkout']}"}
    assert len(orders_of_buyer(guest.buyer_id())) == 1
    assert free(offer) == 2
    assert_all_proved()


@pytest.mark.django_db(transaction=True)
def test_two_checkouts_of_one_cart_at_once_are_one_order(offer):
    """Opened apart, each with a key of its own: one comes first, the others find nothing, or the
    order where it is confirmed by then."""
    guest = Shopper()
    guest.picks(offer)
    forms = [guest.opens_checkout() | TYPED for _ in range(4)]
    assert len({form["checkout"] for form in forms}) == 4

    def press(form: dict) -> str:
        try:
            return beside(guest).post("/checkout", form)["Location"]
        finally:
            connection.close()

    with ThreadPoolExecutor(len(forms)) as pool:
        places = sorted(pool.map(press, forms))
    (order,) = orders_of_buyer(guest.buyer_id())
    assert places.count(f"/checkouts/{order.checkout_id}") >= 1
    assert set(places) <= {f"/checkouts/{order.checkout_id}", "/cart"}
    assert free(offer) == 2
    assert_all_proved()


@pytest.mark.django_db(transaction=True)
def test_a_tab_that_comes_late_is_led_to_the_order(offer):
    guest = Shopper()
    guest.picks(offer)
    late = guest.opens_checkout() | TYPED
    guest.confirms()
    (order,) = orders_of_buyer(guest.buyer_id())
    answer = guest.sends("/checkout", **late)
    assert answer["Location"] == f"/checkouts/{order.checkout_id}"
    assert "في تبويب آخر" in guest.sees(answer["Location"])
    assert len(orders_of_buyer(guest.buyer_id())) == 1


@pytest.mark.django_db
class TestTheCartChanges:
    @pytest.mark.parametrize(("prefix", "said"), [("", "تغيّر"), ("/en", "has changed")])
    def test_while_the_other_orders_it_is_shown_first_with_all_that_was_typed(
        self, offer, prefix, said
    ):
        guest = Shopper(prefix)
        guest.picks(offer)
        form = guest.opens_checkout() | TYPED
        guest.picks(offer, "2")
        answer = guest.sends("/checkout", **form)
        shown = answer.content.decode()
        assert answer.status_code == 409 and said in shown
        assert TYPED["recipient"] in shown and "RRRD2929" in shown
        assert orders_of_buyer(guest.buyer_id()) == []
        again = {name: hidden(shown, name) for name in ("checkout", "total")}
        assert again["checkout"] == form["checkout"]
        assert guest.sends("/checkout", **(TYPED | again)).status_code == 303
        (order,) = orders_of_buyer(guest.buyer_id())
        assert [line.quantity for line in order.lines] == [3]
        assert_all_proved()

    def test_emptied_it_orders_nothing(self, offer):
        guest = Shopper()
        guest.picks(offer)
        form = guest.opens_checkout() | TYPED
        guest.sends(f"/cart/lines/{offer.id}", seller_id=offer.seller_id, to="0")
        assert guest.sends("/checkout", **form)["Location"] == "/cart"
        assert (orders_of_buyer(guest.buyer_id()), free(offer)) == ([], 3)

    def test_ordered_before_the_form_was_opened_it_is_just_an_empty_cart(self, offer):
        guest = Shopper()
        guest.picks(offer)
        guest.confirms()
        guest.picks(offer)
        form = guest.opens_checkout() | TYPED
        guest.sends(f"/cart/lines/{offer.id}", seller_id=offer.seller_id, to="0")
        assert guest.sends("/checkout", **form)["Location"] == "/cart"

    def test_ordered_the_other_tab_picks_into_a_new_one(self, offer):
        guest = Shopper()
        guest.picks(offer)
        guest.confirms()
        guest.picks(offer)
        assert guest.confirms().status_code == 303
        assert [len(one.lines) for one in orders_of_buyer(guest.buyer_id())] == [1, 1]
        assert free(offer) == 1


@pytest.mark.django_db
class TestSigningInMeanwhile:
    def test_what_waits_to_be_paid_can_still_be_paid(self, offer, person):
        """Ordered as a guest, its page stays open in the other tab."""
        guest = Shopper()
        guest.picks(offer)
        page = guest.confirms(payment=PaymentMethod.BANK_TRANSFER.value)["Location"]
        owner = guest.buyer_id()
        signs_in(guest, person)
        assert f'action="{page}/receipts"' in guest.sees(page)
        picture = SimpleUploadedFile("receipt.png", PNG)
        assert guest.sends(f"{page}/receipts", receipt=picture)["Location"] == page
        charge = charge_of_checkout(owner, UUID(page.rpartition("/")[2]))
        assert charge and charge.is_waiting_for_staff
        (receipt,) = charge.receipts
        assert guest.client.get(f"{page}/receipts/{receipt.id}").status_code == 200
        other = Shopper()
        signs_in(other, make_account())
        assert other.client.get(page).status_code == 404

    def test_the_form_of_the_guest_orders_for_the_person(self, offer, person):
        guest = Shopper()
        guest.picks(offer)
        form = guest.opens_checkout() | TYPED
        signs_in(guest, person)
        assert guest.sends("/checkout", **form)["Location"] == f"/checkouts/{form['checkout']}"
        assert len(orders_of_buyer(*buyers_of(person))) == 1
        assert free(offer) == 2

    def test_the_form_that_was_sent_before_leads_to_its_order(self, offer, person):
        guest = Shopper()
        guest.picks(offer)
        form = guest.opens_checkout() | TYPED
        place = guest.sends("/checkout", **form)["Location"]
        signs_in(guest, person)
        assert guest.sends("/checkout", **form)["Location"] == place
        assert guest.client.get(place).status_code == 200
        assert len(orders_of_buyer(*buyers_of(person))) == 1

    def test_the_units_that_were_kept_for_the_guest_are_kept_for_the_person(self, offer, person):
        """He had the last ones before him, was told to mend his address, and signed in instead."""
        guest = Shopper()
        guest.picks(offer, "3")
        assert guest.confirms(phone="12").status_code == 422
        assert free(offer) == 0
        signs_in(guest, person)
        assert guest.confirms().status_code == 303
        assert len(orders_of_buyer(*buyers_of(person))) == 1
        assert_all_proved()

    def test_who_signs_out_leaves_no_checkout_behind(self, offer, person):
        guest = Shopper()
        guest.picks(offer)
        guest.confirms(phone="12")
        signs_in(guest, person)
        guest.client.cookies["checkout_eg"] = str(new_id())
        assert guest.client.cookies["checkout"].value
        guest.sends("/account/sign-out")
        left = {name for name, one in guest.client.cookies.items() if one.value}
        assert not left & {"checkout", "checkout_eg", "buyer", "cart_count"}
