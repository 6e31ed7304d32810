"""Switch an endpoint off for a while, or on again; what came meanwhile is not sent afterwards."""

from uuid import UUID

from tijara.kit.actor import Actor
from tijara.kit.powers import Power
from tijara.platform.action import action

from ..models import Endpoint
from ..shapes import OffWhy
from .change_endpoint import NoSuchEndpoint


@action(power=Power.WEBHOOKS_MANAGE)
def switch_endpoint(*, actor: Actor, owner_id: UUID, endpoint_id: UUID, is_active: bool) -> None:
    """Switched on, it starts afresh: what still waited goes at once."""
    endpoint = Endpoint.objects.filter(owner_id=owner_id, id=endpoint_id)
    if is_active:
        found = endpoint.update(
            is_active=True, off_why="", failures=0, failing_since=None, rest_until=None
        )
    else:
        found = endpoint.update(is_active=False, off_why=OffWhy.STAFF)
    if not found:
        raise NoSuchEndpoint
