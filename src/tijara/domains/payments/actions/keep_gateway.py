"""Enter the keys of a gateway that takes cards, in the place of those before."""

import json
import secrets
from collections.abc import Mapping

from tijara.kit.actor import Actor
from tijara.kit.arabic import strip_controls
from tijara.kit.clock import now
from tijara.kit.powers import Power
from tijara.kit.refusal import Invalid
from tijara.platform.action import action
from tijara.platform.changes import tell_everything
from tijara.platform.secrets import seal

from ..models import GatewayKeys
from ..queries import forget_gateways, gateway_fields, known_gateways, seal_of
from ..rules import about_gateway, keys_faults


class GatewayInvalid(Invalid):
    """`fields` has a fault for each key that is missing or no key."""

    code = "payments.gateway_invalid"


@action(power=Power.PAYMENTS_MANAGE)
def keep_gateway(*, actor: Actor, gateway: str, keys: Mapping[str, str]) -> None:
    """Sealed at rest. Secrets that we make up ourselves (what the gateway shall say to be known)
    are made once and stay."""
    if gateway not in known_gateways():
        raise GatewayInvalid({"gateway": "unknown"})
    asked = gateway_fields(gateway)
    given = {one.name: strip_controls(keys.get(one.name, "")) for one in asked if not one.is_ours}
    if faults := keys_faults(given):
        raise GatewayInvalid(faults)
    before = seal_of(gateway)
    for one in asked:
        if one.is_ours:
            given[one.name] = before.get(one.name) or secrets.token_urlsafe(24)
    sealed = seal(json.dumps(given), about=about_gateway(gateway))
    GatewayKeys.objects.exclude(gateway=gateway).delete()
    GatewayKeys.objects.update_or_create(
        gateway=gateway, defaults={"sealed": sealed, "kept_at": now(), "withdrawn_at": None}
    )
    forget_gateways()
    tell_everything()
