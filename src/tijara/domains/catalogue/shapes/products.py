"""Products as they cross the border: to pages, to offers, to the index."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from uuid import UUID

from .tree import SpecLine


class ProductKind(StrEnum):
    """What is delivered: a thing by a courier, or a file or a code by a link."""

    PHYSICAL = "physical"
    DIGITAL = "digital"


class PictureState(StrEnum):
    WAITING = "waiting"
    READY = "ready"
    BROKEN = "broken"
    """What was sent could not be read as a picture."""


@dataclass(frozen=True, slots=True)
class OptionValue:
    key: str
    name_ar: str
    name_en: str = ""
    name_fr: str = ""
    swatch: str = ""
    """Of a colour: "#aa2233"."""


@dataclass(frozen=True, slots=True)
class Option:
    """What a buyer chooses by: a colour, a size, a capacity. Keys are unique within the product
    and the option; a new option or value has none yet."""

    key: str
    name_ar: str
    name_en: str
    name_fr: str
    values: tuple[OptionValue, ...]


@dataclass(frozen=True, slots=True)
class VariantCard:
    """What is put in the cart, with the names that a line shows."""

    id: UUID
    product_id: UUID
    sku: str
    label_ar: str
    label_en: str
    label_fr: str = ""
    gtin: str = ""
    picture: str = ""
    choice: Mapping[str, str] = field(default_factory=dict)
    """The value's key of each option, by the option's key."""


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
    kind: str = ProductKind.PHYSICAL
    name_fr: str = ""
    label_fr: str = ""
    weight_grams: int | None = None
    tax_class: str = ""
    """Its own word, else its department's."""
    category_path: str = ""
    brand_id: UUID | None = None


@dataclass(frozen=True, slots=True)
class PictureCard:
    """One of a product's pictures. It has a name to show when it is ready."""

    id: UUID
    name: str
    alt_ar: str
    alt_en: str
    variant_id: UUID | None
    state: str

    @property
    def shown_name(self) -> str:
        return self.name if self.state == PictureState.READY else ""


@dataclass(frozen=True, slots=True)
class ProductPage:
    """Everything of the shared catalogue that the product page shows."""

    id: UUID
    slug: str
    name_ar: str
    name_en: str
    about_ar: str
    about_en: str
    specs: tuple[SpecLine, ...]
    """Values of the category's attributes, then what was written freely."""
    brand_ar: str
    brand_en: str
    category_path: str
    picture: str
    kind: str
    name_fr: str
    about_fr: str
    options: tuple[Option, ...]
    variants: tuple[VariantCard, ...]
    pictures: tuple[PictureCard, ...]
    tax_class: str
    """Its own word, else its department's."""
    brand_id: UUID | None = None


@dataclass(frozen=True, slots=True)
class ProductName:
    """How other pages name a product and where they lead."""

    id: UUID
    slug: str
    name_ar: str
    name_en: str
    picture: str


@dataclass(frozen=True, slots=True)
class ProductWords:
    """What is told of a product, in the words of who brought it."""

    about_ar: str
    about_en: str
    about_fr: str


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
    kind: str = ProductKind.PHYSICAL
    name_fr: str = ""
    brand_id: UUID | None = None
