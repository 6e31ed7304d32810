"""Treat a region or city of a market like all others again."""

from uuid import UUID

from tijara.kit.actor import Actor
from tijara.kit.powers import Power
from tijara.platform.action import action
from tijara.platform.changes import tell_everything

from ..models import MarketZone
from ..queries import forget_delivery


@action(power=Power.MARKETS_MANAGE)
def drop_market_zone(*, actor: Actor, market_id: UUID, place: str) -> None:
    MarketZone.objects.filter(market_id=market_id, place=place).delete()
    forget_delivery()
    tell_everything()
