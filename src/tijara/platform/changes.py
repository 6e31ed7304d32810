"""Tell every web process at once that something changed which pages show.

A tag is a word without spaces that pages carry: the id of a product or a variant, the place on a
market's shelves. PostgreSQL tells of it when, and only if, the change is committed.
"""

from collections.abc import Iterable

from django.db import connection

CHANNEL = "tijara_pages"
EVERYTHING = "*"
"""The tag of all pages: a market, a shop, a department, the terms of delivery have changed."""
LONGEST = 7900
"""Bytes in one telling: PostgreSQL takes 8,000."""
MOST = 2000
"""Whoever changes more than that has changed everything."""
TELL = "SELECT pg_notify(%s, told) FROM unnest(%s::text[]) AS told"


def tell(tags: Iterable[object]) -> None:
    """One statement, whatever the number of tags."""
    told = sorted({str(tag) for tag in tags})
    if not told:
        return
    if len(told) > MOST or EVERYTHING in told:
        told = [EVERYTHING]
    with connection.cursor() as cursor:
        cursor.execute(TELL, [CHANNEL, list(_in_tellings(told))])


def tell_everything() -> None:
    tell([EVERYTHING])


def _in_tellings(tags: list[str]) -> Iterable[str]:
    telling: list[str] = []
    size = 0
    for tag in tags:
        length = len(tag.encode()) + 1
        if telling and size + length > LONGEST:
            yield " ".join(telling)
            telling, size = [], 0
        telling.append(tag)
        size += length
    yield " ".join(telling)
