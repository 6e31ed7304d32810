"""Sign a person out wherever he is signed in."""

from uuid import UUID

from tijara.kit.actor import Actor
from tijara.kit.powers import Power
from tijara.platform.action import NotAllowed, action

from .forget_account import end_sessions


@action(power=Power.SIGN_IN)
def end_devices(actor: Actor, *, person_id: UUID) -> None:
    """He himself, on every device; also on the one in his hand."""
    if actor.person_id != person_id:
        raise NotAllowed(power=Power.SIGN_IN)
    end_sessions(person_id)
