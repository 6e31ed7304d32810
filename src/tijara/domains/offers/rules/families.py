"""Rows that belong together: a product and its variants, as other shops' exports write them.

Shopify repeats the handle and leaves the title out; WooCommerce names the parent; Salla puts the
options below their product. Each variant is made a whole row of its own, with what it leaves out
taken from its product, and its option in the name.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field

from tijara.kit.arabic import fold, strip_controls

from .columns import ColumnPlan

INHERITED = (
    "name", "name_ar", "name_en", "brand", "brand_ar", "brand_en", "category", "category_ar",
    "category_en", "about", "about_ar", "about_en", "price", "sale_price",
)  # fmt: skip
HEADS = frozenset(map(fold, ("variable", "grouped", "منتج", "product")))
MEMBERS = frozenset(map(fold, ("variation", "خيار", "variant", "option")))
NO_OPTION = frozenset(map(fold, ("Default Title", "default")))
OPTIONS = ("option_1", "option_2", "option_3")
MOST_HEADS = 50_000
Cells = Sequence[str]


@dataclass(frozen=True, slots=True)
class Whole:
    """A row with nothing left out; `label` says which option of its product it is."""

    cells: Cells
    label: str = ""


@dataclass
class Families:
    """Reads rows in their order and remembers the products whose variants may follow."""

    plan: ColumnPlan
    _heads: dict[str, Cells] = field(default_factory=dict)
    _last: Cells | None = None

    def whole(self, cells: Cells) -> Whole | None:
        """None: the row sells nothing by itself (a product whose variants follow, a picture)."""
        if "row_kind" in self.plan.fields:
            return self._by_kind(cells)
        if "option_1" in self.plan.fields and self.plan.keys:
            return self._by_key(cells)
        return Whole(cells)

    def _by_kind(self, cells: Cells) -> Whole | None:
        kind = fold(self._of(cells, "row_kind"))
        if kind in MEMBERS:
            parent = self._of(cells, "parent")
            head = self._heads.get(parent) if parent else self._last
            return Whole(self._filled(cells, head), self._label(cells))
        if kind in HEADS and self._has_options(cells):
            self._remember(cells)
            return None
        return Whole(cells)

    def _by_key(self, cells: Cells) -> Whole | None:
        key = strip_controls(cells[self.plan.keys[0]])
        label = self._label(cells)
        if self._of(cells, "name") or self._last is None:
            self._last = cells
            return Whole(cells, label)
        if strip_controls(self._last[self.plan.keys[0]]) != key:
            return Whole(cells, label)
        if not label and not self._of(cells, "price"):
            return None
        return Whole(self._filled(cells, self._last), label)

    def _remember(self, cells: Cells) -> None:
        self._last = cells
        if len(self._heads) < MOST_HEADS:
            self._heads[self._of(cells, "sku")] = cells
            for place in self.plan.keys:
                self._heads[f"id:{strip_controls(cells[place])}"] = cells

    def _filled(self, cells: Cells, head: Cells | None) -> Cells:
        if head is None:
            return cells
        filled = list(cells)
        for name in INHERITED:
            place = self.plan.fields.get(name)
            if place is not None and (name.startswith("name") or not filled[place].strip()):
                filled[place] = head[place]
        return filled

    def _has_options(self, cells: Cells) -> bool:
        return bool(self._of(cells, "option_name") or self._of(cells, "option_1"))

    def _label(self, cells: Cells) -> str:
        values = [self._of(cells, option) for option in OPTIONS]
        return " / ".join(value for value in values if value and fold(value) not in NO_OPTION)

    def _of(self, cells: Cells, field: str) -> str:
        place = self.plan.fields.get(field)
        return "" if place is None else strip_controls(cells[place])
