"""Ask a gateway whether it knows our keys. Nothing is paid and nothing is kept."""

from collections.abc import Mapping

from tijara.kit.actor import Actor
from tijara.kit.arabic import strip_controls
from tijara.kit.powers import Power
from tijara.platform.action import action

from ..queries import gateway_fields, gateway_with, known_gateways
from ..rules import keys_faults
from ..shapes import KeysAnswer
from .keep_gateway import GatewayInvalid


@action(power=Power.PAYMENTS_MANAGE, atomic=False)
def try_gateway(*, actor: Actor, gateway: str, keys: Mapping[str, str]) -> KeysAnswer:
    if gateway not in known_gateways():
        raise GatewayInvalid({"gateway": "unknown"})
    asked = [one.name for one in gateway_fields(gateway) if not one.is_ours]
    given = {name: strip_controls(keys.get(name, "")) for name in asked}
    if faults := keys_faults(given):
        raise GatewayInvalid(faults)
    return gateway_with(gateway, given).try_keys()
