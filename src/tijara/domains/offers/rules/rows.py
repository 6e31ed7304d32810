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
LONGEST_NAME = 300
LONGEST_KEY = 100
MOST_UNITS = 1_000_000
FORMULA = ("=", "@", "+", "-", "\t")
"""How a cell begins that a spreadsheet would run."""


class RowRefused(ValueError):
    """The row can't be taken; `code` says why."""

    def __init__(self, code: str) -> None:
        super().__init__(code)
        self.code = code


@dataclass(frozen=True, slots=True)
class ReadRow:
    """A product, and the terms to offer it on: no price, no offer."""

    product: ProductDraft
    price: Money | None
    was: Money | None
    units: int | None


@dataclass(frozen=True, slots=True)
class RowReader:
    """Reads rows of one file. `source` is what its keys belong to, unless a column tells."""

    plan: ColumnPlan
    sections: SectionNames
    currency: str
    source: str

    def read(self, cells: Sequence[str]) -> ReadRow:
        """Raises RowRefused."""
        name_ar, name_en = self._names(cells)
        brand_ar, brand_en = self._both(cells, "brand")
        about_ar, about_en = self._both(cells, "about")
        path_ar, path_en = self.sections.resolve(*self.section_cells(cells))
        source = self._text(cells, "source") or self.source
        product = ProductDraft(
            source=source[:40],
            source_key=self._key(cells, name_ar, name_en),
            name_ar=name_ar,
            name_en=name_en,
            category_path_ar=path_ar,
            category_path_en=path_en,
            brand_ar=brand_ar,
            brand_en=brand_en,
            about_ar=about_ar,
            about_en=about_en,
            sku=self._text(cells, "sku"),
            gtin=ascii_digits(self._text(cells, "gtin")),
        )
        price, was = self._prices(cells)
        return ReadRow(product, price, was, self._units(cells))

    def section_cells(self, cells: Sequence[str]) -> tuple[str, str]:
        """The category cells in Arabic and English, as they are."""
        arabic, english = self._raw(cells, "category_ar"), self._raw(cells, "category_en")
        either = self._raw(cells, "category")
        if ARABIC.search(either):
            return arabic or either, english
        return arabic, english or either

    def _names(self, cells: Sequence[str]) -> tuple[str, str]:
        arabic, english = self._both(cells, "name")
        for name in (arabic, english):
            if len(name) > LONGEST_NAME:
                raise RowRefused("name_too_long")
            if name.startswith(FORMULA[:2]) or (name.startswith(FORMULA) and "(" in name):
                raise RowRefused("looks_like_formula")
        if not fold(arabic) and not fold(english):
            raise RowRefused("no_name")
        return arabic or english, english

    def _both(self, cells: Sequence[str], field: str) -> tuple[str, str]:
        """A text in Arabic and English; one in no stated language goes by its letters."""
        arabic, english = self._text(cells, f"{field}_ar"), self._text(cells, f"{field}_en")
        either = self._text(cells, field)
        if ARABIC.search(either):
            return arabic or either, english
        return arabic, english or either

    def _key(self, cells: Sequence[str], name_ar: str, name_en: str) -> str:
        """The shop's own id; of a later column, with that column's name; else from the names."""
        for rank, place in enumerate(self.plan.keys):
            if found := strip_controls(cells[place]):
                key = f"{fold(self.plan.header[place])}:{found}" if rank else found
                if len(key) > LONGEST_KEY:
                    raise RowRefused("key_too_long")
                return key
        names = f"{fold(name_ar)}\0{fold(name_en)}".encode()
        return f"name:{hashlib.sha256(names).hexdigest()[:32]}"

    def _prices(self, cells: Sequence[str]) -> tuple[Money | None, Money | None]:
        """The price to pay and the one struck through, if there is one."""
        currency = self._text(cells, "currency").upper()
        if currency and currency != self.currency:
            raise RowRefused("other_currency")
        full, sale = self._amount(cells, "price"), self._amount(cells, "sale_price")
        price = full if sale is None else sale
        if price is None:
            return None, None
        was = full if full is not None and full.minor > price.minor else None
        if fault := price_fault(price, was):
            raise RowRefused(f"price_{fault}")
        return price, was

    def _amount(self, cells: Sequence[str], field: str) -> Money | None:
        typed = self._text(cells, field)
        if not typed:
            return None
        minor = parse_decimal(typed, EXPONENTS[self.currency])
        if minor is None:
            raise RowRefused("price_unreadable")
        return Money(minor, self.currency)

    def _units(self, cells: Sequence[str]) -> int | None:
        typed = self._text(cells, "stock")
        if not typed:
            return None
        units = parse_decimal(typed, 0)
        if units is None or not 0 <= units <= MOST_UNITS:
            raise RowRefused("units_unreadable")
        return units

    def _text(self, cells: Sequence[str], field: str) -> str:
        return strip_controls(BREAK.sub(" ", unescape(self._raw(cells, field))))

    def _raw(self, cells: Sequence[str], field: str) -> str:
        place = self.plan.fields.get(field)
        return "" if place is None else cells[place]
