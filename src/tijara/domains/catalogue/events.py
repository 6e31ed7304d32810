"""Facts about the shared catalogue."""

from dataclasses import dataclass
from typing import ClassVar
from uuid import UUID

from tijara.platform.webhooks.published import published

CHUNK = 500
"""The most products that one fact tells of."""


@published("product_ids")
@dataclass(frozen=True, slots=True)
class ProductsChanged:
    """Products that are new, or that show something new. Recorded under the operator's id."""

    name: ClassVar[str] = "catalogue.products_changed.v1"
    seen_in: ClassVar[tuple[str, ...]] = ("product_ids",)
    product_ids: tuple[UUID, ...]
