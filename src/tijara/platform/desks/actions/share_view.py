"""Let everybody at the desk have a view of one's own as a tab, or keep it to oneself again."""

from uuid import UUID

from tijara.kit.actor import Actor
from tijara.kit.powers import Power
from tijara.platform.action import action

from ..models import View
from ..queries import desk_of
from .change_view import ViewGone


@action(power=Power.DESK_USE)
def share_view(*, actor: Actor, view_id: UUID, is_shared: bool) -> None:
    """It stays his: only he changes what it shows."""
    mine = View.objects.filter(owner_id=desk_of(actor), person_id=actor.person_id, id=view_id)
    if not mine.update(is_shared=is_shared):
        raise ViewGone
