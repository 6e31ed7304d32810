"""Change a promotion: all of it until it begins; then its names, its end, and its limits upward."""

from datetime import datetime
from uuid import UUID

from tijara.kit.actor import SYSTEM, Actor
from tijara.kit.clock import now
from tijara.kit.powers import Power
from tijara.kit.refusal import Refusal
from tijara.platform.action import action
from tijara.platform.outbox.recorder import record

from ..events import PromotionTurned
from ..models import PromotionRow
from ..queries import forget_promotions, promotion
from ..rules import lowered_limits, row_values, same_deal
from ..shapes import Promotion, PromotionDraft, PromotionState
from .check_draft import PromotionInvalid, check_draft
from .take_code import take_code
from .turn_promotion import PromotionMovedOn, PromotionUnknown


class PromotionHasBegun(Refusal):
    """What buyers were shown stays: it began while it was being changed."""

    code = "promotions.has_begun"


@action(power=Power.PROMOTIONS_MANAGE)
def change_promotion(
    *, actor: Actor, owner_id: UUID, promotion_id: UUID, draft: PromotionDraft
) -> None:
    """Under its lock: whoever claims a use of it meanwhile counts towards what stands after it.
    Orders keep what they got, and the name that it had then."""
    rows = PromotionRow.objects.filter(owner_id=owner_id, id=promotion_id)
    if not rows.select_for_update(no_key=True).exists():
        raise PromotionUnknown()
    told = promotion(owner_id, promotion_id)
    if told is None or told.market_id != draft.market_id:
        raise PromotionUnknown()
    moment = now()
    if told.is_over(moment):
        raise PromotionMovedOn()
    code = check_draft(actor=SYSTEM, owner_id=owner_id, draft=draft)
    if told.has_begun(moment):
        _check_begun(told, draft, code)
    take_code(
        actor=SYSTEM,
        owner_id=owner_id,
        promotion_id=promotion_id,
        market_id=told.market_id,
        code=code,
    )
    rows.update(**row_values(draft, code), is_shown=_is_shown(told, draft, moment))
    record(owner_id, PromotionTurned(owner_id, promotion_id, told.market_id))
    forget_promotions()


def _check_begun(told: Promotion, draft: PromotionDraft, code: str) -> None:
    if not same_deal(told, draft, code):
        raise PromotionHasBegun()
    if faults := lowered_limits(told.limits, draft.limits):
        raise PromotionInvalid(faults)


def _is_shown(told: Promotion, draft: PromotionDraft, moment: datetime) -> bool:
    """As the fact beside it tells shelves."""
    return told.state is PromotionState.ACTIVE and draft.starts_at <= moment
