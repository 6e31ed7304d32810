"""Seal the secrets of endpoints anew that an older secret of the installation has sealed."""

from tijara.kit.actor import Actor
from tijara.kit.powers import Power
from tijara.platform.action import action
from tijara.platform.resealing import Resealed, reseal_rows

from ..models import Endpoint
from ..secrets import about_endpoint


@action(power=Power.SYSTEM, atomic=False)
def reseal_secrets(*, actor: Actor) -> Resealed:
    rows = Endpoint.objects.all()
    found = [
        reseal_rows(rows, field, lambda row: about_endpoint(row.id))
        for field in ("secret", "old_secret")
    ]
    return found[0] + found[1]
