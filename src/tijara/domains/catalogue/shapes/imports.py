"""Products as files bring them."""

from dataclasses import dataclass, field
from uuid import UUID

from .products import ProductKind


@dataclass(frozen=True, slots=True)
class ProductDraft:
    """One product to import, with its one variant. Found again by (source, source_key)."""

    source: str
    source_key: str
    name_ar: str
    name_en: str
    category_path_ar: tuple[str, ...]
    category_path_en: tuple[str, ...]
    brand_ar: str = ""
    brand_en: str = ""
    about_ar: str = ""
    about_en: str = ""
    sku: str = ""
    gtin: str = ""
    picture: str = ""
    specs: list[dict] = field(default_factory=list)
    kind: str = ProductKind.PHYSICAL
    name_fr: str = ""
    about_fr: str = ""
    brought_by: UUID | None = None
    """The seller whose product it is: nobody else's import changes what it says."""


@dataclass(frozen=True, slots=True)
class ImportedProduct:
    """What became of a draft: the ids to hang an offer on."""

    source_key: str
    product_id: UUID
    variant_id: UUID
    is_new: bool
    is_changed: bool = False
    """It was there, and now shows something new."""
