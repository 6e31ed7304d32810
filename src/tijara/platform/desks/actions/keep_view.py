"""Name a list as it stands, to find it again as a tab of one's own."""

from collections.abc import Sequence
from uuid import UUID

from django.db.models import Max

from tijara.kit.actor import Actor
from tijara.kit.arabic import strip_controls
from tijara.kit.powers import Power
from tijara.kit.refusal import Invalid, Kind, Refusal
from tijara.platform.action import action
from tijara.platform.locks import one_at_a_time

from ..models import LONGEST_NAME, LONGEST_QUERY, View
from ..queries import desk_of

MOST = 12
"""Of one list: more tabs than that nobody finds his way through."""


class ViewInvalid(Invalid):
    code = "desks.view_invalid"


class ViewNameTaken(Refusal):
    """Another view of this list is called so."""

    code = "desks.view_name_taken"
    kind = Kind.CONFLICT


class TooManyViews(Refusal):
    code = "desks.too_many_views"
    kind = Kind.CONFLICT


@action(power=Power.DESK_USE)
def keep_view(
    *,
    actor: Actor,
    view_id: UUID,
    table: str,
    name: str,
    query: str,
    columns: Sequence[str] | None,
) -> None:
    """The form carries the id: sent twice, it keeps one."""
    name = checked_name(name)
    if len(query) > LONGEST_QUERY:
        raise ViewInvalid({"query": "too_long"})
    one_at_a_time(f"desks.views:{actor.person_id}")
    owner_id = desk_of(actor)
    mine = View.objects.filter(owner_id=owner_id, person_id=actor.person_id, of_list=table)
    if View.objects.filter(owner_id=owner_id, id=view_id).exists():
        return
    if mine.filter(name=name).exists():
        raise ViewNameTaken(name=name)
    if mine.count() >= MOST:
        raise TooManyViews(most=MOST)
    last = mine.aggregate(last=Max("place"))["last"] or 0
    View.objects.create(
        owner_id=owner_id,
        id=view_id,
        person_id=actor.person_id,
        of_list=table,
        name=name,
        query=query,
        columns=None if columns is None else list(columns),
        place=last + 1,
    )


def checked_name(name: str) -> str:
    name = " ".join(strip_controls(name).split())
    if not name:
        raise ViewInvalid({"name": "required"})
    if len(name) > LONGEST_NAME:
        raise ViewInvalid({"name": "too_long"})
    return name
