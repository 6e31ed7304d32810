"""Open a file as the table that it is: by its content, never by its name."""

import gzip
import io
import zlib
from pathlib import Path

from .shapes import LARGEST_FILE, Table, TableUnreadable
from .sheets import is_workbook, read_sheet
from .text import SAMPLE, read_text

NOT_TABLES = (b"%PDF", b"\x89PNG", b"\xff\xd8\xff", b"\xd0\xcf\x11\xe0", b"SQLite", b"PK\x03\x04")
"""How files begin that are no text at all: documents, pictures, databases, other archives."""


def open_table(
    path: Path, largest: int = LARGEST_FILE, *, encoding: str = "", separator: str = ""
) -> Table:
    """The table in the file, its header read. Raises TableUnreadable."""
    if is_workbook(path):
        return read_sheet(path, largest)
    return read_text(_unpacked(path, largest), encoding, separator)


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
