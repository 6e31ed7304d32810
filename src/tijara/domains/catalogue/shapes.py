"""Products as they cross the border: to pages, to offers, to the index."""

from collections.abc import Mapping
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
class PictureLine:
    """How a picture shall stand among the others; their order is the list's."""

    id: UUID
    alt_ar: str = ""
    alt_en: str = ""
    variant_id: UUID | None = None


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
    kind: str
    name_fr: str
    about_fr: str
    options: tuple[Option, ...]
    variants: tuple[VariantCard, ...]
    pictures: tuple[PictureCard, ...]


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
    attributes: Mapping[str, object] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class EditedProduct:
    """A product at its editor's desk."""

    id: UUID
    slug: str
    version: int
    is_published: bool
    brought_by: UUID | None
    picture: str
    sheet: ProductSheet
    options: tuple[Option, ...]
    variants: tuple[EditedVariant, ...]
    """The retired too."""
    pictures: tuple[PictureCard, ...]

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


@dataclass(frozen=True, slots=True)
class BrandRow:
    id: UUID
    name_ar: str
    name_en: str
    products: int


@dataclass(frozen=True, slots=True)
class AttributeDraft:
    """An attribute as staff defines it. A choice without a key is new."""

    category_id: UUID
    name_ar: str
    type: str
    name_en: str = ""
    name_fr: str = ""
    unit_ar: str = ""
    unit_en: str = ""
    choices: tuple[Choice, ...] = ()
    is_required: bool = False
    is_facet: bool = False
    position: int = 100


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
