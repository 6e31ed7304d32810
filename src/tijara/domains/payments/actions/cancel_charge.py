"""Call an unpaid charge off: what it was for is not wanted any more."""

from uuid import UUID

from tijara.kit.actor import SYSTEM, Actor
from tijara.kit.powers import Power
from tijara.platform.action import action
from tijara.platform.process.moving import Step

from .move_charge import move_charge


@action(power=Power.BUY)
def cancel_charge(*, actor: Actor, buyer_id: UUID, charge_id: UUID) -> bool:
    """False where nothing was open. Money that is on its way still pays it, and goes back."""
    step = Step("cancel", actor)
    return move_charge(actor=SYSTEM, buyer_id=buyer_id, charge_id=charge_id, step=step)
