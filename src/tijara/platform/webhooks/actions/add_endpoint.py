"""Tell an address outside of facts from now on."""

from collections.abc import Sequence
from uuid import UUID

from tijara.kit.actor import Actor
from tijara.kit.arabic import strip_controls
from tijara.kit.powers import Power
from tijara.kit.refusal import Invalid, Kind, Refusal
from tijara.platform.action import action
from tijara.platform.locks import one_at_a_time

from ..checking import checked
from ..models import Endpoint
from ..rules import new_secret
from ..secrets import sealed

MOST = 20


class EndpointInvalid(Invalid):
    code = "webhooks.endpoint_invalid"


class EndpointKnown(Refusal):
    """The form was sent twice, or the address is told already."""

    code = "webhooks.endpoint_known"
    kind = Kind.CONFLICT


class TooManyEndpoints(Refusal):
    code = "webhooks.too_many_endpoints"
    kind = Kind.CONFLICT


@action(power=Power.WEBHOOKS_MANAGE)
def add_endpoint(
    *, actor: Actor, owner_id: UUID, endpoint_id: UUID, url: str, note: str, types: Sequence[str]
) -> str:
    """The secret that signs, in full for the only time. No types: all that are published."""
    url, note = url.strip(), strip_controls(note)
    if faults := checked(url, note, types):
        raise EndpointInvalid(faults)
    one_at_a_time(f"webhooks.add_endpoint:{owner_id}")
    mine = Endpoint.objects.filter(owner_id=owner_id)
    if mine.filter(url=url).exists() or mine.filter(id=endpoint_id).exists():
        raise EndpointKnown
    if mine.count() >= MOST:
        raise TooManyEndpoints
    secret = new_secret()
    Endpoint.objects.create(
        owner_id=owner_id,
        id=endpoint_id,
        url=url,
        note=note,
        types=sorted(set(types)),
        secret=sealed(secret, endpoint_id),
    )
    return secret
