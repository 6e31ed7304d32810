"""Bring a fact whose reactions failed to them again, now."""

from uuid import UUID

from tijara.kit.actor import Actor
from tijara.kit.powers import Power
from tijara.kit.refusal import Kind, Refusal
from tijara.platform.action import action

from ..models import Event


class NoSuchEvent(Refusal):
    """It is unknown, or has been delivered meanwhile."""

    code = "outbox.no_such_event"
    kind = Kind.MISSING


@action(power=Power.EVENTS_RETRY)
def retry_event(*, actor: Actor, owner_id: UUID, event_id: UUID) -> None:
    """Reactions that had succeeded are not repeated: each has left its row."""
    waiting = Event.objects.filter(owner_id=owner_id, id=event_id, delivered_at=None)
    if not waiting.update(attempts=0, retry_at=None):
        raise NoSuchEvent
