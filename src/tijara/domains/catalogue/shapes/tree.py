"""The tree of categories, and what products of each tell of themselves."""

from dataclasses import dataclass
from enum import StrEnum
from uuid import UUID


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
    tax_class: str = ""
    return_days: int | None = None
    """None: as above it, and at the top as the market."""
    warranty_months: int | None = None
    goods_kind: str = ""
    """Empty: as above it."""

    def __hash__(self) -> int:
        """By its path, which is unique: pages look frames up by their departments."""
        return hash(self.path)

    @property
    def depth(self) -> int:
        return self.path.count("/")


@dataclass(frozen=True, slots=True)
class AfterSale:
    """What a department grants its buyers. `return_days`: None, as many as the market; 0, its goods
    don't go back only because somebody has changed his mind."""

    return_days: int | None
    warranty_months: int
    goods_kind: str = ""
    """What the consumer laws call its goods; empty, nothing of their own."""


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
