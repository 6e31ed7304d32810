"""Lists that others send of what they pay us: a file is kept once, and of equal lines the first.

Two tables of a domain hold them: one of lists, with `file_hash` in a unique key, and one of lines,
with `place`, `mark` (what makes it the same line, in a unique key; none for one that doesn't count)
and `verdict`.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from hashlib import file_digest
from typing import BinaryIO
from uuid import UUID

from django.db import transaction
from django.db.models import Model, QuerySet

from tijara.kit.ids import OPERATOR_ID
from tijara.kit.tables import Table, TableUnreadable, open_table

from . import files

ACCEPTED = frozenset(
    {files.FileKind.TEXT, files.FileKind.GZIP, files.FileKind.XLSX, files.FileKind.DATA}
)
MOST_BYTES = 4 << 20
MOST_LETTERS = 8 << 20
MOST_LINES = 2000


class ListBroken(ValueError):
    """It is no table, or one with too many lines; `why` is a code."""

    def __init__(self, why: str) -> None:
        super().__init__(why)
        self.why = why


def keep_file(content: BinaryIO, keep: Callable[[files.StoredFile], UUID]) -> UUID:
    """Store a list's file and `keep` it, in one commit; what is refused leaves nothing behind."""
    stored = files.store(OPERATOR_ID, content, accepted=ACCEPTED, most_bytes=MOST_BYTES)
    try:
        with transaction.atomic():
            return keep(stored)
    except BaseException:
        files.remove(OPERATOR_ID, stored.id)
        raise


def hash_of(stored: files.StoredFile) -> str:
    with stored.path.open("rb") as file:
        return file_digest(file, "sha256").hexdigest()


def keep_once(row: Model, known: QuerySet) -> UUID:
    """The id of the row that stands: of two who bring a file at once, the second waits and finds
    the first one's. `known` finds it by the unique key."""
    type(row)._default_manager.bulk_create([row], ignore_conflicts=True)
    return known.values_list("id", flat=True).get()


def header_of(stored: files.StoredFile) -> list[str]:
    return list(_opened(stored).header)


def first_rows(stored: files.StoredFile, columns: int, most: int) -> list[list[str]]:
    """The cells of the first lines, as many in each as there are columns."""
    found: list[list[str]] = []
    try:
        for row in _opened(stored).rows():
            if len(found) == most:
                break
            found.append([*row.cells, *[""] * columns][:columns])
    except TableUnreadable as broken:
        raise ListBroken(broken.code) from broken
    return found


def rows_of(
    stored: files.StoredFile, columns: Mapping[str, str]
) -> Iterator[tuple[int, dict[str, str] | None]]:
    """(line, its cells by what they are); None for a row that is broken."""
    table = _opened(stored)
    places = {field: table.header.index(name) for field, name in columns.items() if name}
    try:
        for number, row in enumerate(table.rows(), 1):
            if number > MOST_LINES:
                raise ListBroken("too_many_lines")
            cells = dict(enumerate(row.cells))
            told = {field: cells.get(place, "") for field, place in places.items()}
            yield row.line, told if row.fault in ("", "too_few_columns") else None
    except TableUnreadable as broken:
        raise ListBroken(broken.code) from broken


def keep_first(rows: Sequence, standing: QuerySet, *, repeated: str) -> None:
    """Write lines: of those with one mark, in this list or any other, only the first keeps it; the
    others get the verdict that they repeat one. `standing` are the lines of this list."""
    model = standing.model
    for one in _later(rows):
        one.mark, one.verdict = None, repeated
    # By their marks: two lists with the same lines wait for one another, not crosswise.
    first = sorted((one for one in rows if one.mark), key=lambda one: one.mark)
    model.objects.bulk_create(first, ignore_conflicts=True, batch_size=500)
    kept = set(standing.values_list("place", flat=True))
    others = [one for one in rows if one.place not in kept]
    for one in others:
        if one.mark:
            one.mark, one.verdict = None, repeated
    model.objects.bulk_create(others, batch_size=500)


def _later(rows: Sequence) -> list:
    """Those whose mark another of the same list has before them."""
    first: dict[str, int] = {}
    for one in rows:
        if one.mark:
            first.setdefault(one.mark, one.place)
    return [one for one in rows if one.mark and first[one.mark] != one.place]


def _opened(stored: files.StoredFile) -> Table:
    try:
        return open_table(stored.path, MOST_LETTERS)
    except TableUnreadable as broken:
        raise ListBroken(broken.code) from broken
