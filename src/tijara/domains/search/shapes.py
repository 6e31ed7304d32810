"""What a shelf of products shows."""

from dataclasses import dataclass
from typing import TypedDict
from uuid import UUID

from tijara.kit.money import Money


@dataclass(frozen=True, slots=True)
class ProductCard:
    product_id: UUID
    slug: str
    name_ar: str
    name_en: str
    brand_ar: str
    brand_en: str
    picture: str
    seller_id: UUID
    offer_id: UUID
    price: Money
    was: Money | None
    in_stock: bool
    offers: int


class Narrowing(TypedDict, total=False):
    """What a shelf may leave out: what can't be bought now; what never cost more."""

    in_stock: bool
    reduced: bool


@dataclass(frozen=True, slots=True)
class Suggestion:
    """What the search box offers while one types."""

    slug: str
    name_ar: str
    name_en: str
