"""Imports of a seller's files: how far they are, what they would do, what they left out."""

from collections.abc import Iterator, Mapping
from itertools import islice
from uuid import UUID

from django.db import connection
from django.db.models import Count

from tijara.kit.arabic import fold, strip_controls
from tijara.kit.rebuilding import rebuild
from tijara.kit.tables import Row, Table, open_table
from tijara.platform import files

from ..models import ImportChange, ImportColumn, ImportRow, ImportRun
from ..rules import ColumnPlan, Families, FamilyReader, RowReader, SectionNames, plan_columns
from ..shapes import (
    ChangeFate,
    ImportChoices,
    ImportPreview,
    ImportRunView,
    ImportState,
    KeptChange,
    PreviewColumn,
    PreviewFamily,
    RejectedRow,
)

RUN = (
    "id", "file_name", "state", "header", "encoding", "separator", "choices", "total", "line",
    "read", "created", "updated", "unchanged", "rejected", "passed", "unpriced", "problem",
    "started_at", "finished_at",
)  # fmt: skip
SAMPLES, SHOWN_ROWS, LOOKED_AT = 3, 8, 60
SHOWN_FAMILIES, FAMILIES_OF = 6, 2000
LONGEST_SAMPLE = 80
KEPT = """
    SELECT c.fate, p.name_ar, p.name_en, p.slug
    FROM offer_import_change c JOIN catalogue_product p ON p.id = c.product_id
    WHERE c.seller_id = %s AND c.run_id = %s AND c.fate NOT IN (%s, '')
    ORDER BY c.id LIMIT %s
"""


def import_runs(seller_id: UUID, limit: int = 20) -> list[ImportRunView]:
    """The newest first."""
    rows = ImportRun.objects.filter(seller_id=seller_id).order_by("-started_at", "-id")
    return [_view(row) for row in rows.values_list(*RUN)[:limit]]


def import_run(seller_id: UUID, run_id: UUID) -> ImportRunView | None:
    row = ImportRun.objects.filter(seller_id=seller_id, id=run_id).values_list(*RUN).first()
    return row and _view(row)


def rejected_rows(seller_id: UUID, run_id: UUID) -> Iterator[RejectedRow]:
    """In the order of the file; read as they are asked for."""
    rows = ImportRow.objects.filter(seller_id=seller_id, run_id=run_id).order_by("line")
    for row in rows.values_list("line", "fault", "column", "cells").iterator(chunk_size=1000):
        yield RejectedRow(*row)


def fault_counts(seller_id: UUID, run_id: UUID) -> dict[str, int]:
    """Rejected rows by reason."""
    rows = ImportRow.objects.filter(seller_id=seller_id, run_id=run_id)
    return dict(rows.values_list("fault").annotate(Count("id")))


def undo_counts(seller_id: UUID, run_id: UUID) -> dict[ChangeFate, int]:
    """How many products' changes met which fate when an import was undone; nothing before that."""
    rows = ImportChange.objects.filter(seller_id=seller_id, run_id=run_id).exclude(fate="")
    counted = rows.values_list("fate").annotate(Count("product_id", distinct=True))
    return {ChangeFate(fate): count for fate, count in counted}


def kept_changes(seller_id: UUID, run_id: UUID, limit: int = 100) -> list[KeptChange]:
    """What could not be undone."""
    with connection.cursor() as cursor:
        cursor.execute(KEPT, [seller_id, run_id, ChangeFate.UNDONE, limit])
        return [KeptChange(ChangeFate(row[0]), *row[1:]) for row in cursor.fetchall()]


def learned_columns(seller_id: UUID) -> dict[str, str]:
    """Fields by folded header, as the seller once said."""
    rows = ImportColumn.objects.filter(seller_id=seller_id)
    return dict(rows.values_list("name", "field"))


def import_preview(
    seller_id: UUID, run_id: UUID, columns: Mapping[str, str] | None = None
) -> ImportPreview | None:
    """The beginning of the file as it is understood, with those `columns` or the ones that were
    told. None where there is none to look at.

    Raises TableUnreadable where the file can't be read as a person now wants it read.
    """
    found = ImportRun.objects.filter(seller_id=seller_id, id=run_id)
    row = found.values_list("file_id", "choices").first()
    stored = files.find(seller_id, row[0]) if row and row[0] else None
    if row is None or stored is None:
        return None
    choices = rebuild(ImportChoices, row[1])
    table = open_table(stored.path, encoding=choices.encoding, separator=choices.separator)
    told = choices.columns if columns is None else columns
    return _preview(table, learned_columns(seller_id), told)


def _preview(table: Table, learned: Mapping[str, str], chosen: Mapping[str, str]) -> ImportPreview:
    told = _told(table.header, learned) | dict(chosen)
    plan = plan_columns(table.header, told)
    fields = plan.by_place()
    begin = [row for row in islice(table.rows(), FAMILIES_OF) if not row.fault]
    rows = [row.cells for row in begin[:LOOKED_AT]]
    families = _families(plan, begin) if plan.has_families else []
    columns = tuple(
        PreviewColumn(
            name=name,
            field=fields.get(place, ""),
            samples=_samples(rows, place),
            is_learned=fold(name) in learned,
        )
        for place, name in enumerate(table.header)
    )
    shown = tuple(tuple(map(_short, cells[: len(columns)])) for cells in rows[:SHOWN_ROWS])
    return ImportPreview(
        table.encoding,
        table.separator,
        plan.dialect,
        columns,
        shown,
        tuple(families[:SHOWN_FAMILIES]),
        len(families[SHOWN_FAMILIES:]),
    )


def _families(plan: ColumnPlan, rows: list[Row]) -> list[PreviewFamily]:
    """The products with variants, in the file's order."""
    families = Families(plan)
    for row in rows:
        families.look(row)
    reader = FamilyReader(RowReader(plan, SectionNames(), currency="", source=""), families)
    found = []
    for bundle in families.bundles(rows):
        name, variants = reader.outline([row.cells for row in bundle.rows])
        if variants and not bundle.fault:
            shown = tuple(_short(variant) for variant in variants)
            found.append((bundle.rows[0].line, PreviewFamily(_short(name), shown)))
    return [family for _, family in sorted(found, key=lambda pair: pair[0])]


def _told(header: list[str], learned: Mapping[str, str]) -> dict[str, str]:
    return {name: learned[fold(name)] for name in header if fold(name) in learned}


def _samples(rows: list[list[str]], place: int) -> tuple[str, ...]:
    found = dict.fromkeys(_short(cells[place]) for cells in rows if cells[place].strip())
    return tuple(islice(found, SAMPLES))


def _short(cell: str) -> str:
    text = strip_controls(cell[: LONGEST_SAMPLE * 4])
    return text if len(text) <= LONGEST_SAMPLE else f"{text[: LONGEST_SAMPLE - 1]}…"


def _view(row: tuple) -> ImportRunView:
    id, file_name, state, header, encoding, separator, choices, *counts = row
    return ImportRunView(
        id,
        file_name,
        ImportState(state),
        tuple(header),
        encoding,
        separator,
        rebuild(ImportChoices, choices),
        *counts,
    )
