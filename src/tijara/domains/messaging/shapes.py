"""Messages to people."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from uuid import UUID


class Means(StrEnum):
    """The kinds of channel: how a message reaches a person."""

    EMAIL = "email"
    SMS = "sms"
    WHATSAPP = "whatsapp"


@dataclass(frozen=True, slots=True)
class Draft:
    """What to tell whom. `recipient` is an e-mail address or a phone number (+966551234567).

    `kind` is what it tells ("orders.order_placed"); `html` may be empty, `text` never. `means` is
    what the recipient prefers, or else his market, for his phone; where no channel of that kind is
    set up, the other one is taken.
    """

    kind: str
    recipient: str
    language: str
    subject: str
    text: str
    html: str = ""
    means: str = ""


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
