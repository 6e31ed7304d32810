"""How a seller presents himself."""

from dataclasses import dataclass
from uuid import UUID


@dataclass(frozen=True, slots=True)
class StoreCard:
    seller_id: UUID
    slug: str
    name_ar: str
    name_en: str
    about_ar: str
    about_en: str
    city: str
    hue: int
    is_open: bool
