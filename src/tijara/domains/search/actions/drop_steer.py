"""Take back what was put before chance in a market's search."""

from uuid import UUID

from tijara.kit.actor import Actor
from tijara.kit.powers import Power
from tijara.platform.action import action
from tijara.platform.changes import tell

from ..models import Steer
from ..queries import forget_steers
from ..rules import seen_at


@action(power=Power.MARKETS_MANAGE)
def drop_steer(*, actor: Actor, market_id: UUID, steer_id: UUID) -> None:
    """Asked again, it changes nothing."""
    Steer.objects.filter(market_id=market_id, id=steer_id).delete()
    forget_steers()
    tell([seen_at(market_id, "")])
