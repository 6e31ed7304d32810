"""The pages of one's data: only after a proof, only one's own, and undone by coming back."""

import pytest
from django.contrib.sessions.models import Session
from django.test import Client

from tijara.domains.accounts.queries import account_by_email
from tijara.domains.accounts.testing import PASSWORD, make_account
from tijara.domains.markets.testing import make_market
from tijara.domains.parties.actions import open_customer
from tijara.domains.privacy.actions import compose_copies
from tijara.domains.privacy.queries import closing_of, copy_of
from tijara.domains.wallet.testing import give
from tijara.faces.account.people import PROVED
from tijara.kit.actor import SYSTEM, Actor, ActorKind
from tijara.kit.powers import VISITOR_POWERS

pytestmark = pytest.mark.django_db
EMAIL, OTHER = "noura@example.com", "salem@example.com"


@pytest.fixture
def noura() -> Client:
    make_market()
    make_account(email=EMAIL)
    return entered(EMAIL)


def entered(email: str) -> Client:
    client = Client(headers={"sec-fetch-site": "same-origin"})
    client.post("/account/sign-in", {"email": email, "password": PASSWORD})
    return client


def grow_stale(client: Client) -> None:
    session = client.session
    session[PROVED] = 0
    session.save()


def text(answer) -> str:
    return answer.content.decode()


def person_id(email: str = EMAIL):
    found = account_by_email(email)
    assert found
    return found.id


def test_all_of_it_asks_for_a_proof_again(noura):
    grow_stale(noura)
    for path in ("data", "data/file", "closing"):
        answer = noura.get(f"/account/{path}")
        assert answer["Location"].startswith("/account/proof?next=%2Faccount%2F"), path
    for path in ("data/copy", "closing"):
        assert noura.post(f"/account/{path}", {"sure": 1})["Location"].startswith("/account/proof")
    assert copy_of(person_id()) is None and closing_of(person_id()) is None


def test_a_copy_is_asked_for_waited_for_and_fetched(noura):
    assert "اطلب نسخة" in text(noura.get("/account/data"))
    assert noura.get("/account/data/file").status_code == 404
    noura.post("/account/data/copy")
    waiting = noura.get("/account/data")
    assert waiting["Refresh"] and "نجمع نسختك" in text(waiting)
    compose_copies(actor=SYSTEM)
    ready = noura.get("/account/data")
    assert "نسختك جاهزة" in text(ready) and "Refresh" not in ready
    file = noura.get("/account/data/file")
    assert file.getvalue()[:2] == b"PK" and "attachment" in file["Content-Disposition"]
    assert "no-store" in file["Cache-Control"]
    noura.post("/account/data/copy")
    assert "لم يمض على نسختك الأخيرة" in text(noura.get("/account/data"))


def test_nobody_fetches_anothers(noura):
    noura.post("/account/data/copy")
    compose_copies(actor=SYSTEM)
    make_account(email=OTHER)
    stranger = entered(OTHER)
    assert stranger.get("/account/data/file").status_code == 404
    assert "نسختك جاهزة" not in text(stranger.get("/account/data"))
    visitor = Client(headers={"sec-fetch-site": "same-origin"})
    assert visitor.get("/account/data/file").status_code == 303


def test_closing_says_what_goes_and_wants_a_tick(noura):
    page = text(noura.get("/account/closing"))
    assert "ما الذي يُمحى" in page and "الفواتير" in page
    assert noura.post("/account/closing").status_code == 422
    assert closing_of(person_id()) is None


def test_closing_signs_out_everywhere_and_coming_back_keeps_all(noura):
    elsewhere = entered(EMAIL)
    answer = noura.post("/account/closing", {"sure": "1"})
    assert answer["Location"] == "/account/closed"
    assert "أريد الاحتفاظ به" in text(noura.get("/account/closed"))
    assert closing_of(person_id()) and not Session.objects.exists()
    assert elsewhere.get("/account/")["Location"].startswith("/account/sign-in")
    back = entered(EMAIL)
    assert closing_of(person_id()) is None
    assert "حسابك باق" in text(back.get("/account/"))


def test_money_in_the_wallet_is_in_the_way_and_leads_there(noura):
    actor = Actor(ActorKind.BUYER, person_id(), powers=VISITOR_POWERS)
    give(open_customer(actor=actor), 500)
    page = text(noura.get("/account/closing"))
    assert 'href="/wallet"' in page and 'name="sure"' not in page
    assert noura.post("/account/closing", {"sure": "1"}).status_code == 409
    assert closing_of(person_id()) is None
