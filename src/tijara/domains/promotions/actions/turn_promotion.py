"""Pause a promotion, let it go on, or end it for good."""

from datetime import timedelta
from uuid import UUID

from django.db.models import F, Value
from django.db.models.functions import Greatest

from tijara.kit.actor import Actor
from tijara.kit.clock import now
from tijara.kit.powers import Power
from tijara.kit.refusal import Kind, Refusal
from tijara.platform.action import action
from tijara.platform.outbox.recorder import record

from ..events import PromotionTurned
from ..models import Code, PromotionRow
from ..queries import forget_promotions
from ..shapes import PromotionState
from ..states import PROCESS


class PromotionUnknown(Refusal):
    code = "promotions.unknown"
    kind = Kind.MISSING


class PromotionMovedOn(Refusal):
    """It is over, or somebody was quicker."""

    code = "promotions.moved_on"


A_MOMENT = timedelta(seconds=1)
"""What one that is ended before it has begun lasted: no day of it ever came."""
MOVES = {
    "pause": PromotionState.PAUSED,
    "resume": PromotionState.ACTIVE,
    "end": PromotionState.ENDED,
}


@action(power=Power.PROMOTIONS_MANAGE)
def turn_promotion(*, actor: Actor, owner_id: UUID, promotion_id: UUID, move: str) -> None:
    """`move` is "pause", "resume" or "end". Orders that stand keep what they got."""
    sources = next(one.before for one in PROCESS.moves if one.name == move)
    row = PromotionRow.objects.filter(owner_id=owner_id, id=promotion_id)
    market_id = row.values_list("market_id", flat=True).first()
    if market_id is None:
        raise PromotionUnknown()
    changes: dict = {"state": MOVES[move]}
    if move == "end":
        changes["ends_at"] = Greatest(Value(now()), F("starts_at") + A_MOMENT)
        Code.objects.filter(owner_id=owner_id, promotion_id=promotion_id).delete()
    if not row.filter(state__in=sources).update(**changes):
        raise PromotionMovedOn()
    record(owner_id, PromotionTurned(owner_id, promotion_id, market_id))
    forget_promotions()
