"""One page of a long list, by keyset or by offset.

A short list is paged by its number. A long one that grows at its end is paged by keyset: the next
page begins after the key of the last row, so a deep page costs what the first one does. Its number
only says where one stands.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from uuid import UUID

EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
MICROSECOND = timedelta(microseconds=1)
SHALLOW = 100
"""Of a list with keys, the last page that is found by its number alone."""


@dataclass(frozen=True, slots=True)
class Cursor:
    """The row that a page begins behind, or ends before, as the list is read."""

    at: datetime
    id: UUID
    is_end: bool = False

    def __str__(self) -> str:
        return f"{(self.at - EPOCH) // MICROSECOND}-{self.id.hex}"


@dataclass(frozen=True, slots=True)
class Page[T]:
    """`items` of this page; `number` from 1; `total` when it was counted; `has_next`. By keyset:
    `after`, where the next page begins, and `before`, where the one before it ends."""

    items: list[T]
    number: int
    size: int
    has_next: bool
    total: int | None = None
    after: str = ""
    before: str = ""

    @property
    def pages(self) -> int | None:
        return None if self.total is None else max(1, -(-self.total // self.size))


def read_cursor(text: str, *, is_end: bool = False) -> Cursor | None:
    """What an address says; None for what no page has written."""
    moment, _, key = text.partition("-")
    try:
        return Cursor(EPOCH + int(moment) * MICROSECOND, UUID(key), is_end)
    except (ValueError, OverflowError):
        return None


def start_of(number: int, size: int, beside: Cursor | None) -> int:
    """How many rows are passed over: none beside a cursor, and never very many."""
    return 0 if beside else (min(number, SHALLOW) - 1) * size


def keyset_page[T](
    rows: Iterable[T],
    number: int,
    size: int,
    *,
    beside: Cursor | None,
    key: Callable[[T], tuple[datetime, UUID]],
) -> Page[T]:
    """Of `size` rows and one more, read from the cursor on: before its end, so the other way."""
    found = list(rows)
    is_more, items = len(found) > size, found[:size]
    is_back = beside is not None and beside.is_end
    if is_back:
        items.reverse()
        number = number if is_more else 1
    elif beside is None:
        number = min(number, SHALLOW)
    ends = [str(Cursor(*key(row))) for row in (items[0], items[-1])] if items else ["", ""]
    return Page(items, number, size, is_more or is_back, after=ends[1], before=ends[0])
