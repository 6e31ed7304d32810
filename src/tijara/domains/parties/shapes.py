"""Sellers and the people who work for them."""

from dataclasses import dataclass
from uuid import UUID


@dataclass(frozen=True, slots=True)
class SellerTerms:
    """`commission_bp` is his own rate or, where he has none, None: the market's."""

    id: UUID
    market_id: UUID
    legal_name: str
    vat_number: str
    commission_bp: int | None
    is_active: bool
