"""Take a view of one's own out of a list. What it showed stays where it is.

Who leads the desk may do so with one that is shared there: whoever made it may have left.
"""

from uuid import UUID

from django.db.models import Q

from tijara.kit.actor import Actor
from tijara.kit.powers import Power
from tijara.platform.action import action

from ..models import View
from ..queries import desk_of, leads_desk


@action(power=Power.DESK_USE)
def drop_view(*, actor: Actor, view_id: UUID) -> None:
    """Pressed twice, there is nothing left to do."""
    his = Q(person_id=actor.person_id)
    if leads_desk(actor):
        his |= Q(is_shared=True)
    View.objects.filter(his, owner_id=desk_of(actor), id=view_id).delete()
