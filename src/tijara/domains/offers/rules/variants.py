"""A product with its variants, read from the rows that belong together."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from tijara.domains.catalogue.shapes import ProductDraft, VariantDraft
from tijara.kit.arabic import fold, strip_controls

from .columns import OPTION_NAMES, OPTIONS
from .families import HEADS, PRICES, Cells, Families
from .family import LONGEST_VALUE, Family
from .rows import ReadRow, RowReader, RowRefused

INHERITED = (*PRICES, "was_price")
Told = ReadRow | RowRefused | None
"""What became of a row; None: it sells nothing by itself."""


@dataclass(frozen=True, slots=True)
class FamilyReader:
    """Reads the rows of one product. What is wrong with a variant's row costs that row alone; what
    is wrong with the product costs all of them."""

    reader: RowReader
    families: Families

    def outline(self, rows: Sequence[Cells]) -> tuple[str, tuple[str, ...]]:
        """The product's name and what its variants are; nothing where it has none."""
        return Family(self.reader, self.families, rows).outline()

    def read(self, rows: Sequence[Cells]) -> list[Told]:
        """What became of each row, in their order."""
        family = Family(self.reader, self.families, rows)
        if not family.used:
            return self._read_plain(family)
        try:
            draft = replace(family.product(), options=family.option_names())
        except RowRefused as refused:
            others = refused if refused.code == "head_missing" else RowRefused("head_refused")
            return [refused if place == family.base else others for place in range(len(rows))]
        return self._read_variants(family, draft)

    def _read_plain(self, family: Family) -> list[Told]:
        """Nobody says what its variants are: there is one, or none."""
        told: list[Told] = [None] * len(family.rows)
        is_of_another = "row_kind" in self.reader.plan.fields or len(family.rows) > 1
        if family.has_kin and family.sold and is_of_another:
            fault = RowRefused("option_missing", OPTIONS[0])
        else:
            fault = RowRefused("repeated_key", "key")
        for place in family.sold:
            told[place] = fault
        first = family.sold[0] if family.sold and not family.has_kin else 0
        if fault.code != "option_missing" and not self._waits(family.rows[first]):
            told[first] = self._read_one(family.rows[first])
        return told

    def _waits(self, cells: Cells) -> bool:
        """A product whose variants are not in the file, and that has no price without them."""
        is_head = self.families.kind(cells) in HEADS
        has_options = any(self.families.of(cells, name) for name in (OPTION_NAMES[0], OPTIONS[0]))
        return is_head and has_options and not self.families.has_price(cells)

    def _read_one(self, cells: Cells) -> Told:
        try:
            return self.reader.read(cells)
        except RowRefused as refused:
            return refused

    def _read_variants(self, family: Family, draft: ProductDraft) -> list[Told]:
        told: list[Told] = [None] * len(family.rows)
        met: set[tuple[str, ...]] = set()
        good: list[VariantDraft] = []
        for place in family.sold:
            cells = self._filled(family.rows[place], family.rows[family.base])
            try:
                self._check(family, cells, draft, met)
                terms = *self.reader.prices(cells), self.reader.units(cells)
                told[place] = ReadRow(draft, *terms, len(good), self.reader.amount(cells, "cost"))
                good.append(self._variant(family, cells))
            except RowRefused as refused:
                told[place] = refused
        whole = replace(draft, variants=tuple(good))
        return [replace(row, product=whole) if isinstance(row, ReadRow) else row for row in told]

    def _check(
        self, family: Family, cells: Cells, draft: ProductDraft, met: set[tuple[str, ...]]
    ) -> None:
        """Raises RowRefused."""
        if any(cells[place].strip() for place in self.reader.plan.excess):
            raise RowRefused("too_many_options")
        values = family.values(cells)
        for option, known, value in zip(family.used, draft.options, values, strict=True):
            self._check_option(cells, option, known, value)
        self._check_name(family, cells, draft)
        folded = tuple(fold(value) or value for value in values)
        if folded in met:
            raise RowRefused("repeated_variant", OPTIONS[family.used[0]])
        met.add(folded)

    def _check_option(self, cells: Cells, option: int, known: str, value: str) -> None:
        if not value:
            raise RowRefused("option_missing", OPTIONS[option])
        if len(value) > LONGEST_VALUE:
            raise RowRefused("option_too_long", OPTIONS[option])
        name = self.families.of(cells, OPTION_NAMES[option])
        if name and fold(name[:LONGEST_VALUE]) != fold(known):
            raise RowRefused("options_differ", OPTION_NAMES[option])

    def _check_name(self, family: Family, cells: Cells, draft: ProductDraft) -> None:
        """Rows of one product agree on its name."""
        if family.has_own_row or not draft.name_ar or not self.families.has_name(cells):
            return
        if fold(family.names(cells)[0]) not in (fold(draft.name_ar), fold(draft.name_en)):
            raise RowRefused("names_differ", self.reader.told_in("name"))

    def _filled(self, cells: Cells, base: Cells) -> Cells:
        """A variant that tells no price has its product's."""
        if self.families.has_price(cells):
            return cells
        filled = list(cells)
        for name in INHERITED:
            place = self.reader.plan.fields.get(name)
            if place is not None:
                filled[place] = base[place]
        return filled

    def _variant(self, family: Family, cells: Cells) -> VariantDraft:
        place = self.families.product_place if "parent" in self.reader.plan.fields else None
        return VariantDraft(
            family.values(cells),
            source_key="" if place is None else strip_controls(cells[place]),
            sku=self.reader.text(cells, "sku"),
            gtin=self.reader.gtin(cells),
        )
