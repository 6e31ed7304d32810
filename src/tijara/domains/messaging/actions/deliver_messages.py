"""Hand waiting messages to their channels: claim, ask, write the answer; three separate steps."""

import logging
from dataclasses import replace
from datetime import datetime
from uuid import UUID

from django.conf import settings
from django.db import connection
from django.db.models import F, QuerySet

from tijara.domains.messaging.models import Message
from tijara.domains.messaging.rules import BATCH, LEASE, pause_after, sealed_about
from tijara.domains.messaging.shapes import Accepted, Fault, Letter, NotAccepted
from tijara.kit.actor import Actor
from tijara.kit.clock import now
from tijara.kit.powers import Power
from tijara.platform.action import action
from tijara.platform.providers import connected
from tijara.platform.secrets import open_sealed

log = logging.getLogger(__name__)

CLAIM = """
UPDATE messaging_message AS message
   SET attempts = message.attempts + 1, retry_at = %(lease_ends)s
  FROM (SELECT owner_id, id
          FROM messaging_message
         WHERE sent_at IS NULL AND given_up_at IS NULL
           AND (retry_at IS NULL OR retry_at <= %(now)s)
         ORDER BY created_at
         LIMIT %(batch)s
           FOR UPDATE SKIP LOCKED) AS mine
 WHERE message.owner_id = mine.owner_id AND message.id = mine.id
RETURNING message.owner_id, message.id, message.attempts, message.channel, message.recipient,
          message.secret_until, message.language, message.subject, message.text, message.html,
          message.stop_at
"""
SENT = """
UPDATE messaging_message
   SET sent_at = %(now)s, retry_at = NULL, given_up_at = NULL, last_error = '',
       text = CASE WHEN %(wipes)s AND secret_until IS NOT NULL THEN '' ELSE text END,
       html = CASE WHEN %(wipes)s AND secret_until IS NOT NULL THEN '' ELSE html END
 WHERE owner_id = %(owner)s AND id = %(id)s AND sent_at IS NULL
"""
"""A secret that was sent is nobody's business any more; a demonstration's inbox shows it."""
TOO_LATE = NotAccepted(Fault.TOO_LATE, is_final=True)


@action(power=Power.MESSAGES_SEND, atomic=False)
def deliver_messages(actor: Actor) -> int:
    """Asks the channel for each waiting message and returns how many were taken.

    The claim is committed before the channel is asked, so that no transaction is open meanwhile.
    A worker that dies while asking leaves the message to the next one, when the lease ends.
    """
    taken = 0
    for owner_id, message_id, attempts, channel, recipient, secret_until, *words in _claim():
        letter = Letter(message_id, recipient, *words)
        answer = _ask_in_time(channel, letter, secret_until)
        _write_down(owner_id, message_id, attempts, answer)
        taken += isinstance(answer, Accepted)
    return taken


def _claim() -> list[tuple]:
    moment = now()
    with connection.cursor() as cursor:
        cursor.execute(CLAIM, {"now": moment, "lease_ends": moment + LEASE, "batch": BATCH})
        return cursor.fetchall()


def _ask_in_time(
    channel: str, letter: Letter, secret_until: datetime | None
) -> Accepted | NotAccepted:
    """A secret is opened for its channel only, and not sent when it is good no more."""
    if secret_until is None:
        return _ask(channel, letter)
    if secret_until <= now():
        return TOO_LATE
    about = sealed_about(letter.id)
    html = open_sealed(letter.html, about=about) if letter.html else ""
    return _ask(channel, replace(letter, text=open_sealed(letter.text, about=about), html=html))


def _ask(channel: str, letter: Letter) -> Accepted | NotAccepted:
    """A channel that breaks its word and raises stops its own message only."""
    try:
        return connected("message_channels", channel).send(letter)
    except Exception as error:
        log.exception("the channel %s failed on message %s", channel, letter.id)
        return NotAccepted(f"{Fault.CHANNEL_BROKE}: {type(error).__name__}")


def _write_down(
    owner_id: UUID, message_id: UUID, attempts: int, answer: Accepted | NotAccepted
) -> None:
    """`attempts` is this claim's mark: a slow answer doesn't overwrite that of a later claim."""
    if isinstance(answer, Accepted):
        wipes = not settings.DEMONSTRATION
        with connection.cursor() as cursor:
            cursor.execute(
                SENT, {"owner": owner_id, "id": message_id, "now": now(), "wipes": wipes}
            )
        return
    row = Message.objects.filter(owner_id=owner_id, id=message_id, sent_at=None)
    if answer.is_final:
        _wipe(row)
    pause = None if answer.is_final else pause_after(attempts)
    row.filter(attempts=attempts).update(
        last_error=answer.why[:300],
        retry_at=now() + pause if pause else F("retry_at"),
        given_up_at=None if pause else now(),
    )


def _wipe(row: QuerySet) -> None:
    """So with one that will never be sent."""
    if not settings.DEMONSTRATION:
        row.filter(secret_until__isnull=False).update(text="", html="")
