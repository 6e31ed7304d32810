"""One-time codes: six digits that open once, slowly, for one purpose, recipient and asker."""

import re
from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta

import pytest
from django.db import connection

from tijara.domains.accounts.actions import (
    CodeOver,
    CodeTooSoon,
    TooManyCodes,
    WrongCode,
    change_profile,
    check_code,
    forget_sign_in_tries,
    send_code,
)
from tijara.domains.accounts.models import OneTimeCode, SignInTries
from tijara.domains.accounts.rules import (
    CODE_LIFE,
    DAY,
    HOUR,
    RESEND_PAUSE,
    code_limits,
    read_code,
)
from tijara.domains.accounts.testing import make_account, pauses_are_over, sent_code
from tijara.domains.markets.actions import change_look
from tijara.domains.markets.testing import make_market
from tijara.domains.messaging.actions import deliver_messages
from tijara.domains.messaging.queries import messages, recent_messages
from tijara.domains.messaging.shapes import Means, MessageState
from tijara.domains.messaging.testing import let_secrets_expire, stored_text
from tijara.kit.actor import SYSTEM, Actor, ActorKind
from tijara.kit.clock import now
from tijara.kit.ids import new_id
from tijara.kit.powers import VISITOR_POWERS

pytestmark = pytest.mark.django_db
VISITOR = Actor(ActorKind.BUYER, powers=VISITOR_POWERS)
PHONE, ASKER = "+966551234567", new_id()


def send(**changed) -> str:
    given = {"purpose": "sign_in", "recipient": PHONE, "language": "ar", "owner_id": ASKER}
    send_code(actor=VISITOR, **(given | changed))
    return sent_code((given | changed)["recipient"])


def check(code: str, **changed) -> bool:
    given = {"purpose": "sign_in", "recipient": PHONE, "owner_id": ASKER}
    return check_code(actor=VISITOR, code=code, **(given | changed))


def other_than(code: str) -> str:
    return f"{(int(code) + 1) % 1_000_000:06}"


def later(pause: timedelta) -> None:
    """As if everything had happened so much earlier."""
    OneTimeCode.objects.update(sent_at=now() - pause)
    SignInTries.objects.update(since=now() - pause)


def test_the_code_opens_once():
    code = send()
    assert check(code) is True
    with pytest.raises(CodeOver):
        check(code)


@pytest.mark.parametrize("typed", ["{0} {1}", " {0}-{1} ", "\u200f{0}{1}\u200f"])
def test_a_code_counts_however_it_was_typed(typed):
    code = send()
    assert check(typed.format(code[:3], code[3:]))


def test_arabic_digits_are_digits():
    assert read_code("١٢٣ ٤٥٦") == "123456"


def test_a_code_is_good_for_its_purpose_its_recipient_and_its_asker_only():
    code = send()
    for changed in (
        {"purpose": "cash_order"},
        {"recipient": "+966551234568"},
        {"owner_id": new_id()},
    ):
        with pytest.raises(CodeOver):
            check(code, **changed)
    assert check(code)


def test_after_five_wrong_tries_even_the_right_code_is_over():
    code = send()
    left = []
    for _ in range(5):
        with pytest.raises(WrongCode) as refused:
            check(other_than(code))
        left.append(refused.value.facts["tries"])
    assert left == [4, 3, 2, 1, 0]
    with pytest.raises(CodeOver):
        check(code)


def test_a_code_lives_ten_minutes():
    code = send()
    later(CODE_LIFE)
    with pytest.raises(CodeOver):
        check(code)


def test_a_new_code_takes_the_place_of_the_old_one():
    old = send()
    later(RESEND_PAUSE + timedelta(seconds=1))
    new = send()
    if old != new:
        with pytest.raises(WrongCode):
            check(old)
    assert check(new)


def test_the_next_code_waits_a_minute_and_impatience_costs_nothing():
    send()
    for _ in range(9):
        with pytest.raises(CodeTooSoon) as refused:
            send()
        assert 1 <= refused.value.facts["seconds"] <= 60
    later(RESEND_PAUSE + timedelta(seconds=1))
    assert send()


def test_a_phone_gets_five_codes_an_hour_whoever_asks():
    for number in range(5):
        pauses_are_over(PHONE)
        send(owner_id=new_id(), purpose=f"p{number}")
    pauses_are_over(PHONE)
    with pytest.raises(TooManyCodes) as refused:
        send(owner_id=new_id())
    assert 1 <= refused.value.facts["minutes"] <= 60
    later(HOUR + timedelta(seconds=1))
    assert send()


def test_a_phone_gets_fifteen_codes_a_day():
    for _ in range(3):
        for _ in range(5):
            pauses_are_over(PHONE)
            send(owner_id=new_id())
        the_hour_is_over()
    with pytest.raises(TooManyCodes):
        send(owner_id=new_id())
    later(DAY + timedelta(seconds=1))
    assert send()


def the_hour_is_over() -> None:
    pauses_are_over(PHONE)
    hour = code_limits(PHONE, ASKER, "")[0]
    SignInTries.objects.filter(key=hour.key).delete()


def test_one_asker_and_one_network_can_not_write_to_many_phones():
    for number in range(10):
        send(recipient=f"+96655000{number:04}", network="192.0.2.1")
    with pytest.raises(TooManyCodes):
        send(recipient="+966550001000", network="192.0.2.1")
    for number in range(49):
        send(recipient=f"+96655100{number:04}", owner_id=new_id(), network="192.0.2.1")
    with pytest.raises(TooManyCodes):
        send(recipient="+966552000000", owner_id=new_id(), network="192.0.2.1")


def test_neither_phone_nor_code_is_kept_with_the_code():
    code = send()
    row = OneTimeCode.objects.get()
    assert code not in row.digest and PHONE[1:] not in row.key
    assert len(row.digest) == len(row.key) == 64


def test_the_text_is_short_begins_with_the_code_and_keeps_it_out_of_the_list():
    code = send()
    (letter,) = recent_messages(1)
    assert letter.text.startswith(f"{code} ") and len(letter.text) <= 120
    assert "دقائق" in letter.text
    assert code not in letter.subject
    assert not re.search(r"\d", messages().items[0].subject)


def test_the_text_comes_in_the_language_that_was_asked_for():
    code = send(language="en", recipient="reader@example.com")
    (letter,) = recent_messages(1)
    assert letter.text == (
        f"{code} is your code to enter Tijara. Good for 10 minutes. "
        "Tell it to nobody, not even to us."
    )


def test_a_code_comes_in_the_name_of_the_market_that_sends_it():
    known = make_market(name_ar="عود الجزيرة")
    change_look(actor=SYSTEM, market_id=known.id, accent="#14606b", logo=None)
    code = send(market_id=known.id)
    (letter,) = recent_messages(1)
    assert letter.text.startswith(f"{code} رمز دخولك إلى عود الجزيرة.")
    assert letter.subject == "رمزك في عود الجزيرة"


@pytest.mark.parametrize(
    ("wish", "means"),
    [
        ("", Means.WHATSAPP),
        ("email", Means.WHATSAPP),
        ("sms", Means.SMS),
        ("whatsapp", Means.WHATSAPP),
    ],
)
def test_a_phone_gets_its_code_as_its_owner_wishes_else_as_its_market_prefers(wish, means):
    owner = Actor(ActorKind.BUYER, make_account(phone=PHONE), powers=VISITOR_POWERS)
    change_profile(actor=owner, name="نورة", language="ar", wish=wish)
    send(market_id=make_market(phone_means="whatsapp").id)
    assert recent_messages(1, recipient=PHONE)[0].means is means


def test_codes_that_are_over_are_forgotten():
    send()
    assert forget_sign_in_tries(actor=SYSTEM) == 0
    later(CODE_LIFE + timedelta(seconds=1))
    assert forget_sign_in_tries(actor=SYSTEM) == 1


@pytest.mark.django_db(transaction=True)
def test_parallel_guesses_get_five_tries_together():
    code = send()

    def guess(number: int) -> str:
        try:
            check(f"{(int(code) + 1 + number) % 1_000_000:06}")
        except (WrongCode, CodeOver) as refused:
            return refused.code
        finally:
            connection.close()

    with ThreadPoolExecutor(8) as pool:
        answers = list(pool.map(guess, range(24)))
    assert answers.count(WrongCode.code) == 5
    assert answers.count(CodeOver.code) == 19


@pytest.mark.django_db(transaction=True)
def test_of_parallel_right_answers_one_opens():
    code = send()

    def answer(_) -> bool:
        try:
            return check(code)
        except CodeOver:
            return False
        finally:
            connection.close()

    with ThreadPoolExecutor(5) as pool:
        assert sum(pool.map(answer, range(5))) == 1


@pytest.mark.django_db(transaction=True)
def test_parallel_presses_send_one_code():
    def press(_) -> int:
        try:
            send_code(
                actor=VISITOR, purpose="sign_in", recipient=PHONE, language="ar", owner_id=ASKER
            )
        except CodeTooSoon:
            return 0
        finally:
            connection.close()
        return 1

    with ThreadPoolExecutor(8) as pool:
        assert sum(pool.map(press, range(16))) == 1


def test_the_code_lies_nowhere_in_the_clear_and_is_wiped_once_it_was_sent(settings):
    settings.DEMONSTRATION = False
    code = send()
    assert code not in stored_text(PHONE) and stored_text(PHONE)
    deliver_messages(actor=SYSTEM)
    assert messages().items[0].state is MessageState.SENT
    assert stored_text(PHONE) == ""


def test_a_code_that_could_not_be_sent_in_time_is_not_sent_later():
    send()
    let_secrets_expire()
    assert deliver_messages(actor=SYSTEM) == 0
    assert messages().items[0].state is MessageState.GIVEN_UP
