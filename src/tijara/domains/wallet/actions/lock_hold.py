"""Keep what is held for a checkout still until the commit: whoever spends it holds it."""

from uuid import UUID

from tijara.kit.actor import Actor
from tijara.kit.powers import Power
from tijara.platform.action import action

from ..models import Hold
from ..shapes import HoldState


@action(power=Power.SYSTEM)
def lock_hold(*, actor: Actor, buyer_id: UUID, checkout_id: UUID) -> int:
    """Minor units; nothing, where nothing is held any more."""
    rows = Hold.objects.select_for_update().filter(
        buyer_id=buyer_id, id=checkout_id, state=HoldState.HELD
    )
    return next(iter(rows.values_list("amount_minor", flat=True)), 0)
