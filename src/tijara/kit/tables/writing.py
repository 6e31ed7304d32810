"""Tables for people to download: any spreadsheet opens them, and none runs what is in them."""

import csv
import re
from collections.abc import Iterable
from itertools import dropwhile
from typing import TextIO
from unicodedata import category

DANGEROUS = ("=", "+", "-", "@", "\t", "\r", "|", "%", "＝", "＋", "－", "＠")
"""How a cell begins that some spreadsheet takes for a formula."""
NUMBER = re.compile(r"-[0-9]+([.,][0-9]+)*%?")
"""Below nothing. What a plus begins is a telephone: as a number it would lose the plus."""
UNSEEN = ("Zs", "Zl", "Zp", "Cc", "Cf")
"""Kinds of signs before a formula that don't hide it: blanks, controls, marks of direction."""
MARK = "\ufeff"


def write_table(target: TextIO, rows: Iterable[Iterable[object]]) -> None:
    """With the mark of UTF-8, so that Arabic shows; opened with newline=""."""
    target.write(MARK)
    csv.writer(target).writerows(map(_harmless_row, rows))


def harmless(cell: str) -> str:
    """As text, whatever it begins with; what is not seen before a formula doesn't hide it. A number
    below nothing is none, and stays one."""
    seen = "".join(dropwhile(lambda sign: category(sign) in UNSEEN, cell))
    is_formula = (cell.startswith(DANGEROUS) or seen.startswith(DANGEROUS)) and not (
        NUMBER.fullmatch(cell)
    )
    return f"'{cell}" if is_formula else cell


def _harmless_row(row: Iterable[object]) -> list[object]:
    return [harmless(cell) if isinstance(cell, str) else cell for cell in row]
