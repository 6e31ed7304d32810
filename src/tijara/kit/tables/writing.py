"""Tables for people to download: any spreadsheet opens them, and none runs what is in them."""

import csv
import re
from collections.abc import Iterable
from typing import TextIO

DANGEROUS = ("=", "+", "-", "@", "\t", "\r", "|", "%")
"""How a cell begins that some spreadsheet takes for a formula."""
NUMBER = re.compile(r"[+-][0-9]+([.,][0-9]+)*%?")
"""With its sign; a telephone with its country's is one too."""
MARK = "\ufeff"


def write_table(target: TextIO, rows: Iterable[Iterable[object]]) -> None:
    """With the mark of UTF-8, so that Arabic shows; opened with newline=""."""
    target.write(MARK)
    csv.writer(target).writerows(map(_harmless_row, rows))


def harmless(cell: str) -> str:
    """As text, whatever it begins with; blanks before a formula don't hide it. A number with a sign
    is none, and stays one."""
    is_formula = cell.lstrip(" \u00a0\n").startswith(DANGEROUS) and not NUMBER.fullmatch(cell)
    return f"'{cell}" if is_formula else cell


def _harmless_row(row: Iterable[object]) -> list[object]:
    return [harmless(cell) if isinstance(cell, str) else cell for cell in row]
