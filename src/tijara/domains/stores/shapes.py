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


@dataclass(frozen=True, slots=True)
class StoreDraft:
    """How a store shall present itself. `city` is a code of geography."""

    slug: str
    name_ar: str
    name_en: str = ""
    city: str = ""
    hue: int = 264
    about_ar: str = ""
    about_en: str = ""
