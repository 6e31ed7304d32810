"""Facts about promotions."""

from dataclasses import dataclass
from typing import ClassVar
from uuid import UUID

from tijara.platform.webhooks.published import published


@published("promotion_id")
@dataclass(frozen=True, slots=True)
class PromotionTurned:
    """It has begun, was changed or paused, goes on or is over: what shelves show changes."""

    name: ClassVar[str] = "promotions.promotion_turned.v1"
    owner_id: UUID
    promotion_id: UUID
    market_id: UUID
