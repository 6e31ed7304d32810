"""Facts about stock."""

from dataclasses import dataclass
from typing import ClassVar
from uuid import UUID

from tijara.platform.webhooks.published import published


@published("seller_id", "variant_ids")
@dataclass(frozen=True, slots=True)
class StockChanged:
    """Units came, went back or were counted; a sale is told by orders.order_placed.v1."""

    name: ClassVar[str] = "inventory.stock_changed.v1"
    seen_in: ClassVar[tuple[str, ...]] = ("variant_ids",)
    seller_id: UUID
    variant_ids: tuple[UUID, ...]
