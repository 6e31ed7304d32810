"""What tests of others need of messaging: letters, and the exam that every channel must pass."""

from uuid import UUID

from tijara.kit.clock import now
from tijara.kit.ids import OPERATOR_ID, new_id

from .models import Message
from .ports import MessageChannel
from .shapes import Accepted, Letter, NotAccepted


def make_letter(**changes) -> Letter:
    """A letter as they go out every day: Arabic, with an HTML part, a link and a price."""
    given = {
        "id": new_id(),
        "recipient": "noura@example.com",
        "language": "ar",
        "subject": "وصلنا طلبك K7Q3M-9XW2T",
        "text": "أهلًا نورة،\nوصلنا طلبك، وسنخبرك حين يُشحن.\nhttps://example.com/o/1?a=1&b=2\n",
        "html": '<html lang="ar" dir="rtl"><body><p>أهلًا <bdi>نورة</bdi></p></body></html>',
    }
    return Letter(**(given | changes))


def make_message(owner_id: UUID = OPERATOR_ID, **changes) -> Message:
    """A waiting row, as `send_message` leaves it."""
    letter = make_letter()
    given = {
        "key": f"test:{letter.id}",
        "kind": "test",
        "channel": "demonstration_inbox",
        "means": "email",
        "recipient": letter.recipient,
        "language": letter.language,
        "subject": letter.subject,
        "text": letter.text,
        "html": letter.html,
    }
    return Message.objects.create(owner_id=owner_id, id=letter.id, **(given | changes))


def stored_text(recipient: str) -> str:
    """The last message's text as it lies in the database."""
    return Message.objects.filter(recipient=recipient).order_by("-created_at")[0].text


def let_secrets_expire() -> None:
    Message.objects.filter(secret_until__isnull=False).update(secret_until=now())


class ChannelExam:
    """Subclass it as `TestExam` in the provider's tests and give `channel`, a fixture of a channel
    that is connected to the vendor's simulator."""

    def test_takes_an_arabic_letter(self, channel: MessageChannel):
        assert isinstance(channel.send(make_letter()), Accepted)

    def test_takes_a_letter_without_html(self, channel: MessageChannel):
        assert isinstance(channel.send(make_letter(html="")), Accepted)

    def test_takes_the_same_letter_twice(self, channel: MessageChannel):
        letter = make_letter()
        assert isinstance(channel.send(letter), Accepted)
        assert isinstance(channel.send(letter), Accepted)

    def test_takes_a_very_long_letter(self, channel: MessageChannel):
        assert isinstance(channel.send(make_letter(text="سطر طويل جدًا " * 5000)), Accepted)

    def test_answers_when_the_recipient_makes_no_sense(self, channel: MessageChannel):
        for recipient in ("", "nobody", "a@example.com\nBcc: b@example.com", "@", "a b@c d"):
            answer = channel.send(make_letter(recipient=recipient))
            assert isinstance(answer, Accepted | NotAccepted), recipient


def kept_words(message_id: UUID) -> list[str]:
    """What a message's row says to whoever reads the table."""
    row = Message.objects.get(id=message_id)
    return [row.subject, row.text, row.html]
