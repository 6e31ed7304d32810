"""Notes in the history of a thing: what those who work at one desk tell each other about it.

Whoever reads the thing elsewhere, its buyer above all, never sees them.
"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Protocol
from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.utils.translation import gettext as _

from tijara.kit.ids import new_id
from tijara.kit.refusal import Invalid
from tijara.platform.desks.actions import (
    NoteInvalid,
    NotYourNote,
    TooManyNotes,
    withdraw_note,
    write_note,
)
from tijara.platform.desks.queries import notes_about
from tijara.ui.desks.seat import Seat
from tijara.ui.directions import see_other
from tijara.ui.goods.sheet import read_id
from tijara.ui.refusal_texts import field_sentences, sentence_of

LONGEST_TYPED = 4000


class Person(Protocol):
    @property
    def name(self) -> str: ...
    @property
    def reach(self) -> str: ...


People = Callable[[set[UUID]], Mapping[UUID, Person]]


@dataclass(frozen=True, slots=True)
class Note:
    """`withdrawal` is where its writer takes it back; empty for everybody else."""

    text: str
    by: str
    written_at: datetime
    withdrawn_at: datetime | None
    withdrawal: str


@dataclass(frozen=True, slots=True)
class Told:
    """One line of a history: a step of the thing's life as its face tells it, or a note."""

    at: datetime
    step: tuple | None
    note: Note | None = None


@dataclass(frozen=True, slots=True)
class NoteForm:
    """What was typed and refused is still there."""

    action: str
    id: UUID
    typed: str = ""
    wrong: str = ""


@dataclass(frozen=True, slots=True)
class Beside:
    """The thing that notes stand beside: `address` is its page, and `people` finds who wrote."""

    about_id: UUID
    address: str
    people: People


def history(seat: Seat, beside: Beside, steps: Iterable[tuple[datetime, tuple]]) -> list[Told]:
    """Each note behind what was there when it was written; the steps as they were told."""
    found = [Told(at, step) for at, step in steps]
    for note in _notes(seat, beside):
        place = max((n for n, told in enumerate(found, 1) if told.at <= note.written_at), default=0)
        found.insert(place, Told(note.written_at, None, note))
    return found


def blank_form(beside: Beside) -> NoteForm:
    return NoteForm(f"{beside.address}/notes", new_id())


def write(
    request: HttpRequest,
    seat: Seat,
    beside: Beside,
    again: Callable[[NoteForm], HttpResponse],
) -> HttpResponse:
    """`again` draws the thing's page with the form as it was sent."""
    typed = request.POST.get("text", "")[:LONGEST_TYPED]
    note_id = read_id(request.POST.get("id", "")) or new_id()
    try:
        write_note(actor=seat.actor, note_id=note_id, about_id=beside.about_id, text=typed)
    except (NoteInvalid, TooManyNotes) as refusal:
        fields = field_sentences(refusal.fields) if isinstance(refusal, Invalid) else {}
        wrong = fields.get("text", "") or sentence_of(refusal)
        return again(NoteForm(f"{beside.address}/notes", note_id, typed, wrong))
    return see_other(f"{beside.address}#notes", _("The note is in the history."))


def withdraw(seat: Seat, beside: Beside, note_id: UUID) -> HttpResponse:
    """A note that does not stand beside this thing is as unknown as one that never was."""
    if note_id not in {one.id for one in notes_about(seat.actor, beside.about_id)}:
        raise Http404
    try:
        withdraw_note(actor=seat.actor, note_id=note_id)
    except NotYourNote as refusal:
        return see_other(f"{beside.address}#notes", sentence_of(refusal), "warn")
    return see_other(f"{beside.address}#notes", _("The note is withdrawn."))


def _notes(seat: Seat, beside: Beside) -> list[Note]:
    found = notes_about(seat.actor, beside.about_id)
    people = beside.people({one.person_id for one in found}) if found else {}
    return [
        Note(
            text=one.text,
            by=_called(people.get(one.person_id)),
            written_at=one.written_at,
            withdrawn_at=one.withdrawn_at,
            withdrawal=f"{beside.address}/notes/{one.id}/withdrawal"
            if one.withdrawn_at is None and one.person_id == seat.actor.person_id
            else "",
        )
        for one in found
    ]


def _called(person: Person | None) -> str:
    return (person.name or person.reach) if person else _("Somebody who is not here any more")
