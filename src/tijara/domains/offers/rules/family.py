"""Rows that belong together, looked at as one product: its name, its key, its options."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from tijara.domains.catalogue.shapes import ProductDraft
from tijara.kit.arabic import fold, strip_controls

from .columns import KNOWN_AS, OPTION_NAMES, OPTIONS
from .families import Cells, Families
from .rows import Names, RowReader, RowRefused, name_key, within

LONGEST_VALUE = 60
UNNAMED = frozenset(fold(name) for option in OPTIONS for name in KNOWN_AS[option].split("|"))
"""Headers that don't say what an option is."""


@dataclass
class Family:
    """`sold`: places of the rows that are variants; `head`: of the row that says what the product
    is, if there is one; `used`: of the options that its variants tell."""

    reader: RowReader
    families: Families
    rows: Sequence[Cells]
    sold: list[int] = field(init=False)
    head: int | None = field(init=False)
    used: tuple[int, ...] = field(init=False)

    def __post_init__(self) -> None:
        self.sold = [place for place, cells in enumerate(self.rows) if self._is_variant(cells)]
        told = [self.families.values(self.rows[place]) for place in self.sold]
        self.used = tuple(
            option for option in range(len(OPTIONS)) if any(values[option] for values in told)
        )
        self.head = self._find_head()

    @property
    def has_kin(self) -> bool:
        """Its variants say whose they are, so that it may have a row of its own."""
        return not {"row_kind", "parent"}.isdisjoint(self.reader.plan.fields)

    @property
    def has_own_row(self) -> bool:
        """What its variants call themselves doesn't matter then."""
        if self.head is None or not self.has_kin:
            return False
        return not self.families.is_member(self.rows[self.head])

    @property
    def base(self) -> int:
        return self.sold[0] if self.head is None else self.head

    def outline(self) -> tuple[str, tuple[str, ...]]:
        """The product's name and what its variants are, before anything is judged."""
        if not self.used:
            return "", ()
        told = tuple(" / ".join(filter(None, self.values(self.rows[it]))) for it in self.sold)
        if self.head is None:
            return "", told
        cells = self.rows[self.head]
        names = self._bare(cells, self.reader.both(cells, "name"))
        return names[0] or names[1], told

    def product(self) -> ProductDraft:
        """Raises RowRefused. Without a head it has no name, and must be known by its key."""
        cells = self.rows[self.base]
        names = ("", "") if self.head is None else self.names(cells)
        return self.reader.product(cells, names, self._key(names))

    def names(self, cells: Cells) -> Names:
        return self._bare(cells, self.reader.names(cells))

    def values(self, cells: Cells) -> tuple[str, ...]:
        """Of the options that are used."""
        values = self.families.values(cells)
        return tuple(values[option] for option in self.used)

    def option_names(self) -> tuple[str, ...]:
        return tuple(map(self._option_name, self.used))

    def _option_name(self, option: int) -> str:
        for cells in self.rows:
            if name := self.families.of(cells, OPTION_NAMES[option]):
                return name[:LONGEST_VALUE]
        place = self.reader.plan.fields[OPTIONS[option]]
        header = strip_controls(self.reader.plan.header[place])[:LONGEST_VALUE]
        return "" if fold(header) in UNNAMED else header

    def _is_variant(self, cells: Cells) -> bool:
        """Not a product's own row, nor one with a further picture."""
        if "row_kind" in self.reader.plan.fields:
            return self.families.is_member(cells)
        if any(self.families.values(cells)):
            return True
        if "parent" in self.reader.plan.fields:
            return self.families.is_member(cells)
        return self.families.has_name(cells) or self.families.has_price(cells)

    def _find_head(self) -> int | None:
        own = [place for place, cells in enumerate(self.rows) if not self.families.is_member(cells)]
        if self.has_kin and own:
            return own[0]
        if "row_kind" in self.reader.plan.fields:
            return None
        return next((it for it in self.sold if self.families.has_name(self.rows[it])), None)

    def _bare(self, cells: Cells, names: Names) -> Names:
        """Without its option, where a variant's row tells its product's name."""
        if "parent" not in self.reader.plan.fields or not self.families.is_member(cells):
            return names
        values = self.families.values(cells)
        return bare(names[0], values), bare(names[1], values)

    def _key(self, names: Names) -> str:
        cells = self.rows[self.base]
        if "parent" in self.reader.plan.fields:
            return self._parent_key()
        if "row_kind" in self.reader.plan.fields:
            if not any(names):
                raise RowRefused("head_missing")
            return self.reader.key(cells, names)
        place = self.families.product_place
        if place is not None and (found := strip_controls(cells[place])):
            return self.reader.key_of(place, found)
        if not any(names):
            raise RowRefused("no_name", self.reader.told_in("name"))
        return name_key(names)

    def _parent_key(self) -> str:
        """What its variants call it, so that it is found again without its own row."""
        told = (self.families.of(cells, "parent") for cells in self.rows)
        parent = next(filter(None, told), "")
        fields = self.reader.plan.fields
        if "row_kind" not in fields:
            return within(parent)
        if self.head is not None:
            cells = self.rows[self.head]
            parent = self.families.of(cells, "sku")
            if not parent:
                return self.reader.key(cells, self.reader.names(cells))
        if parent.startswith("id:") or "sku" not in fields:
            return within(parent.removeprefix("id:"))
        return self.reader.key_of(fields["sku"], parent)


def bare(name: str, values: Sequence[str]) -> str:
    """ "قميص - أحمر / L" of the values أحمر and L is قميص."""
    left = name
    for value in reversed([value for value in values if value]):
        left = re.sub(rf"[\s\-–—/|,،(]+{re.escape(value)}[\s)]*$", "", left)
    return left.strip() or name
