"""Facts about offers."""

from dataclasses import dataclass
from typing import ClassVar
from uuid import UUID

from tijara.platform.webhooks.published import published

CHUNK = 500
"""The most products that one fact tells of."""


@published("seller_id", "product_ids")
@dataclass(frozen=True, slots=True)
class OffersChanged:
    """Offers of these products are new, gone, or on other terms."""

    name: ClassVar[str] = "offers.offers_changed.v1"
    seen_in: ClassVar[tuple[str, ...]] = ("product_ids",)
    seller_id: UUID
    product_ids: tuple[UUID, ...]
