"""Rows that belong together: a product and its variants, as other shops' exports write them.

Shopify repeats the handle and leaves the title out; WooCommerce names the parent; Salla puts the
options below their product; other files have a column with the product that a row belongs to. A
file is looked through once, so that the rows of a product can be handed over together, wherever
they stand.
"""

from collections import deque
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from tijara.kit.arabic import fold, strip_controls
from tijara.kit.tables import Row

from .columns import OPTIONS, ColumnPlan

HEADS = frozenset(map(fold, ("variable", "grouped", "منتج", "product")))
MEMBERS = frozenset(map(fold, ("variation", "خيار", "variant", "option")))
NO_OPTION = frozenset(map(fold, ("Default Title", "default")))
NAMES = ("name", "name_ar", "name_en")
PRICES = ("price", "sale_price")
MOST_APART = 20_000
"""Lines between the first row of a product and the last one that is still taken with it."""
Cells = Sequence[str]


@dataclass(frozen=True, slots=True)
class Bundle:
    """Rows to be taken together, in their order; `line` is the one that completed them. With a
    `fault` they can't be."""

    rows: tuple[Row, ...]
    line: int
    fault: str = ""


@dataclass
class Held:
    """Rows whose product is not complete yet."""

    firsts: dict[str, int] = field(default_factory=dict)
    going: dict[str, list[Row]] = field(default_factory=dict)
    opened: deque[str] = field(default_factory=deque)
    """Families by their first lines."""

    def overdue(self, line: int) -> Iterator[Bundle]:
        """Those that have waited long enough: what still comes of them comes too late."""
        while self.opened and self.is_too_far(self.opened[0], line):
            family = self.opened.popleft()
            if family in self.going:
                yield self.bundle(family, line)

    def is_too_far(self, family: str, line: int) -> bool:
        return line - self.firsts.get(family, line) > MOST_APART

    def add(self, family: str, row: Row) -> None:
        if family not in self.going:
            self.firsts[family] = row.line
            self.going[family] = []
            self.opened.append(family)
        self.going[family].append(row)

    def bundle(self, family: str, line: int) -> Bundle:
        return Bundle(tuple(self.going.pop(family)), line)


@dataclass
class Families:
    """Tells which rows of a file are one product. `look` at every row first."""

    plan: ColumnPlan
    _heads: dict[str, int] = field(default_factory=dict)
    """Lines of the products that others may name as their parent, by what they are called."""
    _lasts: dict[str, int] = field(default_factory=dict)
    """The last line of each family."""
    _above: int = 0
    """The line of the last row that is no option of another."""

    def look(self, row: Row) -> None:
        if not row.fault:
            self._lasts[self._family(row.line, row.cells)] = row.line

    def bundles(self, rows: Iterable[Row]) -> Iterator[Bundle]:
        """A family is handed over when its last row has come, or those that come are too far."""
        self._unite()
        held = Held()
        for row in rows:
            yield from held.overdue(row.line)
            if row.fault:
                yield Bundle((row,), row.line)
                continue
            family = self._settled(self._family(row.line, row.cells))
            if held.is_too_far(family, row.line):
                yield Bundle((row,), row.line, "too_far_apart")
                continue
            held.add(family, row)
            if row.line >= self._lasts[family]:
                yield held.bundle(family, row.line)

    def _unite(self) -> None:
        """Variants that name their parent in several ways are one family, with its own row."""
        self._above = 0
        for parent, line in self._heads.items():
            if last := self._lasts.pop(f"of {parent}", 0):
                self._lasts[f"at {line}"] = max(last, self._lasts[f"at {line}"])

    def _family(self, line: int, cells: Cells) -> str:
        """What all rows of a product have alike, and no others."""
        if "row_kind" in self.plan.fields or "parent" in self.plan.fields:
            if self.is_member(cells):
                parent = self.of(cells, "parent")
                return f"of {parent}" if parent else f"at {self._above}"
            self._above = line
            if "parent" in self.plan.fields and not self._sells_alone(cells):
                for name in self.called(cells):
                    self._heads.setdefault(name, line)
            return f"at {line}"
        key = self._shared_key(cells)
        return f"key {key}" if key else f"at {line}"

    def _settled(self, family: str) -> str:
        """Of a parent whose row is in the file, that row's."""
        line = self._heads.get(family.removeprefix("of ")) if family.startswith("of ") else None
        return family if line is None else f"at {line}"

    def _sells_alone(self, cells: Cells) -> bool:
        return "row_kind" in self.plan.fields and self.kind(cells) not in HEADS

    def kind(self, cells: Cells) -> str:
        return fold(self.of(cells, "row_kind"))

    def is_member(self, cells: Cells) -> bool:
        """Whether it is a variant of a product that has a row of its own, or may have."""
        if "row_kind" in self.plan.fields:
            return self.kind(cells) in MEMBERS
        parent = self.of(cells, "parent")
        return bool(parent) and parent not in self.called(cells)

    def called(self, cells: Cells) -> list[str]:
        """The names by which other rows may mean this one as their parent."""
        names = [self.of(cells, "sku")]
        for place in self.plan.keys:
            found = strip_controls(cells[place])
            names += (f"id:{found}", found) if found else ()
        return [name for name in names if name]

    def _shared_key(self, cells: Cells) -> str:
        """The key that a product's rows repeat; where there is none, its name."""
        place = self.product_place
        if place is not None and (found := strip_controls(cells[place])):
            return found
        return "\0".join(fold(self.of(cells, name)) for name in NAMES).strip("\0")

    @property
    def product_place(self) -> int | None:
        """The column of the product's own key: not that of the SKU, which each variant has."""
        keys = self.plan.keys
        return keys[0] if keys and keys[0] != self.plan.fields.get("sku") else None

    def values(self, cells: Cells) -> tuple[str, ...]:
        """What it is in each option; empty where it says nothing."""
        told = (self.of(cells, option) for option in OPTIONS)
        return tuple("" if fold(value) in NO_OPTION else value for value in told)

    def has_price(self, cells: Cells) -> bool:
        return any(self.of(cells, name) for name in PRICES)

    def has_name(self, cells: Cells) -> bool:
        return any(self.of(cells, name) for name in NAMES)

    def of(self, cells: Cells, field: str) -> str:
        place = self.plan.fields.get(field)
        return "" if place is None else strip_controls(cells[place])
