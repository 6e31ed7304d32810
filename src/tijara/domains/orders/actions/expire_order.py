"""What a pending order waited for did not come in time: it ends, and its units go back."""

from uuid import UUID

from django.db import transaction

from tijara.kit.actor import SYSTEM, Actor
from tijara.kit.powers import Power
from tijara.platform.action import action

from ..shapes import CancelReason
from .move_order import WrongState
from .undo_sale import undo_sale


@action(power=Power.SYSTEM)
def expire_order(*, actor: Actor, seller_id: UUID, order_id: UUID, reason: CancelReason) -> bool:
    """False if it does not wait any more: it was paid, confirmed or called off before."""
    try:
        with transaction.atomic():
            undo_sale(
                actor=SYSTEM,
                on_behalf=SYSTEM,
                seller_id=seller_id,
                order_id=order_id,
                move="lapse",
                reason=reason,
            )
    except WrongState:
        return False
    return True
