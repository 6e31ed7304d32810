"""Messages, for the demonstration inbox and the back office."""

from collections.abc import Collection
from dataclasses import replace
from datetime import date, datetime, timedelta
from uuid import UUID

from django.conf import settings
from django.db.models import Q
from django.utils import dateformat
from django.utils.translation import get_language, gettext_lazy

from tijara.kit.clock import now
from tijara.kit.figures import figures
from tijara.kit.money import Money
from tijara.kit.page import Cursor, Page, keyset_page
from tijara.platform.keyset import newest_first
from tijara.platform.secrets import open_sealed

from .models import Message
from .rules import sealed_about
from .shapes import PHONES, InboxLetter, Means, MessageRow, MessageState, Told

INBOX_COLUMNS = (
    "id",
    "kind",
    "channel",
    "means",
    "recipient",
    "language",
    "subject",
    "text",
    "html",
    "created_at",
    "sent_at",
)
ROW_COLUMNS = (
    "id",
    "kind",
    "channel",
    "means",
    "recipient",
    "subject",
    "created_at",
    "attempts",
    "retry_at",
    "last_error",
    "sent_at",
    "given_up_at",
    "owner_id",
)
IN_STATE = {
    MessageState.WAITING: Q(sent_at=None, given_up_at=None),
    MessageState.SENT: Q(sent_at__isnull=False),
    MessageState.GIVEN_UP: Q(sent_at=None, given_up_at__isnull=False),
}

CURRENCIES = {
    "SAR": gettext_lazy("SAR %(amount)s"),
    "AED": gettext_lazy("AED %(amount)s"),
    "EGP": gettext_lazy("EGP %(amount)s"),
}
WEEK = timedelta(days=7)
MOST_COUNTED = 1000


def channels() -> dict[Means, str]:
    """The provider that is set up for each kind of channel; empty where none is."""
    return {
        Means.EMAIL: settings.EMAIL_CHANNEL,
        Means.SMS: settings.SMS_CHANNEL,
        Means.WHATSAPP: settings.WHATSAPP_CHANNEL,
    }


def reaches_phones() -> bool:
    """Whether a code can be sent to a phone at all: there is a channel for SMS or WhatsApp."""
    return any(channels()[means] for means in PHONES)


def said_amount(money: Money) -> str:
    """As a sentence has it: "349.00 ريال", "SAR 349.00", "349,00 SAR"."""
    form = CURRENCIES.get(money.currency, f"{money.currency} %(amount)s")
    amount = figures(money.to_decimal_string(), get_language() or "ar")
    return str(form) % {"amount": amount}


def said_day(day: date) -> str:
    """As a sentence has it: "11 ديسمبر 2026", "11 December 2026", "1er décembre 2026"."""
    is_first_in_french = day.day == 1 and get_language() == "fr"
    return dateformat.format(day, r"j\e\r F Y" if is_first_in_french else "j F Y")


def recent_messages(limit: int = 50, *, recipient: str = "") -> list[InboxLetter]:
    """The newest messages of every owner, newest first; of one recipient, if given."""
    found = Message.objects.filter(recipient=recipient) if recipient else Message.objects.all()
    rows = found.order_by("-created_at", "-id").values_list(*INBOX_COLUMNS, "secret_until")[:limit]
    return [_letter(*row) for row in rows]


def messages_to(recipients: Collection[str], limit: int = 1000) -> list[Told]:
    """What was sent to a person of late, the newest first: what it was about, never its words."""
    found = Message.objects.filter(recipient__in=recipients).order_by("-created_at", "-id")
    rows = found.values_list("kind", "means", "recipient", "subject", "created_at", "sent_at")
    return [Told(*row) for row in rows[:limit]]


def inbox_letter(message_id: UUID) -> InboxLetter | None:
    """One message of any owner."""
    found = Message.objects.filter(id=message_id)
    row = found.values_list(*INBOX_COLUMNS, "secret_until").first()
    return _letter(*row) if row else None


def messages(
    *,
    state: MessageState | None = None,
    page: int = 1,
    size: int = 30,
    beside: Cursor | None = None,
) -> Page[MessageRow]:
    """How the sending goes, newest first, over all owners: for the operator's staff."""
    found = Message.objects.filter(IN_STATE[state]) if state else Message.objects.all()
    rows = newest_first(found, "created_at", beside, page, size).values_list(*ROW_COLUMNS)
    listed = [_row(*row) for row in rows]
    return keyset_page(listed, page, size, beside=beside, key=lambda one: (one.created_at, one.id))


def message_rows(keys: Collection[tuple[UUID, UUID]]) -> list[MessageRow]:
    """Those of (owner, id) that are there."""
    owners, ids = {owner for owner, _ in keys}, {id for _, id in keys}
    rows = Message.objects.filter(owner_id__in=owners, id__in=ids).values_list(*ROW_COLUMNS)
    return [_row(*row) for row in rows]


def given_up_lately() -> int:
    """Messages that could not be sent within the last week, counted up to a thousand."""
    lately = Message.objects.filter(IN_STATE[MessageState.GIVEN_UP], given_up_at__gt=now() - WEEK)
    return lately.order_by()[:MOST_COUNTED].count()


def _letter(id: UUID, kind: str, channel: str, means: str, *columns) -> InboxLetter:
    """Secrets are opened: who asks is the demonstration's inbox, or a test."""
    *told, secret_until = columns
    letter = InboxLetter(id, kind, channel, Means(means), *told)
    if secret_until is None or not letter.text:
        return letter
    about = sealed_about(letter.id)
    html = open_sealed(letter.html, about=about) if letter.html else ""
    return replace(letter, text=open_sealed(letter.text, about=about), html=html)


def _row(id: UUID, kind: str, channel: str, means: str, *columns) -> MessageRow:
    *start, created_at, attempts, retry_at, last_error, sent_at, given_up_at, owner_id = columns
    state = _state(sent_at, given_up_at)
    rest = (*start, state, created_at, attempts, retry_at, last_error, owner_id)
    return MessageRow(id, kind, channel, Means(means), *rest)


def _state(sent_at: datetime | None, given_up_at: datetime | None) -> MessageState:
    if sent_at:
        return MessageState.SENT
    return MessageState.GIVEN_UP if given_up_at else MessageState.WAITING
