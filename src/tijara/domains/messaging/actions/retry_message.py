"""Try once more to send a message that was given up."""

from uuid import UUID

from tijara.kit.actor import Actor
from tijara.kit.clock import now
from tijara.kit.powers import Power
from tijara.kit.refusal import Kind, Refusal
from tijara.platform.action import action

from ..models import Message


class NotGivenUp(Refusal):
    """It was sent, or it is on its way."""

    code = "messaging.not_given_up"
    kind = Kind.CONFLICT


class SecretOver(Refusal):
    """The code in it is of no use any more; its reader asks for a new one."""

    code = "messaging.secret_over"


@action(power=Power.EVENTS_RETRY)
def retry_message(*, actor: Actor, owner_id: UUID, message_id: UUID) -> None:
    """It begins anew, with all its tries; the worker takes it within a second."""
    rows = Message.objects.select_for_update().filter(owner_id=owner_id, id=message_id)
    message = rows.first()
    if message is None or message.sent_at or not message.given_up_at:
        raise NotGivenUp()
    if message.secret_until and (message.secret_until <= now() or not message.text):
        raise SecretOver()
    rows.update(given_up_at=None, attempts=0, retry_at=None, last_error="")
