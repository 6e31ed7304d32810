"""Rows of a text table as people send it: CSV or TSV, packed or not, in any usual encoding.

The file is taken to be hostile. It is read line by line within limits; a row that can't be read
is told as such, and the reading goes on with the next line. Nothing is ever skipped in silence.
"""

import codecs
import csv
import io
import re
from collections import deque
from collections.abc import Iterable, Iterator

from .shapes import LONGEST_LINE, Row, Table, TableUnreadable, checked_header, is_banner

MOST_LINES_OF_A_ROW = 100
SAMPLE = 1 << 16
SEPARATORS = (",", ";", "\t", "|", "^", "~")
"""The likelier first: of two that part a header equally often, the first is believed."""
ENCODINGS = ("utf-8", "windows-1256", "utf-16", "windows-1252")
"""What a person may choose where the guess was wrong."""
TOLD = re.compile(r"sep=(.)", re.IGNORECASE)
"""How a spreadsheet says its separator, in a line of its own."""
MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
Record = tuple[int, str, str]
"""(line, text, fault)"""


def read_text(file: "io.BufferedReader", encoding: str = "", separator: str = "") -> Table:
    """A table of text, its header read; told an encoding or a separator, it doesn't guess."""
    encoding = encoding or encoding_of(_peek(file))
    text = io.TextIOWrapper(file, encoding=encoding, errors="replace", newline="")
    lines = _numbered(text)
    first = next((pair for pair in lines if pair[1].strip(" \r\n,;\t|\x00")), None)
    if first is not None and (said := TOLD.fullmatch(first[1].strip())):
        separator = separator or said[1]
        first = next((pair for pair in lines if pair[1].strip()), None)
    if first is None:
        raise TableUnreadable("empty")
    csv.field_size_limit(LONGEST_LINE)
    separator = separator or separator_of(first[1])
    records = _records(_chained([first], lines), separator)
    head = _cells(next(records), separator)
    second = next(records, None)
    if second is not None and not second[2] and is_banner(head, _cells(second, separator)):
        head, second = _cells(second, separator), None
    rest = records if second is None else _chained([second], records)
    header = checked_header(head)
    return Table(header, encoding, separator, _read=lambda table: _rows(table, rest))


def _rows(table: Table, records: Iterator[Record]) -> Iterator[Row]:
    for line, text, fault in records:
        if not fault and not text.strip(f" \r\n{table.separator}"):
            table.blank += 1
            continue
        cells = _split(text, table.separator) if not fault else [text]
        yield Row(line, cells, fault or table.fault_of(cells))


def _cells(record: Record, separator: str) -> list[str]:
    _line, text, fault = record
    if fault:
        raise TableUnreadable("header_unreadable")
    return _split(text, separator)


def _split(text: str, separator: str) -> list[str]:
    return next(csv.reader([text], delimiter=separator), [])


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


def _records(lines: Iterator[tuple[int, str]], separator: str) -> Iterator[Record]:
    """Each row. A quote that never closes costs its own line only."""
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


def _chained[Thing](firsts: Iterable[Thing], others: Iterator[Thing]) -> Iterator[Thing]:
    yield from firsts
    yield from others


def _peek(file: io.BufferedReader) -> bytes:
    sample = file.peek(SAMPLE)[:SAMPLE]
    return sample[: len(sample) & ~1]
