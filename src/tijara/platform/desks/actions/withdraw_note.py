"""Take back a note that one wrote. That it was there stays to be seen; what it said does not."""

from uuid import UUID

from tijara.kit.actor import Actor
from tijara.kit.clock import now
from tijara.kit.powers import Power
from tijara.kit.refusal import Kind, Refusal
from tijara.platform.action import action

from ..models import Note
from ..queries import desk_of


class NotYourNote(Refusal):
    """Somebody else wrote it, or it is unknown."""

    code = "desks.not_your_note"
    kind = Kind.FORBIDDEN


@action(power=Power.DESK_USE)
def withdraw_note(*, actor: Actor, note_id: UUID) -> None:
    """Pressed twice, it stays as it is."""
    mine = Note.objects.filter(owner_id=desk_of(actor), person_id=actor.person_id, id=note_id)
    if not mine.exists():
        raise NotYourNote
    mine.filter(withdrawn_at=None).update(text="", withdrawn_at=now())
