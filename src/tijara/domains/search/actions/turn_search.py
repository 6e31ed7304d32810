"""Be told more often, or less, or never of a search that one keeps."""

from uuid import UUID

from tijara.kit.actor import Actor
from tijara.kit.powers import Power
from tijara.platform.action import action

from ..models import SavedSearch
from ..shapes import Rhythm


@action(power=Power.BUY)
def turn_search(*, actor: Actor, buyer_id: UUID, search_id: UUID, rhythm: Rhythm) -> None:
    """One that is gone changes nothing."""
    SavedSearch.objects.filter(buyer_id=buyer_id, id=search_id).update(rhythm=rhythm)
