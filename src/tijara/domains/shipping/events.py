"""Facts about how long delivery takes."""

from dataclasses import dataclass
from typing import ClassVar
from uuid import UUID


@dataclass(frozen=True, slots=True)
class DeliveryChanged:
    """A seller delivers on other terms than before, or everybody in a market does: then `seller_id`
    is None."""

    name: ClassVar[str] = "shipping.delivery_changed.v1"
    market_id: UUID
    seller_id: UUID | None
