"""Bring to their end the checkouts that a crash cut off."""

from datetime import timedelta

from tijara.kit.actor import Actor
from tijara.kit.clock import now
from tijara.kit.powers import Power
from tijara.platform.action import action

from ..models import Checkout
from ..states import PLACING
from .finish_checkout import finish_checkout

PATIENCE = timedelta(seconds=30)
"""The request that opened it may still be at work until then."""


@action(power=Power.SYSTEM, atomic=False)
def resume_checkouts(*, actor: Actor, limit: int = 200) -> int:
    """How many. The buyer had pressed the button: he gets his order."""
    cut_off = (
        Checkout.objects.filter(state=PLACING, moved_at__lt=now() - PATIENCE)
        .order_by("moved_at")
        .values_list("buyer_id", "id")[:limit]
    )
    rows = list(cut_off)
    for buyer_id, checkout_id in rows:
        finish_checkout(actor=actor, buyer_id=buyer_id, checkout_id=checkout_id)
    return len(rows)
