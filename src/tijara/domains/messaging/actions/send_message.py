"""Put a message on its way. It is written with the change that it tells of, and sent after it."""

from uuid import UUID

from tijara.domains.messaging.models import Message
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
    Message.objects.bulk_create(
        [
            Message(
                id=message_id,
                owner_id=owner_id,
                key=key,
                kind=draft.kind,
                channel=channel,
                means=means,
                recipient=draft.recipient,
                language=draft.language,
                subject=one_line(draft.subject),
                text=text,
                secret_until=draft.secret_until,
                html=html,
                stop_at=draft.stop_at,
                given_up_at=None if channel else now(),
                last_error="" if channel else NO_CHANNEL,
            )
        ],
        ignore_conflicts=True,
    )


def _sealed(text: str, message_id: UUID) -> str:
    return seal(text, about=sealed_about(message_id)) if text else ""
