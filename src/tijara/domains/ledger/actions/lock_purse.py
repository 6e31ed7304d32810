"""Keep what is held for an order's seller still until the commit: whoever gives it out holds it."""

from uuid import UUID

from tijara.kit.actor import Actor
from tijara.kit.powers import Power
from tijara.platform.action import action

from ..models import Purse


@action(power=Power.SYSTEM)
def lock_purse(*, actor: Actor, seller_id: UUID, order_id: UUID) -> int:
    """What is in it, minor units; nothing, where none was ever filled."""
    rows = Purse.objects.select_for_update(no_key=True).filter(seller_id=seller_id, id=order_id)
    return next(iter(rows.values_list("held_minor", flat=True)), 0)
