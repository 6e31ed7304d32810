"""End a rate: from now on its goods earn by the next wider one."""

from uuid import UUID

from tijara.kit.actor import Actor
from tijara.kit.clock import now
from tijara.kit.powers import Power
from tijara.platform.action import action
from tijara.platform.changes import tell_everything

from ..models import RateRow
from ..queries import forget_programmes


@action(power=Power.MARKETS_MANAGE)
def end_rate(*, actor: Actor, market_id: UUID, rate_id: UUID) -> None:
    """Again is nothing."""
    mine = RateRow.objects.filter(market_id=market_id, id=rate_id, ended_at=None)
    if mine.update(ended_at=now()):
        forget_programmes()
        tell_everything()
