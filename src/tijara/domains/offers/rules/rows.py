"""One row of a shop's file, understood or refused with its reason."""

import hashlib
import re
from collections.abc import Sequence
from dataclasses import dataclass
from html import unescape

from tijara.domains.catalogue.shapes import ProductDraft
from tijara.kit.arabic import ascii_digits, fold, parse_decimal, strip_controls
from tijara.kit.money import EXPONENTS, Money

from .columns import ColumnPlan
from .prices import price_fault
from .sections import SectionNames

BREAK = re.compile(r"(?:\\[nrt])+")
"""A line break or tab that an export has spelt out: a backslash and a letter."""
ARABIC = re.compile(r"[\u0621-\u064a]")
TAG = re.compile(r"<[a-zA-Z/!][^<>]{0,2000}>")
LONGEST_NAME = 300
LONGEST_KEY = 100
LONGEST_SPEC = 300
MOST_UNITS = 1_000_000
UNLIMITED = 9_999
"""Units of what a shop never runs out of."""
WITHOUT_END = frozenset(map(fold, ("infinite", "unlimited", "غير محدود", "غير محدودة")))
Names = tuple[str, str]
FORMULA = ("=", "@", "+", "-", "\t")
"""How a cell begins that a spreadsheet would run."""


class RowRefused(ValueError):
    """The row can't be taken; `code` says why, `field` whose column it is in, if it is in one."""

    def __init__(self, code: str, field: str = "") -> None:
        super().__init__(code)
        self.code = code
        self.field = field


@dataclass(frozen=True, slots=True)
class ReadRow:
    """A product, and the terms to offer it on: no price, no offer. `place` is that of its variant
    among the product's, where it has several."""

    product: ProductDraft
    price: Money | None
    was: Money | None
    units: int | None
    place: int | None = None
    cost: Money | None = None
    """What a unit cost; nobody but the seller reads it."""


@dataclass(slots=True)
class RowReader:
    """Reads the rows of one file, each for itself. `source` is what its keys belong to; a column
    may tell another, but for a file whose keys are `is_own`: there it only parts its keys."""

    plan: ColumnPlan
    sections: SectionNames
    currency: str
    source: str
    is_own: bool = False

    def read(self, cells: Sequence[str]) -> ReadRow:
        """Raises RowRefused."""
        names = self.names(cells)
        product = self.product(cells, names, self.key(cells, names))
        price, was = self.prices(cells)
        return ReadRow(product, price, was, self.units(cells), cost=self.amount(cells, "cost"))

    def product(self, cells: Sequence[str], names: Names, key: str) -> ProductDraft:
        brand_ar, brand_en = self.both(cells, "brand")
        about_ar, about_en = self.both(cells, "about")
        path_ar, path_en = self.sections.resolve(*self.section_cells(cells))
        told = self.text(cells, "source")
        if told and self.is_own:
            key = within(f"{told}:{key}")
        return ProductDraft(
            source=(self.source if self.is_own else told or self.source)[:40],
            source_key=key,
            name_ar=names[0],
            name_en=names[1],
            name_fr=self.text(cells, "name_fr")[:LONGEST_NAME],
            category_path_ar=path_ar,
            category_path_en=path_en,
            brand_ar=brand_ar,
            brand_en=brand_en,
            about_ar=about_ar,
            about_en=about_en,
            about_fr=self.text(cells, "about_fr"),
            sku=self.text(cells, "sku"),
            gtin=self.gtin(cells),
            specs=self._specs(cells),
        )

    def gtin(self, cells: Sequence[str]) -> str:
        return ascii_digits(self.text(cells, "gtin"))

    def section_cells(self, cells: Sequence[str]) -> tuple[str, str]:
        """The category cells in Arabic and English, as they are."""
        arabic, english = self._raw(cells, "category_ar"), self._raw(cells, "category_en")
        either = self._raw(cells, "category")
        if ARABIC.search(either):
            return arabic or either, english
        return arabic, english or either

    def names(self, cells: Sequence[str]) -> Names:
        """The product's in Arabic and English."""
        arabic, english = self.both(cells, "name")
        for name in (arabic, english):
            if name.startswith(FORMULA[:2]) or (name.startswith(FORMULA) and "(" in name):
                raise RowRefused("looks_like_formula", self.told_in("name"))
        if not fold(arabic) and not fold(english):
            raise RowRefused("no_name", self.told_in("name"))
        if max(len(arabic), len(english)) > LONGEST_NAME:
            raise RowRefused("name_too_long", self.told_in("name"))
        return arabic or english, english

    def told_in(self, field: str) -> str:
        """The field whose column tells it: "name_ar" where there is no "name"."""
        known = (field, f"{field}_ar", f"{field}_en")
        return next((name for name in known if name in self.plan.fields), field)

    def both(self, cells: Sequence[str], field: str) -> tuple[str, str]:
        """A text in Arabic and English; one in no stated language goes by its letters."""
        arabic, english = self.text(cells, f"{field}_ar"), self.text(cells, f"{field}_en")
        either = self.text(cells, field)
        if ARABIC.search(either):
            return arabic or either, english
        return arabic, english or either

    def key(self, cells: Sequence[str], names: Names) -> str:
        """The shop's own id; of a later column, with that column's name; else from the names."""
        for place in self.plan.keys:
            if found := strip_controls(cells[place]):
                return self.key_of(place, found)
        return name_key(names)

    def key_of(self, place: int, found: str) -> str:
        """What stands in a column of the key, so that no other column's is the same."""
        is_first = place == self.plan.keys[0]
        return within(found if is_first else f"{fold(self.plan.header[place])}:{found}")

    def prices(self, cells: Sequence[str]) -> tuple[Money | None, Money | None]:
        """The price to pay and the one struck through, if there is one."""
        currency = self.text(cells, "currency").upper()
        if currency and currency != self.currency:
            raise RowRefused("other_currency", "currency")
        full, sale = self.amount(cells, "price"), self.amount(cells, "sale_price")
        was = self.amount(cells, "was_price")
        price = full if sale is None or not sale.minor else sale
        if price is None:
            return None, None
        dearer = [each for each in (was, full) if each is not None and each.minor > price.minor]
        was = dearer[0] if dearer else None
        if fault := price_fault(price, was):
            raise RowRefused(f"price_{fault}", "price" if price is full else "sale_price")
        return price, was

    def amount(self, cells: Sequence[str], field: str) -> Money | None:
        typed = self.text(cells, field)
        if not typed:
            return None
        minor = parse_decimal(typed, EXPONENTS[self.currency])
        if minor is None:
            raise RowRefused("price_unreadable", field)
        return Money(minor, self.currency)

    def units(self, cells: Sequence[str]) -> int | None:
        typed = self.text(cells, "stock")
        if not typed:
            return None
        if typed == "∞" or fold(typed) in WITHOUT_END:
            return UNLIMITED
        units = parse_decimal(typed, 0)
        if units is None or not 0 <= units <= MOST_UNITS:
            raise RowRefused("units_unreadable", "stock")
        return units

    def _specs(self, cells: Sequence[str]) -> list[dict]:
        """The columns that are kept as they are, where they say something."""
        return [
            {"ar": name, "en": name, "value_ar": value, "value_en": value}
            for place in self.plan.specs
            if (value := strip_controls(cells[place])[:LONGEST_SPEC])
            and (name := strip_controls(self.plan.header[place])[:60])
        ]

    def text(self, cells: Sequence[str], field: str) -> str:
        text = BREAK.sub(" ", unescape(self._raw(cells, field)))
        return strip_controls(TAG.sub(" ", text) if field.startswith("about") else text)

    def _raw(self, cells: Sequence[str], field: str) -> str:
        place = self.plan.fields.get(field)
        return "" if place is None else cells[place]


def name_key(names: Names) -> str:
    folded = "\0".join(map(fold, names)).encode()
    return f"name:{hashlib.sha256(folded).hexdigest()[:32]}"


def within(key: str) -> str:
    if len(key) > LONGEST_KEY:
        raise RowRefused("key_too_long", "key")
    return key
