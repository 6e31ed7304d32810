"""The rows that an import refused, as a file that any spreadsheet opens."""

from collections.abc import Iterable, Iterator
from pathlib import Path

from tijara.domains.offers.shapes import RejectedRow
from tijara.kit.tables import write_table

from .words import reason


def write_errors(file: Path, header: Iterable[str], rows: Iterable[RejectedRow]) -> Path:
    """UTF-8 with its mark, so that Arabic shows; no cell can run as a formula."""
    file.parent.mkdir(parents=True, exist_ok=True)
    with file.open("w", encoding="utf-8", newline="") as target:
        write_table(target, _lines(header, rows))
    return file


def _lines(header: Iterable[str], rows: Iterable[RejectedRow]) -> Iterator[list[object]]:
    yield ["السطر / line", "السبب", "reason", "العمود / column", *header]
    for row in rows:
        english, arabic = reason(row.fault)
        yield [row.line, arabic, english, row.column, *row.cells]
