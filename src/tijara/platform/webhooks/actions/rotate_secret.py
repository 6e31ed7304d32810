"""A new secret for an endpoint; the one that its receiver has signs beside it for a day.

Whoever asks twice within that day has hardly given the first answer to the receiver: the one that
signed before it stays good, and the first answer is over.
"""

from datetime import timedelta
from uuid import UUID

from django.db.models import Case, F, When

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
    secret, moment = new_secret(), now()
    changed = Endpoint.objects.filter(owner_id=owner_id, id=endpoint_id).update(
        old_secret=Case(When(old_until__gt=moment, then=F("old_secret")), default=F("secret")),
        old_until=moment + OVERLAP,
        secret=sealed(secret, endpoint_id),
    )
    if not changed:
        raise NoSuchEndpoint
    return secret
