"""Messages to people."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Any, Protocol, runtime_checkable
from uuid import UUID


class Means(StrEnum):
    """The kinds of channel: how a message reaches a person."""

    EMAIL = "email"
    SMS = "sms"
    WHATSAPP = "whatsapp"


PHONES = (Means.SMS, Means.WHATSAPP)


@dataclass(frozen=True, slots=True)
class Draft:
    """What to tell whom. `recipient` is an e-mail address or a phone number (+966551234567).

    `kind` is what it tells ("orders.order_placed"); `html` may be empty, `text` never.
    `secret_until` is set where the text is a secret that is good until then: it lies sealed, is not
    sent later, and is wiped once it is sent. The subject is no place for it. `means` is what the
    recipient prefers, or else his market, for his phone; where no channel of that kind is set up,
    the other one is taken.
    """

    kind: str
    recipient: str
    language: str
    subject: str
    text: str
    html: str = ""
    means: str = ""
    secret_until: datetime | None = None
    stop_at: str = ""
    """The address at which a mail program's one press stops such letters (RFC 8058), if any."""


@dataclass(frozen=True, slots=True)
class Addressee:
    """Whom a letter goes to: where he can be reached, and the means that he prefers, if any."""

    email: str = ""
    phone: str = ""
    wish: str = ""

    @classmethod
    def at(cls, recipient: str, wish: str = "") -> "Addressee":
        """`recipient` is an e-mail address or a phone number."""
        if recipient.startswith("+") and "@" not in recipient:
            return cls(phone=recipient, wish=wish)
        return cls(email=recipient, wish=wish)


@runtime_checkable
class Named(Protocol):
    """A thing that is called otherwise in Arabic than in English."""

    @property
    def name_ar(self) -> str: ...

    @property
    def name_en(self) -> str: ...


@dataclass(frozen=True, slots=True)
class LetterLine:
    """A line below a letter's paragraphs: "Delivery: SAR 20.00", "2 × Dallah: SAR 698.00"."""

    label: Any
    words: Any
    many: int = 0
    """How many of what the label names; 0 where nothing is counted."""
    is_sum: bool = False
    is_code: bool = False
    """Numbers and codes are read from left to right."""
    picture: str = ""
    """The name of a picture of what the label names, if any."""


@dataclass(frozen=True, slots=True)
class LetterWords:
    """A letter still to be written, in the language of whom it goes to.

    The first line of `template` ("returns/messages/refund_paid.txt") is the subject, the rest are
    paragraphs. `facts` fill it and the `footer`, which says why he gets it ("Order %(number)s"):
    words, Money and a date as a sentence has them, yes and no, or what has two names; beside them
    `site` is the name of the market that writes: `market_id`, the first if none is said. `link_to`
    names one of MESSAGE_LINKS, filled by `link_facts`, in that market; `button` says where it
    leads; empty for who has no page here.
    """

    kind: str
    to: Addressee
    language: str
    template: str
    facts: Mapping[str, Any]
    link_to: str
    link_facts: Mapping[str, Any]
    button: Any
    footer: Any = ""
    lines: tuple[LetterLine, ...] = ()
    market_id: UUID | None = None
    band: str = ""
    """The colour of its head, as #rrggbb; else the market's."""
    secret_until: datetime | None = None
    """Where it says a secret: it lies sealed, and goes until then or not at all."""
    stop_at: str = ""
    """Names one of MESSAGE_LINKS, filled by `link_facts`, for a letter that one can turn off."""


@dataclass(frozen=True, slots=True)
class Letter:
    """What a channel is given to send. `text` is always there; `html` may be empty; `stop_at` is
    where a POST stops such letters, of those that one can turn off."""

    id: UUID
    recipient: str
    language: str
    subject: str
    text: str
    html: str
    stop_at: str = ""


@dataclass(frozen=True, slots=True)
class Accepted:
    """The channel has taken it. `reference` is the vendor's id, if it gives one."""

    reference: str = ""


@dataclass(frozen=True, slots=True)
class NotAccepted:
    """The channel has not taken it; `is_final` says that trying again is no use."""

    why: str
    is_final: bool = False


class Fault(StrEnum):
    """Why we did not send a message, as a code. A channel says why in words of its own."""

    TOO_LATE = "too_late"
    CHANNEL_BROKE = "channel_broke"


class MessageState(StrEnum):
    WAITING = "waiting"
    SENT = "sent"
    GIVEN_UP = "given_up"


@dataclass(frozen=True, slots=True)
class InboxLetter:
    """A message on the demonstration inbox page."""

    id: UUID
    kind: str
    channel: str
    means: Means
    recipient: str
    language: str
    subject: str
    text: str
    html: str
    created_at: datetime
    sent_at: datetime | None


@dataclass(frozen=True, slots=True)
class MessageRow:
    """A message in the back office: how its sending goes, and never what it says."""

    id: UUID
    kind: str
    channel: str
    means: Means
    recipient: str
    subject: str
    state: MessageState
    created_at: datetime
    attempts: int
    retry_at: datetime | None
    last_error: str
    owner_id: UUID

    @property
    def is_given_up(self) -> bool:
        return self.state is MessageState.GIVEN_UP

    @property
    def is_settled(self) -> bool:
        """There is nothing to try again."""
        return not self.is_given_up


@dataclass(frozen=True, slots=True)
class Told:
    """That a message was sent, to the person who reads about it."""

    kind: str
    means: str
    recipient: str
    subject: str
    created_at: datetime
    sent_at: datetime | None
