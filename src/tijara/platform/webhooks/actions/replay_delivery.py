"""Send a delivery once more: it was given up, or the receiver has lost it."""

from uuid import UUID

from tijara.kit.actor import Actor
from tijara.kit.clock import now
from tijara.kit.powers import Power
from tijara.kit.refusal import Kind, Refusal
from tijara.platform.action import action
from tijara.platform.process.rows import begin_anew

from ..models import Delivery, Endpoint
from ..shapes import DeliveryState
from ..states import DELIVERY
from .try_endpoint import EndpointOff


class NotReplayable(Refusal):
    """It is unknown, or is being tried as it is."""

    code = "webhooks.not_replayable"
    kind = Kind.CONFLICT


@action(power=Power.WEBHOOKS_MANAGE)
def replay_delivery(*, actor: Actor, owner_id: UUID, delivery_id: UUID) -> None:
    """The same message under the same id, so that a receiver who has had it knows it again."""
    row = Delivery.objects.filter(owner_id=owner_id, id=delivery_id)
    endpoint_id = row.values_list("endpoint_id", flat=True).first()
    if endpoint_id is None:
        raise NotReplayable
    endpoint = Endpoint.objects.filter(owner_id=owner_id, id=endpoint_id)
    if not endpoint.filter(is_active=True).update(rest_until=None):
        raise EndpointOff
    moment = now()
    again = {"attempts": 0, "next_at": moment, "ended_at": None}
    resting = row.filter(next_at__gt=moment, state=DeliveryState.WAITING)
    ended = row.exclude(state=DeliveryState.WAITING)
    if not begin_anew(DELIVERY, ended, **again) and not resting.update(next_at=moment):
        raise NotReplayable
