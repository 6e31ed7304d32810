"""Somebody's named lists, and the notes beside a thing."""

from uuid import UUID

from tijara.kit.actor import Actor
from tijara.kit.ids import OPERATOR_ID

from .models import Note, View
from .shapes import NoteView, SavedView

VIEW = ("id", "of_list", "name", "query", "columns")
NOTE = ("id", "person_id", "text", "written_at", "withdrawn_at")


def desk_of(actor: Actor) -> UUID:
    """Whose desk he sits at: the seller's for whom he acts, or the operator's."""
    return actor.owner_id or OPERATOR_ID


def saved_views(actor: Actor, table: str) -> list[SavedView]:
    """His own, in the order that he gave them."""
    rows = View.objects.filter(owner_id=desk_of(actor), person_id=actor.person_id, of_list=table)
    found = rows.order_by("place", "id").values_list(*VIEW)
    return [_view(*row) for row in found]


def saved_view(actor: Actor, view_id: UUID) -> SavedView | None:
    rows = View.objects.filter(owner_id=desk_of(actor), person_id=actor.person_id, id=view_id)
    return next((_view(*row) for row in rows.values_list(*VIEW)), None)


def notes_about(actor: Actor, about_id: UUID) -> list[NoteView]:
    """The oldest first; those that were withdrawn too, without their text."""
    rows = Note.objects.filter(owner_id=desk_of(actor), about_id=about_id)
    return [NoteView(*row) for row in rows.order_by("id").values_list(*NOTE)]


def _view(id: UUID, table: str, name: str, query: str, columns: list[str] | None) -> SavedView:
    return SavedView(id, table, name, query, None if columns is None else tuple(columns))
