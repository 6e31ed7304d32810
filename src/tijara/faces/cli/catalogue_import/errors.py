"""The rows that an import refused, as a file that any spreadsheet opens."""

import csv
from collections.abc import Iterable
from pathlib import Path

from tijara.domains.offers.shapes import RejectedRow

from .words import reason

DANGEROUS = ("=", "+", "-", "@", "\t", "\r")


def write_errors(file: Path, header: Iterable[str], rows: Iterable[RejectedRow]) -> Path:
    """UTF-8 with its mark, so that Arabic shows; no cell can run as a formula."""
    file.parent.mkdir(parents=True, exist_ok=True)
    with file.open("w", encoding="utf-8-sig", newline="") as target:
        table = csv.writer(target)
        table.writerow(["السطر / line", "السبب", "reason", *map(_harmless, header)])
        for row in rows:
            english, arabic = reason(row.fault)
            table.writerow([row.line, arabic, english, *map(_harmless, row.cells)])
    return file


def _harmless(cell: str) -> str:
    return f"'{cell}" if cell.startswith(DANGEROUS) else cell
