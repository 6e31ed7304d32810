"""Somebody's named lists, and the notes beside a thing."""

from typing import Any
from uuid import UUID

from django.db.models import Q, QuerySet

from tijara.kit.actor import Actor
from tijara.kit.ids import OPERATOR_ID
from tijara.kit.powers import Power

from .models import Note, Text, View
from .shapes import KeptText, NoteView, SavedView

VIEW = ("id", "of_list", "name", "query", "columns", "person_id", "is_shared")
NOTE = ("id", "person_id", "text", "written_at", "withdrawn_at")


def desk_of(actor: Actor) -> UUID:
    """Whose desk he sits at: the seller's for whom he acts, or the operator's."""
    return actor.owner_id or OPERATOR_ID


def saved_views(actor: Actor, table: str) -> list[SavedView]:
    """His own, in the order that he gave them; behind them what others here share, by name."""
    rows = _seen_by(actor).filter(of_list=table).order_by("place", "id").values_list(*VIEW)
    found = [_view(actor, *row) for row in rows]
    shared = sorted((one for one in found if not one.is_own), key=lambda one: one.name)
    return [*(one for one in found if one.is_own), *shared]


def saved_view(actor: Actor, view_id: UUID) -> SavedView | None:
    rows = _seen_by(actor).filter(id=view_id).values_list(*VIEW)
    return next((_view(actor, *row) for row in rows), None)


def leads_desk(actor: Actor) -> bool:
    """Whoever says who works at a desk may clear up after those who have left it."""
    return actor.may(Power.MEMBERS_MANAGE) or actor.may(Power.ACCOUNTS_MANAGE)


def notes_about(actor: Actor, about_id: UUID) -> list[NoteView]:
    """The oldest first; those that were withdrawn too, without their text."""
    rows = Note.objects.filter(owner_id=desk_of(actor), about_id=about_id)
    return [NoteView(*row) for row in rows.order_by("id").values_list(*NOTE)]


def kept_texts(actor: Actor, *acts: str) -> list[KeptText]:
    """What is kept at his desk for these acts, the oldest first."""
    rows = Text.objects.filter(owner_id=desk_of(actor), of_act__in=acts).order_by("kept_at", "id")
    return [KeptText(*row) for row in rows.values_list("id", "of_act", "text")]


def _seen_by(actor: Actor) -> QuerySet[View]:
    his = Q(person_id=actor.person_id) | Q(is_shared=True)
    return View.objects.filter(his, owner_id=desk_of(actor))


def _view(actor: Actor, *row: Any) -> SavedView:
    id, table, name, query, columns, person_id, is_shared = row
    seen = None if columns is None else tuple(columns)
    return SavedView(id, table, name, query, seen, person_id == actor.person_id, is_shared)
