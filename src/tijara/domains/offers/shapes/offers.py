"""What sellers offer."""

from dataclasses import dataclass
from uuid import UUID

from tijara.kit.money import Money


@dataclass(frozen=True, slots=True)
class OfferKey:
    seller_id: UUID
    offer_id: UUID


@dataclass(frozen=True, slots=True)
class OfferDraft:
    """Terms to offer a variant on. The stock row must be there (`inventory.receive_stock`)."""

    variant_id: UUID
    product_id: UUID
    stock_id: UUID
    price: Money
    was: Money | None = None
    condition: str = "new"
    handling_days: int = 1


@dataclass(frozen=True, slots=True)
class VariantTerms:
    """What a seller writes beside a variant. No price: he does not offer it. `seen_units` are
    those that stood in the form before he wrote."""

    variant_id: UUID
    price: Money | None
    was: Money | None = None
    units: int | None = None
    seen_units: int | None = None
    handling_days: int = 1


@dataclass(frozen=True, slots=True)
class PutOffer:
    """What became of a draft."""

    variant_id: UUID
    offer_id: UUID
    is_new: bool
    is_changed: bool


@dataclass(frozen=True, slots=True)
class OfferCard:
    """An offer with its free stock: for product pages, carts and checkout."""

    seller_id: UUID
    id: UUID
    variant_id: UUID
    product_id: UUID
    stock_id: UUID
    price: Money
    was: Money | None
    condition: str
    handling_days: int
    version: int
    is_active: bool
    """On the shelf: not paused, and neither its variant retired nor its product unpublished."""
    free: int
    """Units that may still be promised."""

    @property
    def can_be_bought(self) -> bool:
        return self.is_active and self.free > 0


@dataclass(frozen=True, slots=True)
class OfferRow:
    """An offer in its seller's own list, with the names of what is offered."""

    seller_id: UUID
    id: UUID
    stock_id: UUID
    product_id: UUID
    slug: str
    name_ar: str
    name_en: str
    picture: str
    sku: str
    price: Money
    was: Money | None
    version: int
    is_active: bool
    on_hand: int
    held: int
    low_at: int
    variant_id: UUID
    label_ar: str
    label_en: str
    condition: str
    handling_days: int

    @property
    def free(self) -> int:
        return self.on_hand - self.held


@dataclass(frozen=True, slots=True)
class OnSale:
    """What a seller asks for a product, over all that he offers of it, and what is free of it."""

    lowest: Money
    highest: Money
    free: int
