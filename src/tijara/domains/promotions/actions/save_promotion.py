"""Write a promotion down: a seller for his goods, staff for the market."""

from uuid import UUID

from tijara.kit.actor import SYSTEM, Actor
from tijara.kit.clock import now
from tijara.kit.ids import new_id
from tijara.kit.powers import Power
from tijara.kit.refusal import Refusal
from tijara.platform.action import action
from tijara.platform.outbox.recorder import record

from ..events import PromotionTurned
from ..models import PromotionRow
from ..queries import forget_promotions
from ..rules import row_values
from ..shapes import PromotionDraft, PromotionState
from .check_draft import check_draft
from .take_code import take_code

MOST_ON = 100


class TooManyPromotions(Refusal):
    """A shop has at most a hundred that are not over."""

    code = "promotions.too_many"


@action(power=Power.PROMOTIONS_MANAGE)
def save_promotion(*, actor: Actor, owner_id: UUID, draft: PromotionDraft) -> UUID:
    """Its id. It holds from its day on; its terms don't change after that."""
    code = check_draft(actor=SYSTEM, owner_id=owner_id, draft=draft)
    mine = PromotionRow.objects.filter(owner_id=owner_id).exclude(state=PromotionState.ENDED)
    if mine.count() >= MOST_ON:
        raise TooManyPromotions()
    promotion_id = new_id()
    if code:
        take_code(
            actor=SYSTEM,
            owner_id=owner_id,
            promotion_id=promotion_id,
            market_id=draft.market_id,
            code=code,
        )
    PromotionRow.objects.create(
        owner_id=owner_id,
        id=promotion_id,
        market_id=draft.market_id,
        state=PromotionState.ACTIVE,
        **row_values(draft, code),
        is_shown=draft.starts_at <= now(),
    )
    record(owner_id, PromotionTurned(owner_id, promotion_id, draft.market_id))
    forget_promotions()
    return promotion_id
