"""Leave a search that found nothing as it is: the market has no such goods."""

from uuid import UUID

from tijara.kit.actor import Actor
from tijara.kit.powers import Power
from tijara.platform.action import action

from ..models import Missed


@action(power=Power.MARKETS_MANAGE)
def dismiss_missed(*, actor: Actor, market_id: UUID, text: str) -> None:
    """It comes back when somebody searches for it again."""
    Missed.objects.filter(market_id=market_id, text=text).delete()
