"""Take a row of what the way back costs away; the next wider one holds."""

from uuid import UUID

from tijara.kit.actor import Actor
from tijara.kit.powers import Power
from tijara.platform.action import action

from ..models import CarriageBandRow


@action(power=Power.MARKETS_MANAGE)
def drop_carriage_band(*, actor: Actor, market_id: UUID, band_id: UUID) -> None:
    CarriageBandRow.objects.filter(market_id=market_id, id=band_id).delete()
