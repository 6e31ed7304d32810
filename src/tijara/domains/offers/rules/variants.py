"""A product with its variants, read from the rows that belong together."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from tijara.domains.catalogue.shapes import ProductDraft, VariantDraft
from tijara.kit.arabic import fold, strip_controls

from .columns import KNOWN_AS, OPTION_NAMES, OPTIONS
from .families import HEADS, PRICES, Cells, Families
from .rows import Names, ReadRow, RowReader, RowRefused, name_key, within

LONGEST_VALUE = 60
INHERITED = (*PRICES, "was_price")
ORDINALS = ("الأول", "الثاني", "الثالث")
UNNAMED = frozenset(fold(name) for option in OPTIONS for name in KNOWN_AS[option].split("|"))
"""Headers that don't say what an option is."""
Told = ReadRow | RowRefused | None
"""What became of a row; None: it sells nothing by itself."""


@dataclass
class FamilyReader:
    """Reads the rows of one product. What is wrong with a variant's row costs that row alone; what
    is wrong with the product costs all of them."""

    rows: RowReader
    families: Families
    _used: tuple[int, ...] = field(init=False, default=())
    """Places of the options that its variants tell."""
    _options: tuple[str, ...] = field(init=False, default=())
    _has_own_row: bool = field(init=False, default=False)
    """The product has a row beside its variants': what those call themselves doesn't matter."""

    def read(self, family: Sequence[Cells]) -> list[Told]:
        """What became of each row, in their order."""
        sold = [place for place, cells in enumerate(family) if self._is_variant(cells)]
        values = {place: self.families.values(family[place]) for place in sold}
        if not any(map(any, values.values())):
            return self._read_plain(family, sold)
        self._used = tuple(
            option for option in range(len(OPTIONS)) if any(told[option] for told in values.values())
        )
        head = self._head(family, sold)
        self._has_own_row = head is not None and self._is_own_row(family[head])
        self._options = tuple(self._option_name(family, option) for option in self._used)
        try:
            draft = self._product(family, head, sold[0])
        except RowRefused as refused:
            base = sold[0] if head is None else head
            others = refused if refused.code == "head_missing" else RowRefused("head_refused")
            return [refused if place == base else others for place in range(len(family))]
        return self._variants(family, head, sold, draft)

    def _is_own_row(self, cells: Cells) -> bool:
        has_kin = not {"row_kind", "parent"}.isdisjoint(self.rows.plan.fields)
        return has_kin and not self.families.is_member(cells)

    def _is_variant(self, cells: Cells) -> bool:
        """Not a product's own row, nor one with a further picture."""
        if "row_kind" in self.rows.plan.fields:
            return self.families.is_member(cells)
        if any(self.families.values(cells)):
            return True
        if "parent" in self.rows.plan.fields:
            return self.families.is_member(cells)
        return self.families.has_name(cells) or self.families.has_price(cells)

    def _read_plain(self, family: Sequence[Cells], sold: list[int]) -> list[Told]:
        """Nobody says what its variants are: there is one, or none."""
        first = 0
        if "row_kind" in self.rows.plan.fields or "parent" in self.rows.plan.fields:
            if len(family) > 1:
                missing = RowRefused("option_missing", OPTIONS[0])
                return [missing if place in sold else None for place in range(len(family))]
        elif sold:
            first = sold[0]
        twice = RowRefused("repeated_key", "key")
        told: list[Told] = [twice if place in sold else None for place in range(len(family))]
        told[first] = None if self._waits(family[first]) else self._read_one(family[first])
        return told

    def _waits(self, cells: Cells) -> bool:
        """A product whose variants are not in the file, and that has no price without them."""
        has_options = any(
            self.families.of(cells, name) for name in (OPTION_NAMES[0], OPTIONS[0])
        )
        return self.families.kind(cells) in HEADS and has_options and not self.families.has_price(cells)

    def _read_one(self, cells: Cells) -> Told:
        try:
            return self.rows.read(cells)
        except RowRefused as refused:
            return refused

    def _head(self, family: Sequence[Cells], sold: list[int]) -> int | None:
        """The row that says what the product is; None: no row has its name."""
        own = [place for place, cells in enumerate(family) if not self.families.is_member(cells)]
        if "row_kind" in self.rows.plan.fields:
            return own[0] if own else None
        if "parent" in self.rows.plan.fields and own:
            return own[0]
        return next((place for place in sold if self.families.has_name(family[place])), None)

    def _option_name(self, family: Sequence[Cells], option: int) -> str:
        for cells in family:
            if name := self.families.of(cells, OPTION_NAMES[option]):
                return name
        header = strip_controls(self.rows.plan.header[self.rows.plan.fields[OPTIONS[option]]])
        return f"الخيار {ORDINALS[option]}" if fold(header) in UNNAMED else header

    def _product(self, family: Sequence[Cells], head: int | None, first: int) -> ProductDraft:
        """Without a head it has no name, and must be known by its key."""
        base = family[first if head is None else head]
        names = ("", "") if head is None else self._names(base)
        return self.rows.product(base, names, self._key(family, base, names))

    def _names(self, cells: Cells) -> Names:
        """Without its option, where a variant's row tells its product's name."""
        names = self.rows.names(cells)
        if "parent" not in self.rows.plan.fields or not self.families.is_member(cells):
            return names
        values = self.families.values(cells)
        return _bare(names[0], values), _bare(names[1], values)

    def _key(self, family: Sequence[Cells], base: Cells, names: Names) -> str:
        fields = self.rows.plan.fields
        if "parent" in fields:
            return self._parent_key(family)
        if "row_kind" in fields:
            if not any(names):
                raise RowRefused("head_missing")
            return self.rows.key(base, names)
        place = self.families.product_place
        if place is not None and (found := strip_controls(base[place])):
            return self.rows.key_of(place, found)
        if not any(names):
            raise RowRefused("no_name", self.rows.told_in("name"))
        return name_key(names)

    def _parent_key(self, family: Sequence[Cells]) -> str:
        """What its variants call it, so that it is found again without its own row."""
        told = (self.families.of(cells, "parent") for cells in family)
        parent = next(filter(None, told), "")
        if "row_kind" not in self.rows.plan.fields:
            return within(parent)
        own = [cells for cells in family if not self.families.is_member(cells)]
        if own and (sku := self.families.of(own[0], "sku")):
            parent = sku
        elif own:
            return self.rows.key(own[0], self._names(own[0]))
        if parent.startswith("id:") or "sku" not in self.rows.plan.fields:
            return within(parent.removeprefix("id:"))
        return self.rows.key_of(self.rows.plan.fields["sku"], parent)

    def _variants(
        self, family: Sequence[Cells], head: int | None, sold: list[int], draft: ProductDraft
    ) -> list[Told]:
        told: list[Told] = [None] * len(family)
        met: set[tuple[str, ...]] = set()
        good: dict[int, tuple[VariantDraft, Cells]] = {}
        for place in sold:
            cells = self._filled(family[place], family[sold[0] if head is None else head])
            try:
                self._check(cells, draft, met, is_head=place == head)
                terms = *self.rows.prices(cells), self.rows.units(cells)
                told[place] = ReadRow(draft, *terms, place=len(good))
                good[place] = self._variant(cells), cells
            except RowRefused as refused:
                told[place] = refused
        whole = replace(
            draft, options=self._options, variants=tuple(variant for variant, _ in good.values())
        )
        return [replace(row, product=whole) if isinstance(row, ReadRow) else row for row in told]

    def _check(
        self, cells: Cells, draft: ProductDraft, met: set[tuple[str, ...]], *, is_head: bool
    ) -> None:
        """Raises RowRefused."""
        values = self._values(cells)
        for option, value in zip(self._used, values, strict=True):
            if not value:
                raise RowRefused("option_missing", OPTIONS[option])
            if len(value) > LONGEST_VALUE:
                raise RowRefused("option_too_long", OPTIONS[option])
        if any(cells[place].strip() for place in self.rows.plan.excess):
            raise RowRefused("too_many_options")
        for option, known in zip(self._used, self._options, strict=True):
            name = self.families.of(cells, OPTION_NAMES[option])
            if name and fold(name) != fold(known):
                raise RowRefused("options_differ", OPTION_NAMES[option])
        if not is_head:
            self._check_name(cells, draft)
        folded = tuple(fold(value) or value for value in values)
        if folded in met:
            raise RowRefused("repeated_variant", OPTIONS[self._used[0]])
        met.add(folded)

    def _check_name(self, cells: Cells, draft: ProductDraft) -> None:
        """Rows of one product agree on its name."""
        if self._has_own_row or not draft.name_ar or not self.families.has_name(cells):
            return
        names = self._names(cells)
        if fold(names[0]) not in (fold(draft.name_ar), fold(draft.name_en)):
            raise RowRefused("names_differ", self.rows.told_in("name"))

    def _filled(self, cells: Cells, base: Cells) -> Cells:
        """A variant that tells no price has its product's."""
        if self.families.has_price(cells):
            return cells
        filled = list(cells)
        for name in INHERITED:
            place = self.rows.plan.fields.get(name)
            if place is not None:
                filled[place] = base[place]
        return filled

    def _variant(self, cells: Cells) -> VariantDraft:
        fields = self.rows.plan.fields
        place = self.families.product_place
        own = "" if place is None or "parent" not in fields else strip_controls(cells[place])
        return VariantDraft(
            self._values(cells),
            source_key=own,
            sku=self.rows.text(cells, "sku"),
            gtin=self.rows.gtin(cells),
        )

    def _values(self, cells: Cells) -> tuple[str, ...]:
        values = self.families.values(cells)
        return tuple(values[option] for option in self._used)


def _bare(name: str, values: Sequence[str]) -> str:
    """ "قميص - أحمر / L" of the values أحمر and L is قميص."""
    bare = name
    for value in reversed([value for value in values if value]):
        bare = re.sub(rf"[\s\-–—/|,،(]+{re.escape(value)}[\s)]*$", "", bare)
    return bare.strip() or name
