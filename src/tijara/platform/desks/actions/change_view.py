"""Call a view otherwise, or let it be what the list is now: what it asks for, or its columns."""

from collections.abc import Sequence
from uuid import UUID

from tijara.kit.actor import Actor
from tijara.kit.powers import Power
from tijara.kit.refusal import Kind, Refusal
from tijara.platform.action import action
from tijara.platform.locks import one_at_a_time

from ..models import LONGEST_QUERY, View
from ..queries import desk_of
from .keep_view import ViewInvalid, ViewNameTaken, checked_name


class ViewGone(Refusal):
    """It is unknown, another person's, or was removed in another window."""

    code = "desks.view_gone"
    kind = Kind.MISSING


@action(power=Power.DESK_USE)
def change_view(
    *,
    actor: Actor,
    view_id: UUID,
    name: str | None = None,
    query: str | None = None,
    columns: Sequence[str] | None = None,
) -> None:
    """What is None stays."""
    one_at_a_time(f"desks.views:{actor.person_id}")
    mine = View.objects.filter(owner_id=desk_of(actor), person_id=actor.person_id)
    view = mine.filter(id=view_id).first()
    if view is None:
        raise ViewGone
    if name is not None:
        view.name = checked_name(name)
        others = mine.filter(of_list=view.of_list, name=view.name).exclude(id=view_id)
        if others.exists():
            raise ViewNameTaken(name=view.name)
    if query is not None:
        if len(query) > LONGEST_QUERY:
            raise ViewInvalid({"query": "too_long"})
        view.query = query
    if columns is not None:
        view.columns = list(columns)
    mine.filter(id=view_id).update(name=view.name, query=view.query, columns=view.columns)
