import time
from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta

import pytest
from allauth.usersessions.models import UserSession
from django.contrib.sessions.backends.db import SessionStore
from django.contrib.sessions.models import Session
from django.db import connection

from tijara.domains.accounts import queries
from tijara.domains.accounts.actions import (
    EmailTaken,
    TooManyTries,
    WrongOldPassword,
    WrongPassword,
    change_password,
    check_sign_in,
    create_account,
    forget_sessions,
    forget_sign_in_tries,
)
from tijara.domains.accounts.models import SignInTries, User
from tijara.domains.accounts.rules import LONGEST_WINDOW, WINDOW, password_problem
from tijara.domains.accounts.shapes import DEMONSTRATION_DOMAIN
from tijara.domains.accounts.testing import PASSWORD, make_account
from tijara.kit.actor import SYSTEM, Actor, ActorKind
from tijara.kit.clock import now
from tijara.kit.powers import SELLER_POWERS, VISITOR_POWERS
from tijara.kit.refusal import Invalid
from tijara.platform.action import NotAllowed

pytestmark = pytest.mark.django_db
VISITOR = Actor(ActorKind.BUYER, powers=VISITOR_POWERS)
EMAIL = "salem@example.com"


def sign_in(password=PASSWORD, email=EMAIL, address="192.0.2.1"):
    return check_sign_in(actor=VISITOR, login=email, password=password, address=address)


def fail(times: int, **given) -> None:
    for _ in range(times):
        with pytest.raises(WrongPassword):
            sign_in("wrong-wrong-wrong", **given)


def test_the_right_password_opens():
    person_id = make_account(email=EMAIL)
    found = sign_in()
    assert found.id == person_id
    assert found == queries.account(person_id) == queries.account_by_email("SALEM@example.com ")


@pytest.mark.parametrize(
    "spelling", ["Salem@Example.com", " salem@example.com", "ｓalem@example.com"]
)
def test_one_address_is_one_account_however_it_is_spelled(spelling):
    make_account(email=EMAIL)
    with pytest.raises(EmailTaken):
        make_account(email=spelling)
    assert sign_in(email=spelling)


def test_a_wrong_password_an_unknown_address_and_a_closed_account_get_the_same_answer():
    closed = make_account(email="closed@example.com")
    make_account(email=EMAIL)
    User.objects.filter(id=closed).update(is_active=False)
    answers = set()
    for email, password in [
        (EMAIL, "wrong-wrong-wrong"),
        ("nobody@example.com", PASSWORD),
        ("closed@example.com", PASSWORD),
    ]:
        with pytest.raises(WrongPassword) as refused:
            sign_in(password, email)
        answers.add((refused.value.code, str(refused.value)))
    assert len(answers) == 1


def test_an_unknown_address_takes_the_time_of_a_known_one(settings):
    """By processor time, which other work on the machine hardly moves."""
    settings.PASSWORD_HASHERS = ["django.contrib.auth.hashers.Argon2PasswordHasher"]
    make_account(email=EMAIL)

    def cost(email: str) -> float:
        began = time.thread_time()
        with pytest.raises(WrongPassword):
            sign_in("wrong-wrong-wrong", email)
        return time.thread_time() - began

    known = min(cost(EMAIL) for _ in range(3))
    unknown = min(cost("nobody@example.com") for _ in range(3))
    assert unknown > known / 2


def test_after_eight_wrong_tries_even_the_right_password_waits():
    make_account(email=EMAIL)
    fail(8)
    with pytest.raises(TooManyTries) as refused:
        sign_in()
    assert 1 <= refused.value.facts["minutes"] <= 15


def test_a_stranger_elsewhere_does_not_lock_the_owner_out():
    make_account(email=EMAIL)
    fail(8, address="203.0.113.9")
    assert sign_in()


def test_one_address_can_not_try_many_accounts_for_ever():
    for number in range(100):
        fail(1, email=f"nobody{number}@example.com")
    with pytest.raises(TooManyTries):
        sign_in("wrong-wrong-wrong", "another@example.com")


def test_the_wait_ends_with_the_window():
    make_account(email=EMAIL)
    fail(8)
    SignInTries.objects.update(since=now() - WINDOW - timedelta(seconds=1))
    assert sign_in()


def test_signing_in_forgives_earlier_slips():
    make_account(email=EMAIL)
    for _ in range(3):
        fail(7)
        assert sign_in()


def test_counters_that_are_over_are_forgotten():
    fail(1)
    assert forget_sign_in_tries(actor=SYSTEM) == 0
    SignInTries.objects.update(since=now() - LONGEST_WINDOW - timedelta(seconds=1))
    assert forget_sign_in_tries(actor=SYSTEM) == 3


@pytest.mark.django_db(transaction=True)
def test_parallel_tries_are_no_way_around_the_limit():
    make_account(email=EMAIL)

    def attempt(_) -> str:
        try:
            sign_in("wrong-wrong-wrong")
        except (WrongPassword, TooManyTries) as refused:
            return refused.code
        finally:
            connection.close()

    with ThreadPoolExecutor(8) as pool:
        answers = list(pool.map(attempt, range(24)))
    assert answers.count(WrongPassword.code) == 8
    assert answers.count(TooManyTries.code) == 16


@pytest.mark.parametrize(
    ("password", "problem"),
    [
        ("short", "password_short"),
        ("x" * 201, "password_long"),
        ("1234567890", "password_common"),
        ("aaaaaaaaaaaa", "password_common"),
        ("salem-loves-tea", "password_personal"),
        ("my966551234567", "password_personal"),
        ("كلمة سر طويلة", ""),
        ("correct horse battery", ""),
    ],
)
def test_what_a_password_must_be(password, problem):
    assert password_problem(password, own=(EMAIL, "+966551234567", "نورة")) == problem


def test_an_account_says_all_that_is_wrong_at_once():
    with pytest.raises(Invalid) as refused:
        create_account(actor=SYSTEM, email="no address", name="ن" * 121, password="short")
    assert refused.value.fields == {
        "email": "email_invalid",
        "name": "name_invalid",
        "password": "password_short",
    }


def test_a_seller_can_not_open_accounts():
    with pytest.raises(NotAllowed):
        create_account(
            actor=Actor(ActorKind.SELLER, powers=SELLER_POWERS),
            email=EMAIL,
            name="سالم",
            password=PASSWORD,
        )


def test_a_changed_password_closes_sessions_that_the_old_one_opened():
    person_id = make_account(email=EMAIL)
    person = Actor(ActorKind.SELLER, person_id=person_id, powers=SELLER_POWERS)
    before = User.objects.get(id=person_id).get_session_auth_hash()
    with pytest.raises(WrongOldPassword):
        change_password(actor=person, old="not the old one", new="another-caravan-8")
    with pytest.raises(Invalid):
        change_password(actor=person, old=PASSWORD, new="short")
    change_password(actor=person, old=PASSWORD, new="another-caravan-8")
    assert User.objects.get(id=person_id).get_session_auth_hash() != before
    assert sign_in("another-caravan-8")


def test_sessions_that_are_over_go_with_what_was_noted_of_their_devices():
    person_id = make_account(email=EMAIL)
    for age, is_over in ((1, True), (3, True), (3, False)):
        session = SessionStore()
        session.set_expiry(timedelta(seconds=-1) if is_over else timedelta(days=1))
        session.save()
        device = UserSession.objects.create(
            user_id=person_id, session_key=session.session_key, ip="192.0.2.1", user_agent="Firefox"
        )
        UserSession.objects.filter(id=device.id).update(
            created_at=now() - timedelta(hours=20 * age)
        )
    assert forget_sessions(actor=SYSTEM) == 1
    assert Session.objects.count() == 1
    assert UserSession.objects.count() == 2
    assert forget_sessions(actor=SYSTEM) == 0


def test_demonstration_people_are_told_by_their_address():
    make_account(email=EMAIL)
    staff = make_account(email=f"noura@{DEMONSTRATION_DOMAIN}", is_operator=True)
    assert [person.id for person in queries.demonstration_accounts()] == [staff]


def test_people_whose_password_everybody_knows_enter_a_demonstration_only(settings):
    email = f"noura@{DEMONSTRATION_DOMAIN}"
    make_account(email=email, is_operator=True)
    settings.DEMONSTRATION = True
    assert sign_in(email=email).is_operator
    settings.DEMONSTRATION = False
    with pytest.raises(WrongPassword):
        sign_in(email=email)
