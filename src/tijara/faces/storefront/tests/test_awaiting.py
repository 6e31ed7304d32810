"""To be told when it is back: the press on a sold-out product, by guests and by members."""

from urllib.parse import unquote

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from tijara.domains.accounts.queries import account
from tijara.domains.accounts.testing import PASSWORD, make_account
from tijara.domains.awaiting.actions import tell_who_waits
from tijara.domains.awaiting.queries import await_token, is_silent, mailbox_of
from tijara.domains.awaiting.testing import waits
from tijara.domains.catalogue.queries import names_of
from tijara.domains.inventory.actions import count_stock
from tijara.domains.markets.queries import markets
from tijara.domains.messaging.queries import recent_messages
from tijara.domains.search.testing import make_shelved_offer
from tijara.faces.storefront.tests.shopper import Shopper
from tijara.kit.actor import SYSTEM
from tijara.kit.ids import new_id

pytestmark = pytest.mark.django_db
GUEST = "guest@example.com"
PRESS, WAITS = "أخبرني عند توفره", "أنت تنتظره"


@pytest.fixture
def offer():
    return make_shelved_offer(price_minor=34900, units=0)


@pytest.fixture
def place(offer):
    return f"/p/{names_of([offer.product_id])[offer.product_id].slug}"


@pytest.fixture
def guest():
    return Shopper()


@pytest.fixture
def email():
    return account(make_account()).email


@pytest.fixture
def member(email):
    shopper = Shopper()
    shopper.sends("/account/sign-in", email=email, password=PASSWORD)
    return shopper


def leads(answer):
    return unquote(answer["Location"])


def bring(offer):
    told = {"seller_id": offer.seller_id, "stock_id": offer.stock_id, "on_hand": 3}
    count_stock(actor=SYSTEM, key=new_id(), **told)


def test_a_guest_leaves_an_address_and_is_told_once(guest, offer, place):
    page = guest.sees(place)
    assert PRESS in page and 'name="email"' in page and "لهذه الرسالة وحدها" in page
    for _ in range(2):
        done = guest.sends(f"{place}/awaited", variant=offer.variant_id, email=" Guest@Example.com")
        assert done.status_code == 303
        assert leads(done) == f"{place}?variant={offer.variant_id}#buy"
    assert "حفظنا الطلب" in guest.sees(leads(done).partition("#")[0])
    assert waits().get().email == GUEST
    assert "buyer" not in guest.client.cookies, "nobody is followed for it"
    bring(offer)
    tell_who_waits(actor=SYSTEM)
    (letter,) = recent_messages()
    assert letter.recipient == GUEST and PRESS not in guest.sees(place)
    done = guest.sends(f"{place}/awaited", variant=offer.variant_id, email=GUEST)
    assert done.status_code == 303 and not waits().exists(), "it is there: nobody need wait"


def test_an_address_that_is_none_comes_back_in_the_form(guest, offer, place):
    for typed in ("", "nobody", "a@b", "<script>@x.example", "a\0@example.com\0"):
        told = guest.sends(f"{place}/awaited", variant=offer.variant_id, email=typed)
        assert told.status_code in (422, 303), typed
    told = guest.sends(f"{place}/awaited", variant=offer.variant_id, email="nobody")
    assert told.status_code == 422 and 'aria-invalid="true"' in told.content.decode()
    told = guest.sends(f"{place}/awaited", variant=offer.variant_id)
    assert leads(told) == f"{place}/awaited?variant={offer.variant_id}"
    assert 'name="email"' in guest.sees(leads(told))


def test_a_member_presses_once_and_stops_in_the_account(member, guest, offer, place):
    page = member.sees(place)
    assert PRESS in page and 'name="email"' not in page
    assert guest.sends("/awaited").status_code == 405
    assert "/account/sign-in" in guest.client.get("/awaited")["Location"]
    member.sends(f"{place}/awaited", variant=offer.variant_id, email="other@example.com")
    wait = waits().get()
    assert wait.email == "", "an account says itself where it is written to"
    assert "دلّة نحاسية" in member.sees("/awaited")
    assert guest.sends(f"/awaited/{wait.id}/removal").status_code == 303
    assert member.sends(f"/awaited/{new_id()}/removal").status_code == 404
    assert waits().exists()
    assert member.sends(f"/awaited/{wait.id}/removal")["Location"] == "/awaited"
    assert "لا تنتظر شيئًا" in member.sees("/awaited") and not waits().exists()


def test_the_products_page_says_that_a_member_waits_and_lets_him_stop(member, guest, offer, place):
    """Without a script, on the page that all others share; his favourites say it, too."""
    pressed = member.sends(f"{place}/awaited", variant=offer.variant_id)
    for answer in (member.client.get(leads(pressed).partition("#")[0]), member.client.get(place)):
        page = answer.content.decode()
        assert WAITS in page and PRESS not in page
        assert "no-store" in answer["Cache-Control"] and not hasattr(answer, "shows")
    assert PRESS in guest.sees(place) and WAITS not in guest.sees(place)
    member.sends("/favourites", keep=place[3:])
    assert WAITS in member.sees("/favourites") and PRESS not in member.sees("/favourites")
    assert WAITS in member.sees(f"{place}?sort=worst"), "whatever else the address says"
    wait = waits().get()
    stopped = member.sends(f"/awaited/{wait.id}/removal", product=place[3:])
    assert leads(stopped) == f"{place}?variant={offer.variant_id}#buy" and not waits().exists()
    assert PRESS in member.sees(place) and WAITS not in member.sees(place)


def test_on_another_device_it_is_known_from_signing_in_on(member, email, offer, place):
    member.sends(f"{place}/awaited", variant=offer.variant_id)
    other = Shopper()
    other.sends("/account/sign-in", email=email, password=PASSWORD)
    assert WAITS in other.sees(place)
    other.sends("/account/sign-out")
    assert PRESS in other.sees(place) and not other.client.cookies["own"].value


def test_who_waits_for_nothing_costs_no_statement_more(member, guest, offer, place):
    other = make_shelved_offer(units=0)
    beside = f"/p/{names_of([other.product_id])[other.product_id].slug}"
    guest.sees(place), guest.sees(beside)

    def costs(shopper, path):
        with CaptureQueriesContext(connection) as asked:
            shopper.sees(path)
            return len(asked)

    plain = costs(guest, beside)
    assert costs(member, beside) == plain > 0
    pressed = member.sends(f"{place}/awaited", variant=offer.variant_id)
    member.sees(leads(pressed).partition("#")[0])
    assert costs(member, beside) == costs(guest, beside) == plain, "only where he waits"


def test_what_a_guest_asked_for_at_an_address_its_account_sees(guest, member, email, offer, place):
    guest.sends(f"{place}/awaited", variant=offer.variant_id, email=email)
    assert "دلّة نحاسية" in member.sees("/awaited")
    member.sends(f"/awaited/{waits().get().id}/removal")
    assert not waits().exists()


def test_nobody_learns_whether_an_address_has_an_account_or_wants_no_letters(
    guest, member, email, offer, place
):
    owner, _ = mailbox_of(GUEST)
    token = await_token(owner, markets()[0].id)
    assert guest.sends(f"/awaited/letters/{token}").status_code == 303 and is_silent(owner)
    pressed = {"variant": offer.variant_id}
    answers = [
        guest.sends(f"{place}/awaited", email=one, **pressed)
        for one in (GUEST, email, "unknown@example.com")
    ]
    assert len({(one.status_code, one["Location"]) for one in answers}) == 1
    assert sorted(waits().values_list("email", flat=True)) == [email, "unknown@example.com"]
    assert "أوقف هذه الرسائل" not in guest.sees(f"/awaited/letters/{token}")
    guest.sends(f"/awaited/letters/{token}", again="1")
    assert not is_silent(owner)
    guest.sees("/awaited/letters/x", 404)


def test_a_sold_out_favourite_offers_it_too(guest, offer, place):
    guest.sends("/favourites", keep=place[3:])
    assert f'action="{place}/awaited"' in guest.sees("/favourites")
    told = guest.sends(f"{place}/awaited")
    assert leads(told) == f"{place}/awaited?variant={offer.variant_id}"
    bring(offer)


def test_what_is_not_there_is_not_awaited(guest, place):
    guest.sees("/p/nothing-here/awaited", 404)
    told = guest.sends(f"{place}/awaited", variant=new_id(), email=GUEST)
    assert leads(told) == f"{place}#buy" and not waits().exists()


def test_a_robot_is_slowed_down(guest, offer, place):
    answers = [
        guest.sends(f"{place}/awaited", variant=offer.variant_id, email=f"a{number}@example.com")
        for number in range(22)
    ]
    assert [one.status_code for one in answers].count(429) == 2
