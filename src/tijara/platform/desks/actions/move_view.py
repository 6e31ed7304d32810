"""Let a view stand one place earlier or later among one's own."""

from uuid import UUID

from tijara.kit.actor import Actor
from tijara.kit.powers import Power
from tijara.platform.action import action
from tijara.platform.locks import one_at_a_time

from ..models import View
from ..queries import desk_of
from .change_view import ViewGone


@action(power=Power.DESK_USE)
def move_view(*, actor: Actor, view_id: UUID, is_later: bool) -> None:
    """At the end of the row it stays where it is."""
    one_at_a_time(f"desks.views:{actor.person_id}")
    mine = View.objects.filter(owner_id=desk_of(actor), person_id=actor.person_id)
    table = mine.filter(id=view_id).values_list("of_list", flat=True).first()
    if table is None:
        raise ViewGone
    rows = mine.filter(of_list=table).order_by("place", "id")
    order = list(rows.values_list("id", flat=True))
    at = order.index(view_id)
    to = min(max(at + (1 if is_later else -1), 0), len(order) - 1)
    order.insert(to, order.pop(at))
    for place, id in enumerate(order):
        mine.filter(id=id).update(place=place)
