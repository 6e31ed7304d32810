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


@dataclass(frozen=True, slots=True)
class LegalIdentity:
    """Who a seller is before the law: what his papers say. Empty: not declared."""

    legal_name: str
    vat_number: str = ""
    registration_number: str = ""
    """In the commercial register."""
    address: str = ""
