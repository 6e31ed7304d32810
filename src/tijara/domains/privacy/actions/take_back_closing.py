"""Whoever signs in again keeps his account."""

from tijara.kit.actor import Actor
from tijara.kit.powers import Power
from tijara.platform.action import action
from tijara.platform.audit.recorder import record_act

from ..models import Closing


@action(power=Power.SIGN_IN)
def take_back_closing(*, actor: Actor) -> bool:
    """Whether there was anything to take back. What is being erased at this moment is waited for,
    and can't be had back."""
    mine = Closing.objects.select_for_update().filter(person_id=actor.person_id, closed_at=None)
    if mine.first() is None:
        return False
    Closing.objects.filter(person_id=actor.person_id, closed_at=None).delete()
    record_act(actor, "privacy.take_back_closing", {})
    return True
