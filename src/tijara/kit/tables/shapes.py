"""What every kind of table gives: its header, and its rows one by one."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field

MEGABYTE = 1 << 20
LARGEST_FILE = 256 * MEGABYTE
"""Unpacked."""
LONGEST_LINE = MEGABYTE
MOST_COLUMNS = 300
LEAST_OF_A_HEADER = 3


class TableUnreadable(ValueError):
    """The file is no table that can be read; `code` says why."""

    def __init__(self, code: str) -> None:
        super().__init__(code)
        self.code = code


@dataclass(frozen=True, slots=True)
class Row:
    """One row and the line it begins on. `fault` is a code where it can't be taken as it is."""

    line: int
    cells: list[str]
    fault: str = ""


@dataclass(slots=True)
class Table:
    """A table whose header is read. `blank` counts the empty lines passed over so far.

    `separator` is empty for a sheet of a workbook.
    """

    header: list[str]
    encoding: str
    separator: str
    blank: int = 0
    _read: Callable[["Table"], Iterator[Row]] = field(default=lambda table: iter(()))

    def rows(self) -> Iterator[Row]:
        return self._read(self)

    def fault_of(self, cells: Sequence[str]) -> str:
        """What is wrong with a row's cells beside this header, or nothing."""
        if len(cells) < len(self.header):
            return "too_few_columns"
        if any(cell.strip() for cell in cells[len(self.header) :]):
            return "too_many_columns"
        return "broken_letters" if any("\ufffd" in cell for cell in cells) else ""


def is_banner(first: Sequence[str], second: Sequence[str]) -> bool:
    """A title over the sheet ("Products", and nothing beside it), with the header below it."""
    return _filled(first) == 1 and _filled(second) >= LEAST_OF_A_HEADER


def checked_header(cells: Sequence[str]) -> list[str]:
    """Without its empty end. Raises TableUnreadable for what can be nobody's header."""
    header = [cell.strip() for cell in cells]
    while header and not header[-1]:
        header.pop()
    if not header:
        raise TableUnreadable("empty")
    if any("\0" in cell for cell in header):
        raise TableUnreadable("not_a_table")
    if len(header) > MOST_COLUMNS:
        raise TableUnreadable("too_wide")
    return header


def _filled(cells: Sequence[str]) -> int:
    return sum(bool(cell.strip()) for cell in cells)
