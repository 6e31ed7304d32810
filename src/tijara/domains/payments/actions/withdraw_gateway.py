"""Take no cards through a gateway any more, and let go of its keys.

What was begun is asked about to its end: the keys go when nothing is open with them
(`drop_withdrawn_keys`). Keys that nothing opens are of no use for that, and go at once.
"""

from tijara.kit.actor import Actor
from tijara.kit.clock import now
from tijara.kit.powers import Power
from tijara.kit.refusal import Kind, Refusal
from tijara.platform.action import action
from tijara.platform.changes import tell_everything

from ..models import GatewayKeys
from ..queries import forget_gateways, seal_of


class NoKeysKept(Refusal):
    """None were entered, or somebody has withdrawn them already."""

    code = "payments.no_keys_kept"
    kind = Kind.CONFLICT


@action(power=Power.PAYMENTS_MANAGE)
def withdraw_gateway(*, actor: Actor, gateway: str) -> None:
    kept = GatewayKeys.objects.filter(gateway=gateway, withdrawn_at=None)
    done = kept.update(withdrawn_at=now()) if seal_of(gateway) else kept.delete()[0]
    if not done:
        raise NoKeysKept
    forget_gateways()
    tell_everything()
