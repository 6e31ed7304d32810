"""Take a view of one's own out of a list. What it showed stays where it is."""

from uuid import UUID

from tijara.kit.actor import Actor
from tijara.kit.powers import Power
from tijara.platform.action import action

from ..models import View
from ..queries import desk_of


@action(power=Power.DESK_USE)
def drop_view(*, actor: Actor, view_id: UUID) -> None:
    """Pressed twice, there is nothing left to do."""
    View.objects.filter(owner_id=desk_of(actor), person_id=actor.person_id, id=view_id).delete()
