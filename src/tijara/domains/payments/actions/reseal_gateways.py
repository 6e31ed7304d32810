"""Seal the keys of gateways anew that an older secret has sealed."""

from tijara.kit.actor import Actor
from tijara.kit.powers import Power
from tijara.platform.action import action
from tijara.platform.resealing import Resealed, reseal_rows

from ..models import GatewayKeys
from ..queries import forget_gateways
from ..rules import about_gateway


@action(power=Power.SYSTEM, atomic=False)
def reseal_gateways(*, actor: Actor) -> Resealed:
    kept = GatewayKeys.objects.all()
    found = reseal_rows(kept, "sealed", lambda row: about_gateway(row.gateway))
    forget_gateways()
    return found
