import socket
from email import message_from_bytes
from email.policy import default

import pytest

from tijara.domains.messaging.shapes import Accepted, NotAccepted
from tijara.domains.messaging.testing import ChannelExam, make_letter
from tijara.providers.smtp import SmtpChannel, SmtpSettings

from .simulator import smtp_server


def connect(port: int, **changes) -> SmtpChannel:
    given = {
        "host": "127.0.0.1",
        "port": port,
        "sender": "تجارة <orders@example.com>",
        "security": "none",
        "timeout_seconds": 5.0,
    }
    return SmtpChannel(SmtpSettings(**(given | changes)))


@pytest.fixture
def server():
    with smtp_server() as (desk, port):
        yield desk, port


@pytest.fixture
def channel(server):
    return connect(server[1])


class TestExam(ChannelExam):
    @pytest.fixture
    def channel(self, server):
        return connect(server[1])


def test_the_letter_arrives_word_for_word(server, channel):
    desk, _ = server
    letter = make_letter()
    assert channel.send(letter) == Accepted(f"<{letter.id}@example.com>")
    [envelope] = desk.envelopes
    mail = message_from_bytes(envelope.content, policy=default)
    assert mail["Subject"] == letter.subject
    assert mail["To"] == letter.recipient
    assert mail["From"].addresses[0].display_name == "تجارة"
    assert mail["Content-Language"] == "ar"
    assert mail.get_body(("plain",)).get_content().replace("\r\n", "\n") == letter.text
    assert mail.get_body(("html",)).get_content().strip() == letter.html
    assert envelope.mail_from == "orders@example.com"


def test_a_letter_that_can_be_turned_off_says_where(server, channel):
    """By one press of the reader's own program (RFC 8058); other letters say nothing of it."""
    address = "https://market.example/hooks/letters/searches/abc:" + "d" * 60
    channel.send(make_letter(stop_at=address))
    channel.send(make_letter())
    channel.send(make_letter(stop_at=address.replace("https", "http")))
    raw = server[0].envelopes[0].content
    assert f"\r\nList-Unsubscribe: <{address}>\r\n".encode() in raw
    told, *others = (message_from_bytes(one.content, policy=default) for one in server[0].envelopes)
    assert told["List-Unsubscribe"] == f"<{address}>"
    assert told["List-Unsubscribe-Post"] == "List-Unsubscribe=One-Click"
    assert len(others) == 2
    assert not any(one["List-Unsubscribe"] or one["List-Unsubscribe-Post"] for one in others)


def test_a_letter_without_html_is_plain(server, channel):
    channel.send(make_letter(html=""))
    mail = message_from_bytes(server[0].envelopes[0].content, policy=default)
    assert mail.get_content_type() == "text/plain"


@pytest.mark.parametrize("reply", ["451 4.3.0 later please", "421 4.3.2 closing"])
def test_a_temporary_refusal_may_be_tried_again(server, channel, reply):
    server[0].data_answer = reply
    answer = channel.send(make_letter())
    assert isinstance(answer, NotAccepted)
    assert not answer.is_final
    assert answer.why.startswith(reply[:3])


def test_a_recipient_who_is_greylisted_may_be_tried_again(server, channel):
    server[0].recipient_answer = "450 4.2.1 try again later"
    answer = channel.send(make_letter())
    assert answer == NotAccepted("450 4.2.1 try again later", is_final=False)


def test_an_unknown_recipient_is_final(server, channel):
    server[0].recipient_answer = "550 5.1.1 no such mailbox"
    assert channel.send(make_letter()) == NotAccepted("550 5.1.1 no such mailbox", is_final=True)


def test_refused_content_is_final(server, channel):
    server[0].data_answer = "554 5.7.1 looks like spam"
    answer = channel.send(make_letter())
    assert answer == NotAccepted("554 5.7.1 looks like spam", is_final=True)


def test_silence_ends_after_the_patience(server):
    desk, port = server
    desk.is_silent = True
    answer = connect(port, timeout_seconds=0.3).send(make_letter())
    assert isinstance(answer, NotAccepted)
    assert not answer.is_final


def test_a_closed_door_may_be_tried_again():
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        answer = connect(taken.getsockname()[1]).send(make_letter())
    assert isinstance(answer, NotAccepted)
    assert not answer.is_final


def test_no_tls_where_the_settings_ask_for_it_sends_nothing(server):
    desk, port = server
    answer = connect(port, security="starttls").send(make_letter())
    assert isinstance(answer, NotAccepted)
    assert desk.envelopes == []


@pytest.mark.parametrize(
    "recipient", ["+966551234567", "", "a@example.com\nBcc: b@example.com", "nobody"]
)
def test_what_is_no_address_is_final_and_nothing_is_sent(server, channel, recipient):
    answer = channel.send(make_letter(recipient=recipient))
    assert isinstance(answer, NotAccepted)
    assert answer.is_final
    assert server[0].envelopes == []


def test_a_list_of_addresses_reaches_the_first_only(server, channel):
    channel.send(make_letter(recipient="a@example.com, b@example.com"))
    assert all(letter.rcpt_tos == ["a@example.com"] for letter in server[0].envelopes)
