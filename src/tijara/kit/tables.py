"""Rows of a text table as people send it: CSV or TSV, packed or not, in any usual encoding.

The file is taken to be hostile. It is read line by line within limits; a row that can't be read
is told as such, and the reading goes on with the next line. Nothing is ever skipped in silence.
"""

import codecs
import csv
import gzip
import io
import zlib
from collections import deque
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

MEGABYTE = 1 << 20
LARGEST_FILE = 256 * MEGABYTE
LONGEST_LINE = MEGABYTE
MOST_LINES_OF_A_ROW = 100
MOST_COLUMNS = 300
SAMPLE = 1 << 16
SEPARATORS = (",", ";", "\t", "|")
MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
NOT_TABLES = (b"PK\x03\x04", b"%PDF", b"\x89PNG", b"\xff\xd8\xff", b"\xd0\xcf\x11\xe0", b"SQLite")
"""How files begin that are no text at all: spreadsheets, documents, pictures, databases."""


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
    """A table whose header is read. `blank` counts the empty lines passed over so far."""

    header: list[str]
    encoding: str
    separator: str
    blank: int = 0
    _lines: Iterator[tuple[int, str]] = field(default_factory=lambda: iter(()))

    def rows(self) -> Iterator[Row]:
        for line, text, fault in _records(self._lines, self.separator):
            if not fault and not text.strip(f" \r\n{self.separator}"):
                self.blank += 1
                continue
            cells = next(csv.reader([text], delimiter=self.separator), []) if not fault else [text]
            yield Row(line, cells, fault or self._fault(cells))

    def _fault(self, cells: list[str]) -> str:
        if len(cells) < len(self.header):
            return "too_few_columns"
        if any(cell.strip() for cell in cells[len(self.header) :]):
            return "too_many_columns"
        return "broken_letters" if any("\ufffd" in cell for cell in cells) else ""


def open_table(path: Path, largest: int = LARGEST_FILE) -> Table:
    """The table in the file, its header read. Raises TableUnreadable."""
    file = _unpacked(path, largest)
    sample = _peek(file)
    encoding = encoding_of(sample)
    text = io.TextIOWrapper(file, encoding=encoding, errors="replace", newline="")
    lines = _numbered(text)
    header_line = next((pair for pair in lines if pair[1].strip(" \r\n,;\t|\x00")), None)
    if header_line is None:
        raise TableUnreadable("empty")
    separator = separator_of(header_line[1])
    records = _records(_chained(header_line, lines), separator)
    _, head, fault = next(records)
    csv.field_size_limit(LONGEST_LINE)
    header = [cell.strip() for cell in next(csv.reader([head], delimiter=separator), [])]
    if fault or len(header) > MOST_COLUMNS:
        raise TableUnreadable("header_unreadable")
    return Table(header, encoding, separator, _lines=lines)


def encoding_of(sample: bytes) -> str:
    """By its mark; else UTF-16 by the high bytes of Latin and Arabic letters; else UTF-8 if it is;
    else Arabic Windows.
    """
    for mark, encoding in MARKS:
        if sample.startswith(mark):
            return encoding
    for encoding, high_bytes in (("utf-16-le", sample[1::2]), ("utf-16-be", sample[::2])):
        halves = high_bytes.count(0x00) + high_bytes.count(0x06)
        if len(high_bytes) > 1 and halves * 10 > len(high_bytes) * 9:
            return encoding
    try:
        codecs.getincrementaldecoder("utf-8")().decode(sample)
    except UnicodeDecodeError:
        return "windows-1256"
    return "utf-8"


def separator_of(header: str) -> str:
    return max(SEPARATORS, key=lambda separator: header.count(separator))


def stays_open(line: str, separator: str, is_open: bool) -> bool:
    """Whether a quoted cell is open at the line's end, given whether one was at its beginning."""
    if '"' not in line:
        return is_open
    place = 0
    while True:
        if is_open:
            place = line.find('"', place)
            if place < 0:
                return True
            if line.startswith('""', place):
                place += 2
                continue
            is_open = False
            place += 1
        elif line.startswith('"', place) and (place == 0 or line[place - 1] == separator):
            is_open = True
            place += 1
        else:
            place = line.find(separator, place) + 1
            if place == 0:
                return False


def _records(lines: Iterator[tuple[int, str]], separator: str) -> Iterator[tuple[int, str, str]]:
    """(line, text, fault) of each row. A quote that never closes costs its own line only."""
    waiting: deque[tuple[int, str]] = deque()
    while True:
        first = waiting.popleft() if waiting else next(lines, None)
        if first is None:
            return
        number, text = first
        if len(text) >= LONGEST_LINE:
            yield number, text[:200], "too_long"
            continue
        taken = [first]
        is_open = stays_open(text, separator, False)
        while is_open and len(taken) < MOST_LINES_OF_A_ROW:
            more = waiting.popleft() if waiting else next(lines, None)
            if more is None:
                break
            taken.append(more)
            is_open = stays_open(more[1], separator, True)
        if is_open:
            waiting.extendleft(reversed(taken[1:]))
            yield number, text.rstrip("\r\n"), "broken_quotes"
        else:
            yield number, "".join(part for _, part in taken), ""


def _numbered(text: io.TextIOWrapper) -> Iterator[tuple[int, str]]:
    """Lines with their numbers; of one that is too long, its beginning only."""
    number = 0
    while line := text.readline(LONGEST_LINE):
        number += 1
        rest = line
        while len(rest) >= LONGEST_LINE and not rest.endswith("\n"):
            rest = text.readline(LONGEST_LINE)
        yield number, line


def _chained(first: tuple[int, str], others: Iterator[tuple[int, str]]):
    yield first
    yield from others


def _unpacked(path: Path, largest: int) -> "io.BufferedReader":
    file = path.open("rb")
    beginning = file.read(8)
    file.seek(0)
    if beginning.startswith(NOT_TABLES):
        file.close()
        raise TableUnreadable("not_a_table")
    source: io.BufferedIOBase = file
    if beginning.startswith(b"\x1f\x8b"):
        source = gzip.GzipFile(fileobj=file)
    return io.BufferedReader(_Limited(source, largest), SAMPLE)


def _peek(file: io.BufferedReader) -> bytes:
    sample = file.peek(SAMPLE)[:SAMPLE]
    return sample[: len(sample) & ~1]


class _Limited(io.RawIOBase):
    """Bytes up to a limit, so that a small packed file can't fill the memory or the disk."""

    def __init__(self, source: io.BufferedIOBase, largest: int) -> None:
        self._source = source
        self._left = largest

    def readable(self) -> bool:
        return True

    def readinto(self, buffer) -> int:
        try:
            read = self._source.read(len(buffer))
        except (OSError, EOFError, zlib.error) as broken:
            raise TableUnreadable("broken_archive") from broken
        self._left -= len(read)
        if self._left < 0:
            raise TableUnreadable("too_large")
        buffer[: len(read)] = read
        return len(read)
