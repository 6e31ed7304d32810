"""Products as they cross the border: to pages, to offers, to the index."""

from dataclasses import dataclass, field
from enum import StrEnum
from uuid import UUID


class ProductKind(StrEnum):
    """What is delivered: a thing by a courier, or a file or a code by a link."""

    PHYSICAL = "physical"
    DIGITAL = "digital"


class PictureState(StrEnum):
    WAITING = "waiting"
    READY = "ready"
    BROKEN = "broken"
    """What was sent could not be read as a picture."""


class AttributeType(StrEnum):
    TEXT = "text"
    NUMBER = "number"
    """With a unit, or none."""
    FLAG = "flag"
    """Yes or no."""
    CHOICE = "choice"
    CHOICES = "choices"
    """Several of them."""


@dataclass(frozen=True, slots=True)
class Choice:
    key: str
    name_ar: str
    name_en: str = ""
    name_fr: str = ""


@dataclass(frozen=True, slots=True)
class AttributeCard:
    """What products of a category, and of those below it, tell of themselves."""

    id: UUID
    category_id: UUID
    code: str
    """Unique, short and readable: for addresses."""
    name_ar: str
    name_en: str
    name_fr: str
    type: AttributeType
    unit_ar: str
    unit_en: str
    choices: tuple[Choice, ...]
    is_required: bool
    is_facet: bool
    position: int


@dataclass(frozen=True, slots=True)
class FacetValue:
    """One value that a product has of an attribute that is a facet. `key`: of a choice; "yes" or
    "no"; a number as a decimal ("1.2")."""

    attribute_id: UUID
    code: str
    key: str


@dataclass(frozen=True, slots=True)
class SpecLine:
    """A line of a product's table, in each language."""

    name_ar: str
    name_en: str
    name_fr: str
    value_ar: str
    value_en: str
    value_fr: str


@dataclass(frozen=True, slots=True)
class CategoryNode:
    id: UUID
    path: str
    name_ar: str
    name_en: str
    picture: str
    position: int
    name_fr: str = ""

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
    kind: str = ProductKind.PHYSICAL
    name_fr: str = ""
    label_fr: str = ""
    weight_grams: int | None = None


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
    kind: str = ProductKind.PHYSICAL
    name_fr: str = ""
