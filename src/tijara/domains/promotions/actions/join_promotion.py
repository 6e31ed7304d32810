"""A seller pays his part of a promotion of the market, or no longer."""

from uuid import UUID

from tijara.kit.actor import Actor
from tijara.kit.ids import OPERATOR_ID
from tijara.kit.powers import Power
from tijara.platform.action import action
from tijara.platform.outbox.recorder import record

from ..events import PromotionTurned
from ..models import Joining
from ..queries import forget_promotions, promotion
from .turn_promotion import PromotionUnknown


@action(power=Power.PROMOTIONS_MANAGE)
def join_promotion(
    *, actor: Actor, seller_id: UUID, promotion_id: UUID, is_joined: bool = True
) -> None:
    """However often. What was ordered meanwhile stays as it was ordered."""
    wanted = promotion(OPERATOR_ID, promotion_id)
    if wanted is None:
        raise PromotionUnknown()
    if is_joined:
        Joining.objects.bulk_create(
            [Joining(seller_id=seller_id, id=promotion_id)], ignore_conflicts=True
        )
    else:
        Joining.objects.filter(seller_id=seller_id, id=promotion_id).delete()
    record(OPERATOR_ID, PromotionTurned(OPERATOR_ID, promotion_id, wanted.market_id))
    forget_promotions()
