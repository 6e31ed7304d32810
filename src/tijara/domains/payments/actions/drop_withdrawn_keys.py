"""Erase keys of a gateway that were withdrawn, when nothing that was begun with them is open."""

from datetime import timedelta

from tijara.kit.actor import Actor
from tijara.kit.clock import now
from tijara.kit.powers import Power
from tijara.platform.action import action

from ..models import GatewayKeys
from ..queries import forget_gateways, open_payments_at

AT_LEAST = timedelta(hours=1)
"""A payment may have begun in another process in the moment of the withdrawal, and a notice of it
may come late."""


@action(power=Power.SYSTEM)
def drop_withdrawn_keys(*, actor: Actor) -> int:
    """How many."""
    withdrawn = GatewayKeys.objects.filter(withdrawn_at__lt=now() - AT_LEAST)
    over = [one for one in withdrawn.values_list("gateway", flat=True) if not open_payments_at(one)]
    dropped = withdrawn.filter(gateway__in=over).delete()[0]
    if dropped:
        forget_gateways()
    return dropped
