"""Signing in: the right person, to the right place, and nobody else."""

import pytest
from django.contrib.sessions.models import Session
from django.test import Client

from tijara.domains.accounts.shapes import DEMONSTRATION_DOMAIN
from tijara.domains.accounts.testing import PASSWORD, make_account
from tijara.domains.markets.testing import make_market
from tijara.domains.parties.actions import add_member
from tijara.domains.stores.testing import make_store
from tijara.kit.actor import SYSTEM
from tijara.kit.ids import new_id

pytestmark = pytest.mark.django_db
EMAIL = "salem@example.com"
SIGN_IN = "/account/sign-in"


@pytest.fixture
def visitor() -> Client:
    return Client(headers={"sec-fetch-site": "same-origin"})


def sign_in(visitor: Client, password: str = PASSWORD, email: str = EMAIL, **more):
    return visitor.post(SIGN_IN, {"email": email, "password": password, **more})


def work_for(person_id, *seller_ids) -> None:
    for seller_id in seller_ids:
        add_member(actor=SYSTEM, person_id=person_id, seller_id=seller_id)


def test_staff_arrive_in_the_office(visitor):
    make_account(email=EMAIL, is_operator=True)
    answer = sign_in(visitor)
    assert (answer.status_code, answer["Location"]) == (303, "/office/")


def test_the_people_of_one_store_arrive_in_it(visitor):
    work_for(make_account(email=EMAIL), make_store().seller_id)
    assert sign_in(visitor)["Location"] == "/hub/"


def test_the_people_of_two_stores_choose_one(visitor):
    first, second = make_store(), make_store(name_ar="دار الخزف")
    work_for(make_account(email=EMAIL), first.seller_id, second.seller_id)
    assert sign_in(visitor)["Location"] == "/account/"
    assert visitor.get("/hub/")["Location"] == "/account/"
    visitor.post("/account/store", {"seller_id": second.seller_id})
    assert "دار الخزف" in visitor.get("/hub/").content.decode()


def test_nobody_enters_a_store_that_he_does_not_work_for(visitor):
    mine, other = make_store(), make_store()
    work_for(make_account(email=EMAIL), mine.seller_id)
    sign_in(visitor)
    assert visitor.post("/account/store", {"seller_id": other.seller_id}).status_code == 404
    assert visitor.post("/account/store", {"seller_id": "nonsense"}).status_code == 404


def test_a_wrong_password_keeps_the_address_and_says_nothing_of_the_account(visitor):
    make_account(email=EMAIL)
    known = sign_in(visitor, "wrong-wrong-wrong")
    unknown = sign_in(visitor, "wrong-wrong-wrong", "nobody@example.com")
    assert known.status_code == unknown.status_code == 422
    assert EMAIL in known.content.decode()
    same = unknown.content.decode().replace("nobody@example.com", EMAIL)
    assert same == known.content.decode()


def test_too_many_tries_are_told_so_and_must_wait(visitor):
    make_account(email=EMAIL)
    for _ in range(8):
        sign_in(visitor, "wrong-wrong-wrong")
    answer = sign_in(visitor)
    assert answer.status_code == 429
    assert int(answer["Retry-After"]) > 0
    assert "كثرت المحاولات" in answer.content.decode()


def test_the_session_is_a_new_one_after_signing_in_and_is_gone_after_signing_out(visitor):
    """Who planted a session before, holds nothing afterwards."""
    make_account(email=EMAIL)
    session = visitor.session
    session["planted"] = True
    session.save()
    before = session.session_key
    sign_in(visitor)
    after = visitor.session.session_key
    assert after != before
    assert not Session.objects.filter(session_key=before).exists()
    visitor.post("/account/sign-out")
    assert not Session.objects.filter(session_key=after).exists()
    assert visitor.get("/account/").status_code == 303


def test_the_session_cookie_is_out_of_reach_of_scripts_and_other_sites(visitor):
    make_account(email=EMAIL)
    cookie = sign_in(visitor).cookies["sessionid"]
    assert cookie["httponly"]
    assert cookie["samesite"] == "Lax"


@pytest.mark.parametrize(
    "elsewhere",
    [
        "https://evil.example/",
        "//evil.example/",
        "/\\evil.example",
        "\\\\evil.example",
        "javascript:alert(1)",
        "http:///evil.example",
        "/account/sign-out",
        "hub/",
    ],
)
def test_nobody_is_sent_elsewhere_after_signing_in(visitor, elsewhere):
    make_account(email=EMAIL, is_operator=True)
    assert sign_in(visitor, next=elsewhere)["Location"] == "/office/"


def test_who_was_sent_here_goes_back_to_where_he_was_going(visitor):
    make_market()
    make_account(email=EMAIL, is_operator=True)
    asked = visitor.get("/office/audit?page=2")
    shown = visitor.get(asked["Location"]).content.decode()
    assert 'name="next" value="/office/audit?page=2"' in shown
    assert sign_in(visitor, next="/office/audit?page=2")["Location"] == "/office/audit?page=2"


def test_who_sent_a_form_too_late_is_not_led_to_an_address_without_a_page(visitor):
    asked = visitor.post(f"/hub/orders/{new_id()}/confirmation")
    assert asked["Location"] == f"{SIGN_IN}?next=%2Fhub%2F"


def test_no_address_writes_a_header_of_its_own(visitor):
    make_account(email=EMAIL)
    answer = sign_in(visitor, next="/cart\r\nSet-Cookie: a=b")
    assert answer.status_code == 303
    assert "\n" not in answer["Location"]


def test_an_open_browser_is_no_place_to_guess_its_password(visitor):
    make_account(email=EMAIL)
    sign_in(visitor)
    given = {"old": "not mine at all", "new": "another-8-road"}
    answers = [visitor.post("/account/password", given).status_code for _ in range(9)]
    assert answers == [422] * 8 + [429]


def test_another_site_can_not_sign_anyone_in():
    make_account(email=EMAIL)
    stranger = Client(headers={"sec-fetch-site": "cross-site"})
    assert sign_in(stranger).status_code == 403


def test_demonstration_people_are_shown_in_a_demonstration_only(visitor, settings):
    make_account(email=f"noura@{DEMONSTRATION_DOMAIN}", name="نورة السبيعي")
    settings.DEMONSTRATION = True
    assert "نورة السبيعي" in visitor.get(SIGN_IN).content.decode()
    settings.DEMONSTRATION = False
    shown = visitor.get(SIGN_IN).content.decode()
    assert "نورة السبيعي" not in shown
    assert settings.DEMONSTRATION_PASSWORD not in shown


def test_a_changed_password_ends_other_sessions_and_keeps_this_one(visitor):
    make_account(email=EMAIL)
    elsewhere = Client(headers={"sec-fetch-site": "same-origin"})
    sign_in(visitor)
    sign_in(elsewhere)
    refused = visitor.post("/account/password", {"old": "not mine at all", "new": "another-8-road"})
    assert refused.status_code == 422
    assert visitor.post("/account/password", {"old": PASSWORD, "new": "short"}).status_code == 422
    done = visitor.post("/account/password", {"old": PASSWORD, "new": "another-8-road"})
    assert done.status_code == 303
    assert visitor.get("/account/").status_code == 200
    assert elsewhere.get("/account/").status_code == 303


def test_english_pages_stay_english(visitor):
    make_account(email=EMAIL, is_operator=True)
    answer = visitor.post(f"/en{SIGN_IN}", {"email": EMAIL, "password": PASSWORD})
    assert answer["Location"] == "/en/office/"


def test_a_person_without_a_store_is_told_what_to_do(visitor):
    make_account(email=EMAIL)
    assert sign_in(visitor)["Location"] == "/account/"
    assert "لا متجر بعد" in visitor.get("/account/").content.decode()
    assert visitor.get("/hub/")["Location"] == "/account/selling"
    assert visitor.get("/hub/orders").status_code == 403
    assert visitor.get("/office/").status_code == 403


def test_what_is_typed_is_shown_as_text(visitor):
    answer = sign_in(visitor, "x", f"{new_id().hex}<script>@x")
    assert "<script>@x" not in answer.content.decode()


def test_an_account_stands_in_a_market_as_every_page_does(visitor):
    """Its pin and its name in the masthead, and the other markets in the footer."""
    make_market(slug="sa", country="SA")
    make_market(slug="eg", country="EG")
    make_account(email=EMAIL)
    sign_in(visitor)
    page = visitor.get("/eg/account/").content.decode()
    masthead, footer = page[: page.index("<main")], page[page.index("<footer") :]
    assert "مصر" in masthead
    assert '<a href="/"' in footer
    assert '<a href="/eg/" aria-current="true">' in footer
