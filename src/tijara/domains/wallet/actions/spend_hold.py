"""Spend what is held for a checkout on its orders; what they don't need is free again."""

from collections.abc import Sequence
from uuid import UUID

from django.db.models import F

from tijara.kit.actor import SYSTEM, Actor
from tijara.kit.money import Money
from tijara.kit.powers import Power
from tijara.platform.action import action
from tijara.platform.process.moving import Step
from tijara.platform.process.rows import move_rows

from ..models import Hold, Wallet
from ..shapes import CreditKind, CreditPart, CreditToPut, HoldState
from ..states import HOLD
from .move_credit import move_credit


@action(power=Power.BUY)
def spend_hold(
    *, actor: Actor, buyer_id: UUID, checkout_id: UUID, parts: Sequence[CreditPart]
) -> bool:
    """Once for a checkout; False where nothing is held for it any more: then nothing is spent. The
    caller posts each part to its order in the same commit."""
    rows = Hold.objects.select_for_update().filter(
        buyer_id=buyer_id, id=checkout_id, state=HoldState.HELD
    )
    hold = rows.first()
    if hold is None:
        return False
    mine = Wallet.objects.filter(buyer_id=buyer_id, id=hold.wallet_id)
    mine.update(held_minor=F("held_minor") - hold.amount_minor)
    ended = Step("spend", actor, ("spend",)) if parts else Step("release", actor, ("let_go",))
    move_rows(HOLD, Hold.objects.filter(buyer_id=buyer_id, id=checkout_id), ended)
    currency = mine.values_list("currency", flat=True).get()
    for part in parts:
        move_credit(
            actor=SYSTEM,
            buyer_id=buyer_id,
            market_id=hold.wallet_id,
            credit=CreditToPut(
                kind=CreditKind.SPENT,
                amount=Money(-part.amount_minor, currency),
                reference=f"spent:{checkout_id.hex}:{part.order.order_id.hex}",
                order=part.order,
            ),
        )
    return True
