"""Call an unpaid charge off: what it was for is not wanted any more."""

from uuid import UUID

from tijara.kit.actor import Actor
from tijara.kit.clock import now
from tijara.kit.powers import Power
from tijara.platform.action import action

from ..models import Charge
from ..shapes import ChargeState
from ..states import LIFE


@action(power=Power.BUY)
def cancel_charge(*, actor: Actor, buyer_id: UUID, charge_id: UUID) -> bool:
    """False where nothing was open. Money that is on its way still pays it, and goes back."""
    open_ones = Charge.objects.filter(
        buyer_id=buyer_id, id=charge_id, state__in=LIFE.before(ChargeState.CANCELLED)
    )
    return bool(open_ones.update(state=ChargeState.CANCELLED, moved_at=now()))
