"""Bring to their end the checkouts that a crash cut off."""

import logging
from datetime import timedelta
from uuid import UUID

from tijara.kit.actor import Actor
from tijara.kit.clock import now
from tijara.kit.powers import Power
from tijara.platform.action import action

from ..models import Checkout
from ..states import PLACING
from .finish_checkout import finish_checkout

PATIENCE = timedelta(seconds=30)
"""The request that opened it may still be at work until then."""

log = logging.getLogger(__name__)


@action(power=Power.SYSTEM, atomic=False)
def resume_checkouts(*, actor: Actor, limit: int = 200) -> int:
    """How many. The buyer had pressed the button: he gets his order."""
    cut_off = (
        Checkout.objects.filter(state=PLACING, moved_at__lt=now() - PATIENCE)
        .order_by("moved_at")
        .values_list("buyer_id", "id")[:limit]
    )
    return sum(_finish(actor, buyer_id, checkout_id) for buyer_id, checkout_id in list(cut_off))


def _finish(actor: Actor, buyer_id: UUID, checkout_id: UUID) -> bool:
    """One that breaks goes to the end of the line: it is tried again, and holds up no other."""
    try:
        finish_checkout(actor=actor, buyer_id=buyer_id, checkout_id=checkout_id)
    except Exception:
        log.exception("checkout %s can't be finished", checkout_id)
        Checkout.objects.filter(buyer_id=buyer_id, id=checkout_id).update(moved_at=now())
        return False
    return True
