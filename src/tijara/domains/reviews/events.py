"""Facts about reviews. None carries a name or what people have written."""

from dataclasses import dataclass
from typing import ClassVar
from uuid import UUID

from tijara.platform.webhooks.published import published


@published("seller_id", "product_id", "market_id")
@dataclass(frozen=True, slots=True)
class RatingChanged:
    """A product's totals in this market are not what they were: `queries.ratings_of` says what
    they are now. `seller_id` is whose sale the review is of."""

    name: ClassVar[str] = "reviews.rating_changed.v1"
    seller_id: UUID
    product_id: UUID
    market_id: UUID
