"""Write a note beside a thing, for those who work at the same desk."""

from uuid import UUID

from tijara.kit.actor import Actor
from tijara.kit.arabic import strip_controls
from tijara.kit.powers import Power
from tijara.kit.refusal import Invalid, Kind, Refusal
from tijara.platform.action import action
from tijara.platform.locks import one_at_a_time

from ..models import LONGEST_NOTE, Note
from ..queries import desk_of

MOST = 200
"""Beside one thing."""


class NoteInvalid(Invalid):
    code = "desks.note_invalid"


class TooManyNotes(Refusal):
    code = "desks.too_many_notes"
    kind = Kind.CONFLICT


@action(power=Power.DESK_USE)
def write_note(*, actor: Actor, note_id: UUID, about_id: UUID, text: str) -> None:
    """The form carries the note's id: sent twice, it is one."""
    text = strip_controls(text.replace("\r\n", "\n"), keep_lines=True)
    if not text:
        raise NoteInvalid({"text": "required"})
    if len(text) > LONGEST_NOTE:
        raise NoteInvalid({"text": "too_long"})
    owner_id = desk_of(actor)
    one_at_a_time(f"desks.notes:{owner_id}:{about_id}")
    beside = Note.objects.filter(owner_id=owner_id, about_id=about_id)
    if Note.objects.filter(owner_id=owner_id, id=note_id).exists():
        return
    if beside.count() >= MOST:
        raise TooManyNotes
    Note.objects.create(
        owner_id=owner_id, id=note_id, about_id=about_id, person_id=actor.person_id, text=text
    )
