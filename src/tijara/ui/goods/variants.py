"""The grid in which variants are written: a row each, with what is filled in for all at once."""

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from uuid import UUID

from tijara.domains.catalogue.shapes import EditedVariant, VariantDetails
from tijara.ui.refusal_texts import field_sentence

MEASURE = re.compile(r"[×xX*]")
Number = Callable[[str], int | None]


@dataclass(frozen=True, slots=True)
class Supply:
    """What stands in place of units where nobody counts them: what there is, and the addresses,
    with their names, where more is brought."""

    said: str
    ways: tuple[tuple[str, str], ...] = ()


@dataclass(slots=True)
class Row:
    """One variant's fields as the form shows them, and what is wrong with them."""

    variant: EditedVariant
    fields: dict[str, str]
    wrong: dict[str, str] = field(default_factory=dict)
    is_sold: bool = True
    supply: Supply | None = None
    filled: set[str] = field(default_factory=set)
    """Which of them took what was written for all."""

    @property
    def id(self) -> UUID:
        return self.variant.details.id

    def put(self, name: str, text: str) -> "Row":
        self.fields[name] = text
        return self


def kept_rows(variants: Sequence[EditedVariant]) -> list[Row]:
    return [Row(each, _fields(each.details), is_sold=each.details.is_active) for each in variants]


def typed_rows(
    variants: Sequence[EditedVariant], given: Mapping[str, str], *, with_details: bool
) -> list[Row]:
    """What was typed; an empty field takes what was written for all. A box that is not ticked
    says that the variant is not sold, where the form has boxes."""
    rows = kept_rows(variants)
    for row in rows:
        for name in ("sku", "gtin", "weight", "measures", "price", "was", "units"):
            kept = row.fields.get(name, "")
            row.fields[name] = given.get(f"{name}_{row.id}", kept).strip()
            if not row.fields[name] and (for_all := given.get(f"all_{name}", "").strip()):
                row.fields[name] = for_all
                row.filled.add(name)
        if with_details:
            row.is_sold = f"sold_{row.id}" in given
    return rows


def read_details(rows: Sequence[Row], number: Number) -> list[VariantDetails]:
    """Rows whose numbers can't be read say so; their other fields are read all the same."""
    return [_details(row, number) for row in rows]


def mark(rows: Sequence[Row], faults: Mapping[str, str]) -> None:
    """Put each fault, "<field>_<variant id>", beside its field."""
    by_id = {str(row.id): row for row in rows}
    for name, code in faults.items():
        what, _, id = name.rpartition("_")
        if id in by_id:
            what = {"weight_grams": "weight"}.get(what, what)
            what = "measures" if what.endswith("_mm") else what
            by_id[id].wrong[what] = field_sentence(code)


def told_once(rows: Sequence[Row]) -> dict[str, tuple[str, str]]:
    """What was written for all and is wrong, with its fault, to be said where it was written: the
    fields that it filled are empty again, so that writing it anew fills them."""
    faults: dict[str, tuple[str, str]] = {}
    for row in rows:
        for name in row.filled & row.wrong.keys():
            faults.setdefault(name, (row.fields[name], row.wrong[name]))
    for row in rows:
        for name in row.filled & faults.keys():
            row.put(name, "").wrong.pop(name, None)
    return faults


def _fields(details: VariantDetails) -> dict[str, str]:
    millimetres = [details.length_mm, details.width_mm, details.height_mm]
    return {
        "sku": details.sku,
        "gtin": details.gtin,
        "weight": str(details.weight_grams or ""),
        "measures": "×".join(str(each) for each in millimetres if each),
    }


def _details(row: Row, number: Number) -> VariantDetails:
    details = replace(
        row.variant.details,
        sku=row.fields["sku"],
        gtin=row.fields["gtin"],
        is_active=row.is_sold,
        weight_grams=None,
        length_mm=None,
        width_mm=None,
        height_mm=None,
    )
    if weight := row.fields["weight"]:
        grams = number(weight)
        if grams is None:
            row.wrong["weight"] = field_sentence("not_a_number")
        details = replace(details, weight_grams=grams)
    if measures := row.fields["measures"]:
        told = [number(part.strip()) for part in MEASURE.split(measures)]
        if len(told) != 3 or None in told:
            row.wrong["measures"] = field_sentence("not_three_measures")
        else:
            details = replace(details, length_mm=told[0], width_mm=told[1], height_mm=told[2])
    return details
