"""The first sheet of a workbook (XLSX): values only; a formula is what it came to.

Read as a stream of XML that may declare no entities. Everything that grows is counted: what the
archive unpacks to, the depth of its elements, the columns of a row, the letters of a cell.
"""

import zipfile
import zlib
from collections.abc import Iterator
from pathlib import Path, PurePosixPath
from typing import IO
from xml.etree.ElementTree import ParseError

from defusedxml import DefusedXmlException
from defusedxml.ElementTree import DefusedXMLParser

from .cells import Grid, Links, Names, Sheets, Styles, Told
from .shapes import LARGEST_FILE, Row, Table, TableUnreadable, checked_header, is_banner

PIECE = 1 << 16
BOOK = "xl/workbook.xml"
MOST_PARTS = 2000
BROKEN = (ParseError, DefusedXmlException, zipfile.BadZipFile, zlib.error, OSError, EOFError)
UNREADABLE = (*BROKEN, NotImplementedError, RuntimeError, KeyError, ValueError, OverflowError)
"""Damaged, locked by a password, packed in a way that is not known, or not what it says."""


def is_workbook(path: Path) -> bool:
    with path.open("rb") as file:
        if file.read(4) != b"PK\x03\x04":
            return False
    try:
        with zipfile.ZipFile(path) as archive:
            return BOOK in archive.namelist()
    except UNREADABLE:
        return False


def read_sheet(path: Path, largest: int = LARGEST_FILE) -> Table:
    """The first sheet that is not hidden, its header read. Raises TableUnreadable."""
    rows = _told(_rows_of(path, largest))
    _, head = next(rows, (0, []))
    later = next(rows, None)
    if later and is_banner(head, later[1]):
        head, later = later[1], None
    header = checked_header(head)
    return Table(header, "XLSX", "", _read=lambda table: _read(table, later, rows))


def _read(
    table: Table, first: tuple[int, list[str]] | None, rows: Iterator[tuple[int, list[str]]]
) -> Iterator[Row]:
    last = 1
    for line, cells in (row for source in ([first] if first else [], rows) for row in source):
        table.blank += max(line - last - 1, 0)
        last = line
        if not any(map(str.strip, cells)):
            table.blank += 1
            continue
        cells += [""] * (len(table.header) - len(cells))
        yield Row(line, cells, table.fault_of(cells))


def _told(rows: Iterator[tuple[int, list[str]]]) -> Iterator[tuple[int, list[str]]]:
    """Whatever is wrong with the archive, told as one kind of fault."""
    try:
        yield from (row for row in rows if row[1])
    except TableUnreadable:
        raise
    except UNREADABLE as broken:
        raise TableUnreadable("broken_archive") from broken


def _rows_of(path: Path, largest: int) -> Iterator[tuple[int, list[str]]]:
    with zipfile.ZipFile(path) as archive:
        _check_size(archive, largest)
        names, dates = Names(), Styles()
        _hear(archive, "xl/sharedStrings.xml", names)
        _hear(archive, "xl/styles.xml", dates)
        grid = Grid(names.all, dates.dated)
        with archive.open(_first_sheet(archive)) as part:
            for _ in _feed(part, grid):
                yield from grid.taken()


def _check_size(archive: zipfile.ZipFile, largest: int) -> None:
    """`zipfile` unpacks no part to more than it declares: so the sum of those is a limit."""
    parts = archive.infolist()
    if len(parts) > MOST_PARTS or sum(part.file_size for part in parts) > largest:
        raise TableUnreadable("too_large")


def _first_sheet(archive: zipfile.ZipFile) -> str:
    sheets, links = Sheets(), Links()
    _hear(archive, BOOK, sheets)
    _hear(archive, "xl/_rels/workbook.xml.rels", links)
    for link in sheets.shown:
        if target := links.targets.get(link):
            place = PurePosixPath(target)
            return str(place).lstrip("/") if place.is_absolute() else f"xl/{place}"
    raise TableUnreadable("empty")


def _hear(archive: zipfile.ZipFile, name: str, listener: Told) -> None:
    """A part that is not there tells nothing."""
    if name in archive.namelist():
        with archive.open(name) as part:
            for _ in _feed(part, listener):
                pass


def _feed(part: IO[bytes], listener: Told) -> Iterator[None]:
    parser = DefusedXMLParser(target=listener, forbid_dtd=True)
    while piece := part.read(PIECE):
        parser.feed(piece)
        yield
    parser.close()
    yield
