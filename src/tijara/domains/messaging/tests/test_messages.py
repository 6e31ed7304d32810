from dataclasses import dataclass
from datetime import timedelta

import pytest
from django.db import transaction

from tijara.domains.messaging import queries
from tijara.domains.messaging.actions import deliver_messages, send_message
from tijara.domains.messaging.jobs import deliver_waiting_messages, forget_old_messages
from tijara.domains.messaging.models import Message
from tijara.domains.messaging.rules import KEPT, LEASE, MOST_ATTEMPTS
from tijara.domains.messaging.shapes import (
    Accepted,
    Draft,
    Letter,
    Means,
    MessageState,
    NotAccepted,
)
from tijara.domains.messaging.testing import make_message
from tijara.kit.actor import SYSTEM, Actor, ActorKind
from tijara.kit.clock import now
from tijara.kit.ids import OPERATOR_ID, new_id
from tijara.platform import providers
from tijara.platform.action import NotAllowed
from tijara.platform.jobs.pumps import pumps

pytestmark = pytest.mark.django_db
DRAFT = Draft(
    kind="orders.order_placed",
    recipient="noura@example.com",
    language="ar",
    subject="وصلنا طلبك",
    text="أهلًا نورة",
)


class ScriptedChannel:
    """A channel that answers as it is told, and remembers what it was asked, and when."""

    def __init__(self) -> None:
        self.answers: list = []
        self.letters: list[Letter] = []
        self.was_in_transaction: list[bool] = []

    def send(self, letter: Letter):
        self.letters.append(letter)
        self.was_in_transaction.append(transaction.get_connection().in_atomic_block)
        answer = self.answers.pop(0) if self.answers else Accepted()
        if isinstance(answer, Exception):
            raise answer
        return answer


@dataclass
class NoSettings:
    """Nothing to set."""


@pytest.fixture
def channel(monkeypatch):
    """A provider of the name "scripted" beside the installed ones."""
    scripted, load = ScriptedChannel(), providers.load

    def vendor(settings: NoSettings) -> ScriptedChannel:
        return scripted

    vendor.Settings = NoSettings
    monkeypatch.setattr(
        providers, "load", lambda port, name: vendor if name == "scripted" else load(port, name)
    )
    providers.connected.cache_clear()
    yield scripted
    providers.connected.cache_clear()


def row(message) -> Message:
    return Message.objects.get(owner_id=message.owner_id, id=message.id)


def send(owner_id=OPERATOR_ID, key="orders.order_placed:1", draft=DRAFT) -> None:
    send_message(actor=SYSTEM, owner_id=owner_id, key=key, draft=draft)


def test_the_same_key_is_one_message():
    send()
    send()
    assert Message.objects.count() == 1


def test_the_same_key_of_another_owner_is_another_message():
    send()
    send(owner_id=new_id())
    assert Message.objects.count() == 2


def test_a_message_goes_with_its_transaction():
    with transaction.atomic():
        send()
        transaction.set_rollback(True)
    assert not Message.objects.exists()


def test_only_the_system_sends():
    with pytest.raises(NotAllowed):
        send_message(actor=Actor(ActorKind.BUYER), owner_id=OPERATOR_ID, key="k", draft=DRAFT)


def test_a_subject_is_one_line():
    send(draft=Draft("k", "a@example.com", "ar", "أول\nBcc: x@example.com", "نص"))
    assert Message.objects.get().subject == "أول Bcc: x@example.com"


def test_without_a_channel_for_phones_the_message_is_given_up_visibly(settings):
    settings.SMS_CHANNEL = settings.WHATSAPP_CHANNEL = ""
    send(draft=Draft("k", "+966551234567", "ar", "", "رمزك"))
    [listed] = queries.messages(state=MessageState.GIVEN_UP).items
    assert "no channel" in listed.last_error


def test_an_address_that_begins_with_a_plus_is_no_phone(settings):
    settings.SMS_CHANNEL = ""
    send(draft=Draft("k", "+noura@example.com", "ar", "أول", "نص"))
    assert Message.objects.get().channel == settings.EMAIL_CHANNEL


def test_the_demonstration_inbox_takes_it_and_the_inbox_shows_it():
    send()
    assert deliver_messages(actor=SYSTEM) == 1
    [letter] = queries.recent_messages()
    assert letter.sent_at
    assert letter.text == DRAFT.text
    assert queries.inbox_letter(letter.id) == letter


def test_where_a_letter_is_turned_off_comes_to_its_channel(channel):
    make_message(channel="scripted", stop_at="https://market.example/hooks/letters/a")
    deliver_messages(actor=SYSTEM)
    assert [one.stop_at for one in channel.letters] == ["https://market.example/hooks/letters/a"]


def test_nothing_is_sent_twice(channel):
    make_message(channel="scripted")
    assert deliver_messages(actor=SYSTEM) == 1
    assert deliver_messages(actor=SYSTEM) == 0
    assert len(channel.letters) == 1


def test_a_temporary_refusal_is_tried_again_later_and_not_now(channel):
    message = make_message(channel="scripted")
    channel.answers = [NotAccepted("450 later")]
    assert deliver_messages(actor=SYSTEM) == 0
    assert deliver_messages(actor=SYSTEM) == 0
    assert len(channel.letters) == 1
    assert row(message).last_error == "450 later"
    Message.objects.update(retry_at=now() - timedelta(seconds=1))
    assert deliver_messages(actor=SYSTEM) == 1
    assert row(message).sent_at


def test_pauses_grow_until_the_message_is_given_up(channel):
    message = make_message(channel="scripted")
    pauses = []
    for _ in range(MOST_ATTEMPTS):
        channel.answers = [NotAccepted("451 busy")]
        Message.objects.update(retry_at=None)
        deliver_messages(actor=SYSTEM)
        if row(message).given_up_at is None:
            pauses.append(round((row(message).retry_at - now()).total_seconds()))
    assert pauses == sorted(pauses)
    assert len(pauses) == MOST_ATTEMPTS - 1
    assert row(message).given_up_at
    Message.objects.update(retry_at=None)
    assert deliver_messages(actor=SYSTEM) == 0


def test_a_final_refusal_is_not_tried_again(channel):
    message = make_message(channel="scripted")
    channel.answers = [NotAccepted("550 no such mailbox", is_final=True)]
    deliver_messages(actor=SYSTEM)
    Message.objects.update(retry_at=None)
    deliver_messages(actor=SYSTEM)
    assert len(channel.letters) == 1
    assert row(message).last_error == "550 no such mailbox"
    [listed] = queries.messages().items
    assert listed.state is MessageState.GIVEN_UP


def test_a_channel_that_breaks_stops_its_own_message_only(channel):
    make_message(channel="scripted")
    make_message()
    channel.answers = [RuntimeError("broken")]
    assert deliver_messages(actor=SYSTEM) == 1
    assert queries.messages(state=MessageState.WAITING).items[0].last_error.endswith("RuntimeError")


def test_a_message_of_a_worker_that_died_is_taken_over_when_its_lease_ends(channel):
    message = make_message(channel="scripted", attempts=1, retry_at=now() + LEASE)
    assert deliver_messages(actor=SYSTEM) == 0
    Message.objects.update(retry_at=now())
    assert deliver_messages(actor=SYSTEM) == 1
    assert row(message).attempts == 2


@pytest.mark.django_db(transaction=True)
def test_no_transaction_is_open_while_the_channel_is_asked(channel):
    make_message(channel="scripted")
    deliver_messages(actor=SYSTEM)
    assert channel.was_in_transaction == [False]


def test_pages_of_messages_are_whole():
    for _ in range(5):
        make_message()
    first, second = (queries.messages(page=number, size=3) for number in (1, 2))
    assert first.has_next
    assert not second.has_next
    assert len({message.id for message in first.items + second.items}) == 5


def test_the_worker_delivers_what_waits():
    make_message()
    assert "deliver_waiting_messages" in [one.name.rpartition(".")[2] for one in pumps()]
    assert deliver_waiting_messages() == 1
    assert deliver_waiting_messages() == 0


@pytest.mark.parametrize(
    ("wished", "set_up", "means", "channel"),
    [
        ("", ("sms", "whatsapp"), Means.SMS, "the sms"),
        ("sms", ("sms", "whatsapp"), Means.SMS, "the sms"),
        ("whatsapp", ("sms", "whatsapp"), Means.WHATSAPP, "the whatsapp"),
        ("whatsapp", ("sms",), Means.SMS, "the sms"),
        ("sms", ("whatsapp",), Means.WHATSAPP, "the whatsapp"),
        ("whatsapp", (), Means.WHATSAPP, ""),
    ],
)
def test_a_phone_is_written_to_as_its_owner_wishes(settings, wished, set_up, means, channel):
    settings.SMS_CHANNEL = "the sms" if "sms" in set_up else ""
    settings.WHATSAPP_CHANNEL = "the whatsapp" if "whatsapp" in set_up else ""
    send(draft=Draft("k", "+966551234567", "ar", "", "رمزك", means=wished))
    message = Message.objects.get()
    assert (message.means, message.channel) == (means, channel)


def test_an_e_mail_is_no_text_whatever_was_wished():
    send(draft=Draft("k", "noura@example.com", "ar", "أول", "نص", means="whatsapp"))
    [listed] = queries.messages().items
    assert listed.means is Means.EMAIL


def test_what_is_over_is_forgotten_after_its_time_and_what_waits_never():
    old, moment = now() - KEPT - timedelta(minutes=1), now()
    gone = [
        make_message(created_at=old, sent_at=old),
        make_message(created_at=old, given_up_at=old),
    ]
    stay = [
        make_message(created_at=old),
        make_message(created_at=moment, sent_at=moment),
        make_message(owner_id=new_id(), created_at=moment, given_up_at=moment),
    ]
    forget_old_messages(0)
    left = set(Message.objects.values_list("id", flat=True))
    assert left == {one.id for one in stay} and not left & {one.id for one in gone}
