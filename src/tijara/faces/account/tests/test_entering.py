"""One door: a phone or an e-mail, the code that came to it, and one is in."""

import re
from urllib.parse import parse_qs, urlsplit

import pytest
from django.contrib.sessions.models import Session
from django.test import Client

from tijara.domains.accounts.queries import account_by_recipient
from tijara.domains.accounts.testing import make_account, pauses_are_over, sent_code
from tijara.domains.messaging.queries import recent_messages

pytestmark = pytest.mark.django_db
PHONE, EMAIL = "+966551234567", "noura@example.com"
SHOWN = "+966 55 123 4567"
"""As a person reads it."""
SIGN_IN, CODE = "/account/sign-in", "/account/sign-in/code"


@pytest.fixture
def visitor() -> Client:
    return browser()


def browser() -> Client:
    return Client(headers={"sec-fetch-site": "same-origin"})


def ask(visitor: Client, login: str = "055 123 4567", **more):
    return visitor.post(SIGN_IN, {"login": login, **more})


def enter(visitor: Client, code: str | None = None, recipient: str = PHONE):
    return visitor.post(CODE, {"code": code or sent_code(recipient)})


def other_than(code: str) -> str:
    return f"{(int(code) + 1) % 1_000_000:06}"


def text(answer) -> str:
    return answer.content.decode()


def test_a_new_phone_opens_an_account_and_an_old_one_finds_it(visitor):
    assert ask(visitor)["Location"] == CODE
    assert SHOWN in text(visitor.get(CODE))
    assert enter(visitor)["Location"] == "/account/"
    first = account_by_recipient(PHONE)
    assert first.phone == PHONE and not first.email and not first.has_password
    pauses_are_over(PHONE)
    again = browser()
    ask(again, "+966 55 123 4567")
    enter(again)
    assert account_by_recipient(PHONE).id == first.id
    assert SHOWN in text(again.get("/account/"))


def test_an_email_does_as_well(visitor):
    ask(visitor, " Noura@Example.com ")
    assert enter(visitor, recipient=EMAIL).status_code == 303
    assert account_by_recipient(EMAIL).email == EMAIL


def test_known_and_unknown_get_the_same_answer():
    make_account(phone=PHONE)
    known, unknown = browser(), browser()
    answers = [ask(known), ask(unknown, "0551234568")]
    assert len({(answer.status_code, answer["Location"]) for answer in answers}) == 1
    pages = [text(known.get(CODE)), text(unknown.get(CODE))]
    assert pages[0] == pages[1].replace("+966 55 123 4568", SHOWN)
    letters = [letter.text[7:] for letter in recent_messages(2)]
    assert letters[0] == letters[1]


def test_a_wrong_code_keeps_what_was_typed_and_may_be_mended(visitor):
    ask(visitor)
    code = sent_code(PHONE)
    wrong = enter(visitor, other_than(code))
    assert wrong.status_code == 422
    assert f'value="{other_than(code)}"' in text(wrong)
    assert enter(visitor, f"{code[:3]} {code[3:]}").status_code == 303


def test_after_five_wrong_codes_another_is_needed(visitor):
    ask(visitor)
    code = sent_code(PHONE)
    for _ in range(5):
        enter(visitor, other_than(code))
    assert "انتهت صلاحية هذا الرمز" in text(enter(visitor, code))
    assert visitor.get("/account/").status_code == 303
    pauses_are_over(PHONE)
    assert visitor.post(f"{CODE}/another")["Location"] == CODE
    assert enter(visitor).status_code == 303


def test_another_code_waits_a_minute_and_says_so(visitor):
    ask(visitor)
    answer = visitor.post(f"{CODE}/another")
    assert answer["Location"] == CODE
    assert "أرسلنا إليك رمزًا" in text(visitor.get(CODE))
    assert len(recent_messages(5, recipient=PHONE)) == 1


def test_pressed_twice_the_first_code_is_still_good(visitor):
    ask(visitor)
    assert ask(visitor)["Location"] == CODE
    assert enter(visitor).status_code == 303


def test_a_mistaken_number_is_there_to_be_mended(visitor):
    ask(visitor, next="/cart")
    shown = text(visitor.get(SIGN_IN))
    assert f'value="{PHONE}"' in shown
    assert 'name="next" value="/cart"' in shown
    ask(visitor, "0551234568", next="/cart")
    assert enter(visitor, recipient="+966551234568")["Location"] == "/cart"


@pytest.mark.parametrize("typed", ["", "0112345678", "noura", "noura@", "12", "<script>", "\0"])
def test_what_is_neither_phone_nor_email_is_refused_kindly(visitor, typed):
    answer = ask(visitor, typed)
    assert answer.status_code in (400, 422)
    assert not recent_messages(1)
    assert "<script>" not in text(answer)


def test_a_code_opens_only_in_the_browser_that_asked():
    """Somebody else's code, read over a shoulder or given away on the phone, opens nothing."""
    asked, thief = browser(), browser()
    ask(asked)
    code = sent_code(PHONE)
    assert enter(thief, code)["Location"] == SIGN_IN
    pauses_are_over(PHONE)
    ask(thief)
    assert enter(thief, code).status_code == 422
    assert thief.get("/account/").status_code == 303


def test_a_forged_cookie_opens_nothing(visitor):
    ask(visitor)
    visitor.cookies["entering"] = visitor.cookies["entering"].value[:-4] + "AAAA"
    assert enter(visitor, "123456")["Location"] == SIGN_IN


@pytest.mark.parametrize(
    "elsewhere",
    [
        "https://evil.example/",
        "//evil.example/",
        "/\\evil.example",
        "javascript:x",
        "/account/sign-out",
    ],
)
def test_nobody_is_sent_elsewhere_after_the_code(visitor, elsewhere):
    ask(visitor, next=elsewhere)
    assert enter(visitor)["Location"] == "/account/"


def test_the_session_gets_a_new_key(visitor):
    session = visitor.session
    session["planted"] = True
    session.save()
    before = session.session_key
    ask(visitor)
    enter(visitor)
    assert visitor.session.session_key != before
    assert not Session.objects.filter(session_key=before).exists()


def test_a_closed_account_stays_closed(visitor, django_user_model):
    make_account(phone=PHONE)
    django_user_model.objects.update(is_active=False)
    ask(visitor)
    assert "هذا الحساب مغلق" in text(enter(visitor))
    assert visitor.get("/account/").status_code == 303


def test_demonstration_phones_open_nothing_in_a_real_market(visitor, settings):
    make_account(email="noura@demo.tijara.example", phone=PHONE)
    settings.DEMONSTRATION = False
    ask(visitor)
    code = recent_messages(1)[0].text[:6]
    assert enter(visitor, code).status_code == 422


def test_a_password_works_with_the_phone_too(visitor):
    make_account(phone=PHONE)
    given = {"login": "0551234567", "password": "a-quiet-caravan-7"}
    assert visitor.post("/account/sign-in/password", given).status_code == 303


def test_too_many_codes_are_told_so(visitor):
    for _ in range(5):
        pauses_are_over(PHONE)
        ask(visitor)
    pauses_are_over(PHONE)
    answer = ask(visitor)
    assert answer.status_code == 429
    assert "طُلبت رموز كثيرة" in text(answer)


def test_who_must_sign_in_comes_back_to_where_he_was(visitor):
    there = visitor.get("/account/security")["Location"]
    wanted = parse_qs(urlsplit(there).query)["next"][0]
    ask(visitor, next=wanted)
    assert enter(visitor)["Location"] == "/account/security"


def test_the_page_needs_no_script(visitor):
    shown = text(visitor.get(SIGN_IN))
    assert not re.search(r"<script(?![^>]*src=)", shown)
    assert re.search(r'data-passkey="ask"[^>]* hidden', shown)
