"""Keep a search no longer."""

from uuid import UUID

from tijara.kit.actor import Actor
from tijara.kit.powers import Power
from tijara.platform.action import action

from ..models import SavedSearch


@action(power=Power.BUY)
def drop_search(*, actor: Actor, buyer_id: UUID, search_id: UUID) -> None:
    """Asked again, it changes nothing."""
    SavedSearch.objects.filter(buyer_id=buyer_id, id=search_id).delete()
