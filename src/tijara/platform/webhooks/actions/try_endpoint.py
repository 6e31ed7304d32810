"""Send an endpoint a message that means nothing, to see whether it is taken."""

from uuid import UUID

import orjson

from tijara.kit.actor import Actor
from tijara.kit.clock import now
from tijara.kit.ids import new_id
from tijara.kit.powers import Power
from tijara.kit.refusal import Kind, Refusal
from tijara.platform.action import action

from ..models import Delivery, Endpoint
from ..published import TEST
from .change_endpoint import NoSuchEndpoint


class EndpointOff(Refusal):
    """Nothing is sent to it: switch it on first."""

    code = "webhooks.endpoint_off"
    kind = Kind.CONFLICT


@action(power=Power.WEBHOOKS_MANAGE)
def try_endpoint(*, actor: Actor, owner_id: UUID, endpoint_id: UUID) -> UUID:
    """The delivery's id: what became of it stands there."""
    endpoint = Endpoint.objects.filter(owner_id=owner_id, id=endpoint_id)
    is_active = endpoint.values_list("is_active", flat=True).first()
    if is_active is None:
        raise NoSuchEndpoint
    if not is_active:
        raise EndpointOff
    endpoint.update(rest_until=None)
    told = {"type": TEST, "timestamp": now(), "data": {"endpoint_id": endpoint_id}}
    made = Delivery.objects.create(
        owner_id=owner_id,
        endpoint_id=endpoint_id,
        event_id=new_id(),
        event_owner_id=owner_id,
        event_name=TEST,
        body=orjson.dumps(told, option=orjson.OPT_UTC_Z).decode(),
    )
    return made.id
