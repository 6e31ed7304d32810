"""Another address, other types, another note: from the next fact on, and for what still waits."""

from collections.abc import Sequence
from uuid import UUID

from tijara.kit.actor import Actor
from tijara.kit.arabic import strip_controls
from tijara.kit.powers import Power
from tijara.kit.refusal import Kind, Refusal
from tijara.platform.action import action

from ..checking import checked
from ..models import Endpoint
from .add_endpoint import EndpointInvalid, EndpointKnown


class NoSuchEndpoint(Refusal):
    """It is unknown, or has been removed meanwhile."""

    code = "webhooks.no_such_endpoint"
    kind = Kind.MISSING


@action(power=Power.WEBHOOKS_MANAGE)
def change_endpoint(
    *, actor: Actor, owner_id: UUID, endpoint_id: UUID, url: str, note: str, types: Sequence[str]
) -> None:
    url, note = url.strip(), strip_controls(note)
    if faults := checked(url, note, types):
        raise EndpointInvalid(faults)
    mine = Endpoint.objects.filter(owner_id=owner_id)
    if mine.filter(url=url).exclude(id=endpoint_id).exists():
        raise EndpointKnown
    if not mine.filter(id=endpoint_id).update(url=url, note=note, types=sorted(set(types))):
        raise NoSuchEndpoint
