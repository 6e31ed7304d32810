"""The day is over on which carriers should have paid: what has not come is late."""

from tijara.kit.actor import SYSTEM, Actor
from tijara.kit.powers import Power
from tijara.platform.action import action
from tijara.platform.process.moving import Step
from tijara.platform.process.sweeping import sweep

from ..models.track import TRACK


@action(power=Power.SYSTEM)
def grow_late(*, actor: Actor, limit: int = 1000) -> int:
    """How many, those that were due first; two statements."""
    return len(sweep(TRACK, Step("grow_late", SYSTEM), limit=limit))
