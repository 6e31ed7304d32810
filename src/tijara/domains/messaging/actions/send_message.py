"""Put a message on its way. It is written with the change that it tells of, and sent after it."""

from uuid import UUID

from django.db import connection

from tijara.domains.messaging.queries import channels
from tijara.domains.messaging.rules import one_line, route, sealed_about
from tijara.domains.messaging.shapes import Draft
from tijara.kit.actor import Actor
from tijara.kit.clock import now
from tijara.kit.ids import new_id
from tijara.kit.powers import Power
from tijara.platform.action import action
from tijara.platform.secrets import seal

NO_CHANNEL = "no channel is set up for this kind of recipient"
WRITE = """
    INSERT INTO messaging_message (
        owner_id, id, key, kind, channel, means, recipient, language, subject, text, html,
        stop_at, secret_until, created_at, given_up_at, attempts, last_error)
    VALUES (%(owner_id)s, %(id)s, %(key)s, %(kind)s, %(channel)s, %(means)s, %(recipient)s,
        %(language)s, %(subject)s, %(text)s, %(html)s, %(stop_at)s, %(secret_until)s,
        %(now)s, %(given_up_at)s, 0, %(last_error)s)
    ON CONFLICT DO NOTHING
"""


@action(power=Power.MESSAGES_SEND)
def send_message(actor: Actor, *, owner_id: UUID, key: str, draft: Draft) -> None:
    """Nothing happens when this owner's `key` was sent before. Calls no vendor: it may stand in
    any transaction, and the message goes or stays with it.
    """
    means, channel = route(draft.recipient, draft.means, channels())
    message_id = new_id()
    text, html = draft.text, draft.html
    if draft.secret_until:
        text, html = (_sealed(one, message_id) for one in (text, html))
    moment = now()
    told = {
        "owner_id": owner_id,
        "id": message_id,
        "key": key,
        "kind": draft.kind,
        "channel": channel,
        "means": str(means),
        "recipient": draft.recipient,
        "language": draft.language,
        "subject": one_line(draft.subject),
        "text": text,
        "html": html,
        "stop_at": draft.stop_at,
        "secret_until": draft.secret_until,
        "now": moment,
        "given_up_at": None if channel else moment,
        "last_error": "" if channel else NO_CHANNEL,
    }
    with connection.cursor() as cursor:
        cursor.execute(WRITE, told)


def _sealed(text: str, message_id: UUID) -> str:
    return seal(text, about=sealed_about(message_id)) if text else ""
