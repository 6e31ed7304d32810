"""Whose an installation is: whoever holds its key, once; and how far the set-up has come."""

import threading
from datetime import timedelta

import pytest
from django.db import connection

from tijara.domains.accounts.actions import EmailTaken, check_sign_in
from tijara.domains.accounts.queries import account, account_by_email
from tijara.domains.accounts.testing import make_account
from tijara.domains.installation.actions import (
    KeyOver,
    KeyWrong,
    NotTheOwner,
    SetupOver,
    StepMustBeDone,
    claim_installation,
    issue_key,
    settle_step,
)
from tijara.domains.installation.models import Installation
from tijara.domains.installation.queries import fault_of_key, setup_state
from tijara.domains.installation.shapes import Selling, Step
from tijara.kit.actor import SYSTEM, Actor, ActorKind
from tijara.kit.clock import now
from tijara.kit.powers import STAFF_POWERS, VISITOR_POWERS
from tijara.kit.refusal import Invalid
from tijara.platform.action import NotAllowed

pytestmark = pytest.mark.django_db
VISITOR = Actor(ActorKind.BUYER, powers=VISITOR_POWERS)
PASSWORD = "قهوة الصباح في الرياض"


def claims(key: str, recipient: str = "salem@example.com", password: str = PASSWORD):
    return claim_installation(
        actor=VISITOR,
        key=key,
        recipient=recipient,
        name="سالم",
        password=password,
        language="ar",
    )


def staff(person_id) -> Actor:
    return Actor(ActorKind.STAFF, person_id, powers=STAFF_POWERS)


@pytest.fixture
def owner() -> Actor:
    return staff(claims(issue_key(actor=SYSTEM)))


def test_who_holds_the_key_is_the_owner_and_an_administrator():
    person = account(claims(issue_key(actor=SYSTEM)))
    assert (person.email, person.staff_role) == ("salem@example.com", "admin")
    state = setup_state()
    assert (state.owner_id, state.next_step, state.has_key) == (person.id, Step.MARKET, False)


def test_a_phone_will_do():
    person = account(claims(issue_key(actor=SYSTEM), "+966551234567"))
    assert person.phone == "+966551234567"


@pytest.mark.parametrize("key", ["", "x", "ق" * 40, "a" * 5000])
def test_a_wrong_key_opens_nothing(key):
    with pytest.raises(KeyWrong):
        claims(key)
    issue_key(actor=SYSTEM)
    with pytest.raises(KeyWrong):
        claims(key)
    assert fault_of_key(key) == "wrong"
    assert account_by_email("salem@example.com") is None


def test_a_key_opens_once():
    key = issue_key(actor=SYSTEM)
    claims(key)
    with pytest.raises(KeyWrong):
        claims(key, "another@example.com")
    assert account_by_email("another@example.com") is None


def test_a_newer_key_takes_the_place_of_the_one_before():
    old, new = issue_key(actor=SYSTEM), issue_key(actor=SYSTEM)
    with pytest.raises(KeyWrong):
        claims(old)
    claims(new)


def test_a_key_grows_old():
    key = issue_key(actor=SYSTEM)
    Installation.objects.update(key_until=now() - timedelta(seconds=1))
    assert fault_of_key(key) == "over"
    with pytest.raises(KeyOver):
        claims(key)
    assert setup_state().has_key is False


def test_the_key_is_kept_as_a_digest_only():
    key = issue_key(actor=SYSTEM)
    assert key not in str(Installation.objects.values().get())


def test_only_the_machines_keeper_asks_for_a_key(owner):
    with pytest.raises(NotAllowed):
        issue_key(actor=owner)


def test_nothing_is_claimed_with_a_poor_password_and_the_key_stays_good():
    key = issue_key(actor=SYSTEM)
    for poor in ("", "short", "aaaaaaaaaaaa", "salem@example"):
        with pytest.raises(Invalid):
            claims(key, password=poor)
    assert setup_state().owner_id is None
    claims(key)


def test_somebody_elses_account_is_not_taken_over():
    make_account(email="mona@example.com")
    with pytest.raises(EmailTaken):
        claims(issue_key(actor=SYSTEM), "mona@example.com")
    assert setup_state().owner_id is None


def test_an_owner_who_lost_his_way_in_comes_back_with_a_new_password():
    first = claims(issue_key(actor=SYSTEM))
    again = claims(issue_key(actor=SYSTEM), password="شاي بالنعناع بعد العصر")
    assert again == first
    found = check_sign_in(
        actor=VISITOR, login="salem@example.com", password="شاي بالنعناع بعد العصر", address="::1"
    )
    assert found.id == first


def test_who_claims_it_with_a_newer_key_takes_the_place_of_who_did_before():
    first = claims(issue_key(actor=SYSTEM))
    second = claims(issue_key(actor=SYSTEM), "mona@example.com")
    assert setup_state().owner_id == second
    assert (account(first).staff_role, account(second).staff_role) == ("", "admin")
    with pytest.raises(NotTheOwner):
        settle_step(actor=staff(first), step=Step.MARKET)


def winner_of(outcomes: list[str]) -> str:
    return next(name for name in outcomes if name != "refused")


@pytest.mark.django_db(transaction=True)
def test_of_two_who_claim_it_at_once_one_does():
    key, outcomes = issue_key(actor=SYSTEM), []
    ready = threading.Barrier(2)

    def claim(name: str) -> None:
        try:
            ready.wait()
            claims(key, f"{name}@example.com")
            outcomes.append(name)
        except KeyWrong:
            outcomes.append("refused")
        finally:
            connection.close()

    both = [threading.Thread(target=claim, args=(name,)) for name in ("salem", "mona")]
    for one in both:
        one.start()
    for one in both:
        one.join()
    assert outcomes.count("refused") == 1
    assert setup_state().owner_id == account_by_email(f"{winner_of(outcomes)}@example.com").id


def test_steps_go_on_where_they_stopped(owner):
    settle_step(actor=owner, step=Step.MARKET)
    assert setup_state().next_step is Step.LOOK
    settle_step(actor=owner, step=Step.LOOK, is_put_off=True)
    settle_step(actor=owner, step=Step.STORE, selling=Selling.OWN)
    assert setup_state().next_step is Step.PAYMENT
    settle_step(actor=owner, step=Step.LOOK)
    assert setup_state().put_off == frozenset()


def test_what_nothing_is_sold_without_is_not_put_off(owner):
    for step in (Step.OWNER, Step.MARKET, Step.STORE):
        with pytest.raises(StepMustBeDone):
            settle_step(actor=owner, step=step, is_put_off=True)


@pytest.mark.parametrize(("selling", "last"), [("own", Step.PRODUCT), ("many", Step.DELIVERY)])
def test_the_last_step_ends_it_for_good(owner, selling, last):
    settle_step(actor=owner, step=Step.MARKET)
    settle_step(actor=owner, step=Step.STORE, selling=Selling(selling))
    for step in (Step.LOOK, Step.PAYMENT, Step.DELIVERY, Step.PRODUCT):
        if setup_state().is_finished:
            break
        is_over = settle_step(actor=owner, step=step, is_put_off=True)
        assert is_over == (step is last)
    assert setup_state().is_finished
    with pytest.raises(SetupOver):
        settle_step(actor=owner, step=Step.LOOK)
    with pytest.raises(SetupOver):
        issue_key(actor=SYSTEM)
    with pytest.raises(SetupOver):
        claims("any")
