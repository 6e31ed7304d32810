"""Ask a fee of its own no longer: the next wider one holds."""

from uuid import UUID

from tijara.kit.actor import Actor
from tijara.kit.powers import Power
from tijara.platform.action import action

from ..models import FeeBandRow
from ..queries import forget_cash_terms


@action(power=Power.MARKETS_MANAGE)
def drop_fee_band(*, actor: Actor, market_id: UUID, band_id: UUID) -> None:
    FeeBandRow.objects.filter(market_id=market_id, id=band_id).delete()
    forget_cash_terms()
