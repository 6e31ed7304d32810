"""Sign a person out wherever he is signed in, also on the device in his hand."""

from uuid import UUID

from allauth.usersessions.models import UserSession
from django.contrib.sessions.models import Session

from tijara.kit.actor import Actor, ActorKind
from tijara.kit.powers import Power
from tijara.platform.action import NotAllowed, action


@action(power=Power.SIGN_IN)
def end_devices(
    actor: Actor, *, person_id: UUID, device_id: int | None = None, but: str = ""
) -> None:
    """He himself, or the house; all, or just one. `but`: the key of the session that goes on.
    Another's device is as unknown as one that never was."""
    if actor.kind is not ActorKind.SYSTEM and actor.person_id != person_id:
        raise NotAllowed(power=Power.SIGN_IN)
    mine = UserSession.objects.filter(user_id=person_id).exclude(session_key=but)
    mine = mine if device_id is None else mine.filter(id=device_id)
    keys = list(mine.values_list("session_key", flat=True))
    Session.objects.filter(session_key__in=keys).delete()
    mine.filter(session_key__in=keys).delete()
