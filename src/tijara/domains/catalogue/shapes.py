"""Products as they cross the border: to pages, to offers, to the index."""

from dataclasses import dataclass, field
from uuid import UUID


@dataclass(frozen=True, slots=True)
class CategoryNode:
    id: UUID
    path: str
    name_ar: str
    name_en: str
    picture: str
    position: int

    def __hash__(self) -> int:
        """By its path, which is unique: pages look frames up by their departments."""
        return hash(self.path)

    @property
    def depth(self) -> int:
        return self.path.count("/")


@dataclass(frozen=True, slots=True)
class VariantCard:
    """What is put in the cart, with the names that a line shows."""

    id: UUID
    product_id: UUID
    sku: str
    label_ar: str
    label_en: str


@dataclass(frozen=True, slots=True)
class VariantNames:
    """A variant with the names and the picture that a cart's or an order's line shows."""

    id: UUID
    product_id: UUID
    slug: str
    name_ar: str
    name_en: str
    picture: str
    sku: str
    label_ar: str
    label_en: str


@dataclass(frozen=True, slots=True)
class ProductPage:
    """Everything of the shared catalogue that the product page shows."""

    id: UUID
    slug: str
    name_ar: str
    name_en: str
    about_ar: str
    about_en: str
    specs: list[dict]
    brand_ar: str
    brand_en: str
    category_path: str
    picture: str
    variants: tuple[VariantCard, ...]


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


@dataclass(frozen=True, slots=True)
class ImportedProduct:
    """What became of a draft: the ids to hang an offer on."""

    source_key: str
    product_id: UUID
    variant_id: UUID
    is_new: bool
    is_changed: bool = False
    """It was there, and now shows something new."""


@dataclass(frozen=True, slots=True)
class ProductName:
    """How other pages name a product and where they lead."""

    id: UUID
    slug: str
    name_ar: str
    name_en: str
    picture: str


@dataclass(frozen=True, slots=True)
class ProductFacts:
    """What a search index keeps of a product."""

    id: UUID
    slug: str
    name_ar: str
    name_en: str
    brand_ar: str
    brand_en: str
    category_path: str
    category_ar: str
    category_en: str
    picture: str
    is_published: bool
