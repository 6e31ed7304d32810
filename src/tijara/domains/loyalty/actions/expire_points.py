"""Take points out of accounts whose last day is over."""

from uuid import UUID

from django.db import transaction

from tijara.kit.actor import SYSTEM, Actor
from tijara.kit.clock import now
from tijara.kit.powers import Power
from tijara.platform.action import action

from ..models import PointsLot
from ..shapes import PointsKind, PointsToMove
from .lock_account import lock_account
from .move_points import move_points


@action(power=Power.SYSTEM, atomic=False)
def expire_points(*, actor: Actor, limit: int = 500) -> int:
    """How many lots; each in a commit of its own."""
    over = PointsLot.objects.filter(left__gt=0, expires_at__lte=now()).order_by("expires_at")
    keys = list(over.values_list("buyer_id", "account_id", "id")[:limit])
    return sum(_expire(*key) for key in keys)


def _expire(buyer_id: UUID, market_id: UUID, lot_id: UUID) -> bool:
    """What is left of it under the account's lock: who spends it in the same moment has it, or
    finds it gone."""
    with transaction.atomic():
        lock_account(actor=SYSTEM, buyer_id=buyer_id, market_id=market_id)
        left = PointsLot.objects.get(buyer_id=buyer_id, id=lot_id).left
        if not left:
            return False
        moved = PointsToMove(PointsKind.EXPIRED, -left, f"expired:{lot_id.hex}", lot_id=lot_id)
        move_points(actor=SYSTEM, buyer_id=buyer_id, market_id=market_id, moved=moved)
        return True
