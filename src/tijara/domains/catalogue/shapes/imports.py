"""Products as files bring them."""

from dataclasses import dataclass, field
from uuid import UUID

from .products import ProductKind


@dataclass(frozen=True, slots=True)
class VariantDraft:
    """One of a draft's variants, with a value of each of its options, in their order. Found again
    by its own key, then by its SKU, then by its values."""

    values: tuple[str, ...]
    source_key: str = ""
    sku: str = ""
    gtin: str = ""


@dataclass(frozen=True, slots=True)
class ProductDraft:
    """One product to import. Found again by (source, source_key). Without `variants` it is plain:
    its one variant has its `sku` and `gtin`. A product that is known may leave out its name."""

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
    options: tuple[str, ...] = ()
    """What buyers choose it by, in one language; an empty name means those that stand."""
    variants: tuple[VariantDraft, ...] = ()


@dataclass(frozen=True, slots=True)
class ImportedVariant:
    """What became of one of a draft's variants."""

    id: UUID
    is_new: bool
    is_changed: bool = False


@dataclass(frozen=True, slots=True)
class VariantWithSku:
    """A variant that is sold under a SKU, and how its product is known to imports."""

    sku: str
    variant_id: UUID
    product_id: UUID
    source: str
    source_key: str


@dataclass(frozen=True, slots=True)
class ImportedProduct:
    """What became of a draft: the ids to hang an offer on. One with a `fault` was not taken, and
    changed nothing; its ids lead nowhere."""

    source_key: str
    product_id: UUID
    variant_id: UUID
    is_new: bool
    is_changed: bool = False
    """It was there, and now shows something new."""
    variants: tuple[ImportedVariant, ...] = ()
    """Of a draft with variants, in their order."""
    fault: str = ""
