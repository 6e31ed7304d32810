"""Messages to people."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum
from typing import Any
from uuid import UUID


class Means(StrEnum):
    """The kinds of channel: how a message reaches a person."""

    EMAIL = "email"
    SMS = "sms"
    WHATSAPP = "whatsapp"


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


@dataclass(frozen=True, slots=True)
class LetterWords:
    """A letter still to be written, in the language of whom it goes to.

    The first line of `template` ("returns/messages/refund_paid.txt") is the subject, the rest are
    paragraphs. `facts` fill it: words, Money as a sentence has it, yes and no. `link_to` names one
    of MESSAGE_LINKS, filled by `link_facts`; `button` says where it leads, `footer` why he gets it.
    """

    kind: str
    recipient: str
    language: str
    template: str
    facts: Mapping[str, Any]
    link_to: str
    link_facts: Mapping[str, Any]
    button: Any
    footer: Any = ""
    lines: tuple[tuple[Any, Any], ...] = field(default=())
    """(label, words or Money) below the paragraphs."""


@dataclass(frozen=True, slots=True)
class Letter:
    """What a channel is given to send. `text` is always there; `html` may be empty."""

    id: UUID
    recipient: str
    language: str
    subject: str
    text: str
    html: str


@dataclass(frozen=True, slots=True)
class Accepted:
    """The channel has taken it. `reference` is the vendor's id, if it gives one."""

    reference: str = ""


@dataclass(frozen=True, slots=True)
class NotAccepted:
    """The channel has not taken it; `is_final` says that trying again is no use."""

    why: str
    is_final: bool = False


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
