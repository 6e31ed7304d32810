"""Take promotional credit out of wallets whose last day is over."""

from uuid import UUID

from django.db import transaction

from tijara.kit.actor import SYSTEM, Actor
from tijara.kit.clock import now
from tijara.kit.money import Money
from tijara.kit.powers import Power
from tijara.platform.action import action

from ..models import Lot, Wallet
from ..shapes import CreditKind, CreditToPut
from .move_credit import move_credit


@action(power=Power.SYSTEM, atomic=False)
def expire_credit(*, actor: Actor, limit: int = 500) -> int:
    """How many lots. What is held for a checkout stays until that has ended."""
    over = Lot.objects.filter(left_minor__gt=0, expires_at__lte=now()).order_by("expires_at")
    keys = list(over.values_list("buyer_id", "wallet_id", "id")[:limit])
    return sum(_expire(*key) for key in keys)


def _expire(buyer_id: UUID, market_id: UUID, lot_id: UUID) -> bool:
    """Lots that expire first are spent first: so what is taken out is of this one, or of one that
    is over as well."""
    with transaction.atomic():
        rows = Wallet.objects.select_for_update(no_key=True)
        wallet = rows.get(buyer_id=buyer_id, id=market_id)
        left = Lot.objects.filter(buyer_id=buyer_id, id=lot_id).values_list("left_minor", flat=True)
        amount = min(left.get(), wallet.balance_minor - wallet.held_minor)
        if amount <= 0:
            return False
        move_credit(
            actor=SYSTEM,
            buyer_id=buyer_id,
            market_id=market_id,
            credit=CreditToPut(
                kind=CreditKind.EXPIRED,
                amount=Money(-amount, wallet.currency),
                reference=f"expired:{lot_id.hex}:{left.get()}",
            ),
        )
        return True
