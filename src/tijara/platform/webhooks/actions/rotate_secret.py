"""A new secret for an endpoint; the old one signs beside it for a day."""

from datetime import timedelta
from uuid import UUID

from django.db.models import F

from tijara.kit.actor import Actor
from tijara.kit.clock import now
from tijara.kit.powers import Power
from tijara.platform.action import action

from ..models import Endpoint
from ..rules import new_secret
from ..secrets import sealed
from .change_endpoint import NoSuchEndpoint

OVERLAP = timedelta(days=1)


@action(power=Power.WEBHOOKS_MANAGE)
def rotate_secret(*, actor: Actor, owner_id: UUID, endpoint_id: UUID) -> str:
    """The new secret, in full for the only time."""
    secret = new_secret()
    changed = Endpoint.objects.filter(owner_id=owner_id, id=endpoint_id).update(
        old_secret=F("secret"), old_until=now() + OVERLAP, secret=sealed(secret, endpoint_id)
    )
    if not changed:
        raise NoSuchEndpoint
    return secret
