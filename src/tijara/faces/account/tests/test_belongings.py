"""What was picked and ordered before signing in, and what nobody else may touch."""

import re
from uuid import uuid4

import pytest
from django.contrib.auth.models import AnonymousUser
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from tijara.domains.accounts.queries import account
from tijara.domains.accounts.testing import PASSWORD, make_account
from tijara.domains.carts.queries import picked_lines
from tijara.domains.markets.testing import make_market
from tijara.domains.messaging.shapes import Addressee
from tijara.domains.offers.testing import make_offer
from tijara.domains.parties.actions import invite_member
from tijara.domains.parties.queries import addresses, buyers_of, customer, member_of
from tijara.domains.parties.shapes import PartyKind, Role
from tijara.domains.stores.actions import reject_application
from tijara.domains.stores.queries import application_of
from tijara.domains.stores.testing import make_store
from tijara.kit.actor import SYSTEM, Actor, ActorKind
from tijara.kit.ids import new_id
from tijara.kit.powers import STAFF_POWERS

pytestmark = pytest.mark.django_db
EMAIL = "noura@example.com"
STAFF = Actor(ActorKind.STAFF, new_id(), None, STAFF_POWERS)
ADDRESS = {
    "label": "البيت",
    "recipient": "نورة السبيعي",
    "phone": "0551234567",
    "city": "sa-riyadh",
    "street": "شارع العليا",
}


@pytest.fixture
def shop():
    make_market()
    return make_offer(seller_id=make_store().seller_id)


def browser() -> Client:
    return Client(headers={"sec-fetch-site": "same-origin"})


def entered(client: Client | None = None, email: str = EMAIL) -> Client:
    client = client or browser()
    client.post("/account/sign-in", {"email": email, "password": PASSWORD})
    return client


def pick(client: Client, offer, quantity: int = 1) -> None:
    given = {
        "seller_id": offer.seller_id,
        "offer_id": offer.id,
        "seen_minor": offer.price.minor,
        "quantity": quantity,
    }
    assert client.post("/cart", given).status_code == 303


def in_cart(person) -> list[int]:
    return [line.quantity for line in picked_lines(buyers_of(person)[0])]


def test_a_guests_cart_comes_along_and_adds_up_once(shop):
    person = make_account(email=EMAIL)
    pick(entered(), shop, 2)
    guest = browser()
    pick(guest, shop, 3)
    entered(guest)
    assert in_cart(person) == [5]
    assert guest.cookies["cart_count"].value == "5"
    assert guest.cookies["buyer"].value == ""
    entered(guest)
    assert in_cart(person) == [5]


def test_a_saved_guest_cookie_brings_nothing_a_second_time(shop):
    person = make_account(email=EMAIL)
    guest = browser()
    pick(guest, shop)
    cookie = guest.cookies["buyer"].value
    entered(guest)
    again = browser()
    again.cookies["buyer"] = cookie
    entered(again)
    assert in_cart(person) == [1]


def test_the_first_who_signs_in_has_the_guest(shop):
    first, second = make_account(email=EMAIL), make_account(email="other@example.com")
    guest = browser()
    pick(guest, shop)
    cookie = guest.cookies["buyer"].value
    entered(guest)
    thief = browser()
    thief.cookies["buyer"] = cookie
    entered(thief, "other@example.com")
    assert len(buyers_of(first)) == 2
    assert len(buyers_of(second)) == 1
    assert in_cart(second) == []


def test_signing_out_leaves_a_clean_guest(shop):
    person = make_account(email=EMAIL)
    client = entered()
    pick(client, shop)
    client.post("/account/sign-out")
    assert client.cookies["buyer"].value == client.cookies["cart_count"].value == ""
    assert "بيت" not in client.get("/cart").content.decode() or in_cart(person) == [1]
    pick(client, shop, 4)
    assert in_cart(person) == [1]


def test_a_guest_costs_no_session_and_a_buyer_four_statements(shop):
    make_account(email=EMAIL)
    guest, buyer = browser(), entered()
    pick(guest, shop)
    pick(buyer, shop)
    for client in (guest, buyer):
        client.get("/cart")
    counts = []
    for client in (guest, buyer):
        with CaptureQueriesContext(connection) as asked:
            client.get("/cart")
        counts.append(len(asked))
        assert client is buyer or not any("django_session" in one["sql"] for one in asked)
    assert counts[1] - counts[0] == 4


def test_a_visitor_costs_nothing_and_gets_no_cookie(shop):
    client = browser()
    answer = client.get("/")
    assert not answer.cookies
    assert "Cookie" not in answer.get("Vary", "")


def test_addresses_are_kept_and_anothers_are_unknown(shop):
    person, other = make_account(email=EMAIL), make_account(email="other@example.com")
    mine, stranger = entered(), entered(email="other@example.com")
    assert mine.post("/addresses/new", ADDRESS).status_code == 303
    [kept] = addresses(buyers_of(person)[0])
    assert kept.fields["phone"] == "+966551234567"
    assert "البيت" in mine.get("/addresses").content.decode()
    for method, path in (
        ("get", f"/addresses/{kept.id}"),
        ("post", f"/addresses/{kept.id}"),
        ("post", f"/addresses/{kept.id}/removal"),
    ):
        assert getattr(stranger, method)(path, ADDRESS).status_code == 404, path
    assert addresses(buyers_of(other)[0]) == []
    wrong = mine.post("/addresses/new", ADDRESS | {"phone": "12", "street": "طريق <b>"})
    assert wrong.status_code == 422
    assert "طريق &lt;b&gt;" in wrong.content.decode()
    assert browser().get("/addresses")["Location"].startswith("/account/sign-in")


def test_without_an_address_the_checkout_knows_what_the_account_knows(shop):
    make_account(email=EMAIL, phone="+966551234567", name="نورة السبيعي")
    buyer = entered()
    pick(buyer, shop)
    shown = buyer.get("/checkout").content.decode()
    assert 'value="نورة السبيعي"' in shown and 'value="+966551234567"' in shown
    guest = browser()
    pick(guest, shop)
    assert 'value="نورة السبيعي"' not in guest.get("/checkout").content.decode()


def test_the_usual_address_stands_in_the_checkout_and_another_may_be_chosen(shop):
    person = make_account(email=EMAIL)
    buyer = entered()
    buyer.post("/addresses/new", ADDRESS)
    buyer.post("/addresses/new", ADDRESS | {"label": "العمل", "street": "طريق الملك فهد"})
    pick(buyer, shop)
    assert 'value="شارع العليا"' in buyer.get("/checkout").content.decode()
    [_, work] = addresses(buyers_of(person)[0])
    shown = buyer.get(f"/checkout?address={work.id}").content.decode()
    assert 'value="طريق الملك فهد"' in shown
    make_account(email="other@example.com")
    other = entered(email="other@example.com")
    pick(other, shop)
    assert "طريق" not in other.get(f"/checkout?address={work.id}").content.decode()
    guest = browser()
    pick(guest, shop)
    assert "طريق" not in guest.get(f"/checkout?address={work.id}").content.decode()


def test_a_company_is_told_on_the_account():
    make_market()
    person = make_account(email=EMAIL)
    client = entered()
    given = {"kind": "company", "legal_name": "شركة النخيل", "vat_number": "٣٠٠٠٠٠٠٠٠٠٠٠٠٠٣"}
    assert client.post("/account/papers", given).status_code == 303
    papers = customer(buyers_of(person)[0])
    assert (papers.kind, papers.legal_name) == (PartyKind.COMPANY, "شركة النخيل")
    assert papers.vat_number == "300000000000003"
    bad = client.post("/account/papers", given | {"vat_number": "12", "legal_name": ""})
    assert bad.status_code == 422
    assert 'value="12"' in bad.content.decode()


def test_an_invitation_is_answered_by_whom_it_was_sent_to():
    store = make_store(name_ar="دار الخزف")
    invited, other = make_account(email=EMAIL), make_account(email="other@example.com")
    invite_member(
        actor=SYSTEM,
        seller_id=store.seller_id,
        store="دار الخزف",
        recipient=EMAIL,
        role=Role.CLERK,
        language="ar",
    )
    mine, stranger = entered(), entered(email="other@example.com")
    path = re.search(r"/account/invitations/[0-9a-f-]+", mine.get("/account/").content.decode())[0]
    assert stranger.post(path, {"answer": "yes"}).status_code == 404
    assert member_of(other, store.seller_id) is None
    assert mine.post(path, {"answer": "yes"}).status_code == 303
    assert member_of(invited, store.seller_id).role is Role.CLERK
    assert mine.post(path, {"answer": "yes"}).status_code == 404


def test_an_invitation_may_be_declined():
    store = make_store()
    invited = make_account(email=EMAIL)
    invite_member(
        actor=SYSTEM,
        seller_id=store.seller_id,
        store="متجر",
        recipient=EMAIL,
        role=Role.OWNER,
        language="ar",
    )
    client = entered()
    path = re.search(r"/account/invitations/[0-9a-f-]+", client.get("/account/").content.decode())
    client.post(path[0], {"answer": "no"})
    assert member_of(invited, store.seller_id) is None
    assert path[0] not in client.get("/account/").content.decode()


def test_unknown_things_are_not_there():
    make_account(email=EMAIL)
    client = entered()
    assert client.post(f"/account/invitations/{uuid4()}", {"answer": "yes"}).status_code == 404
    assert client.post("/account/store", {"seller_id": uuid4()}).status_code == 404
    assert not isinstance(client.get("/account/").wsgi_request.user, AnonymousUser)


def test_a_person_says_how_he_wants_to_be_told(settings):
    person = make_account(email=EMAIL)
    client = entered()
    settings.SMS_CHANNEL = ""
    html = client.get("/account/profile").content.decode()
    assert "كيف تحب أن نراسلك؟" in html and "بواتساب" in html and "برسالة نصية" not in html
    told = {"name": "نورة", "language": "ar", "wish": "whatsapp"}
    assert client.post("/account/profile", told).status_code == 303
    assert account(person).addressee == Addressee(EMAIL, "", "whatsapp")
    assert '<option value="whatsapp" selected>' in client.get("/account/profile").content.decode()
    refused = client.post("/account/profile", told | {"wish": "pigeon"})
    assert refused.status_code == 422 and account(person).wish == "whatsapp"
    assert 'value="نورة"' in refused.content.decode()


@pytest.mark.parametrize(
    "path",
    ["/account/", "/orders", "/addresses", "/wallet", "/searches", "/account/profile"]
    + ["/account/papers", "/account/selling", "/account/security"],
)
def test_the_strip_of_the_account_says_where_one_is(path):
    make_market()
    make_account(email=EMAIL)
    page = entered().get(path, follow=True).content.decode()
    strip = page[page.index('<nav class="tabs"') :]
    assert strip[: strip.index("</nav>")].count('aria-current="page"') == 1


def asks_to_sell(client):
    told = {"store_name": "ركن البخور", "city": "sa-jeddah", "kind": "individual"}
    answer = client.post("/account/selling", told | {"legal_name": "هدى السالم"})
    assert answer.status_code == 303


class TestApplication:
    def test_who_waits_finds_it_said_in_the_account_and_at_the_hubs_door(self):
        make_market()
        make_account(email=EMAIL)
        client = entered()
        assert "لا متجر بعد" in client.get("/account/").text
        asks_to_sell(client)
        shown = client.get("/account/").text
        assert "ركن البخور" in shown and "لا متجر بعد" not in shown
        assert client.get("/hub/")["Location"] == "/account/selling"

    def test_who_waits_reads_what_comes_next_and_where_he_is_written_to(self):
        make_market()
        make_account(email=EMAIL)
        client = entered()
        asks_to_sell(client)
        shown = client.get("/account/selling").text
        assert (
            EMAIL in shown
            and 'aria-current="step"' in shown
            and "<form" not in shown.split("<main")[1].split("</main>")[0]
        )

    def test_who_was_refused_is_led_to_his_application(self):
        make_market()
        person = make_account(email=EMAIL)
        client = entered()
        asks_to_sell(client)
        asked = application_of(person)
        reject_application(actor=STAFF, application_id=asked.id, reason="السجل منتهٍ")
        assert "ينقصه شيء" in client.get("/account/").text
        assert client.get("/hub/")["Location"] == "/account/selling"
        assert "السجل منتهٍ" in client.get("/account/selling").text
