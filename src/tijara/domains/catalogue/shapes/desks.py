"""Products as those see them who write them."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from uuid import UUID

from .products import Option, PictureCard, ProductKind


@dataclass(frozen=True, slots=True)
class VariantDetails:
    """What a seller or staff writes of a variant."""

    id: UUID
    sku: str = ""
    gtin: str = ""
    weight_grams: int | None = None
    length_mm: int | None = None
    width_mm: int | None = None
    height_mm: int | None = None
    is_active: bool = True


@dataclass(frozen=True, slots=True)
class EditedVariant:
    """A variant at its editor's desk."""

    details: VariantDetails
    label_ar: str
    label_en: str
    label_fr: str
    picture: str
    choice: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class PictureLine:
    """How a picture shall stand among the others; their order is the list's."""

    id: UUID
    alt_ar: str = ""
    alt_en: str = ""
    variant_id: UUID | None = None


@dataclass(frozen=True, slots=True)
class ProductSheet:
    """What a seller or staff writes of a product. `brand` is its name as typed; `attributes` are
    values by attribute id, as typed or as they are kept."""

    name_ar: str
    category_id: UUID | None
    name_en: str = ""
    name_fr: str = ""
    about_ar: str = ""
    about_en: str = ""
    about_fr: str = ""
    brand: str = ""
    kind: str = ProductKind.PHYSICAL
    tax_class: str = ""
    """A word of the country profiles, "standard", or nothing: as its department."""
    attributes: Mapping[str, object] = field(default_factory=dict)

    @property
    def is_digital(self) -> bool:
        return self.kind == ProductKind.DIGITAL

    @property
    def is_physical(self) -> bool:
        return self.kind == ProductKind.PHYSICAL


@dataclass(frozen=True, slots=True)
class EditedProduct:
    """A product at its editor's desk."""

    id: UUID
    slug: str
    version: int
    is_published: bool
    is_barred: bool
    """Staff took it off the market."""
    brought_by: UUID | None
    picture: str
    sheet: ProductSheet
    options: tuple[Option, ...]
    variants: tuple[EditedVariant, ...]
    """The retired too."""
    pictures: tuple[PictureCard, ...]
    brand_ar: str = ""
    brand_en: str = ""

    @property
    def active(self) -> tuple[EditedVariant, ...]:
        return tuple(each for each in self.variants if each.details.is_active)

    @property
    def name_ar(self) -> str:
        return self.sheet.name_ar

    @property
    def name_en(self) -> str:
        return self.sheet.name_en

    @property
    def name_fr(self) -> str:
        return self.sheet.name_fr


@dataclass(frozen=True, slots=True)
class ProductRow:
    """A product in lists of those who keep the catalogue, and of sellers who look for it."""

    id: UUID
    slug: str
    name_ar: str
    name_en: str
    name_fr: str
    picture: str
    brand_ar: str
    brand_en: str
    category_path: str
    kind: str
    is_published: bool
    brought_by: UUID | None
    variants: int
    is_barred: bool = False


@dataclass(frozen=True, slots=True)
class BrandRow:
    id: UUID
    name_ar: str
    name_en: str
    products: int
