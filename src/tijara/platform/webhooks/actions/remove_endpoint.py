"""Tell an address nothing any more, and forget what it was told."""

from uuid import UUID

from tijara.kit.actor import Actor
from tijara.kit.powers import Power
from tijara.platform.action import action

from ..models import Attempt, Delivery, Endpoint
from .change_endpoint import NoSuchEndpoint


@action(power=Power.WEBHOOKS_MANAGE)
def remove_endpoint(*, actor: Actor, owner_id: UUID, endpoint_id: UUID) -> None:
    endpoint = Endpoint.objects.select_for_update().filter(owner_id=owner_id, id=endpoint_id)
    if endpoint.first() is None:
        raise NoSuchEndpoint
    mine = Delivery.objects.filter(owner_id=owner_id, endpoint_id=endpoint_id)
    tries = Attempt.objects.filter(owner_id=owner_id, delivery_id__in=mine.values("id"))
    tries.delete()
    mine.delete()
    Endpoint.objects.filter(owner_id=owner_id, id=endpoint_id).delete()
