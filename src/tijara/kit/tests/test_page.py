"""A page by keyset says where the next one begins and where the one before it ends."""

from datetime import UTC, datetime, timedelta
from uuid import UUID

import pytest

from ..page import SHALLOW, Cursor, keyset_page, read_cursor, start_of

START = datetime(2026, 3, 1, 10, 20, 30, 456789, tzinfo=UTC)
ROWS = [(START - timedelta(minutes=place // 2), UUID(int=900 - place)) for place in range(25)]
"""The newest first, two of each moment."""


def asked(size, number=1, beside=None):
    """What a statement gives: `size` rows and one more, from the cursor on."""
    rows = ROWS
    if beside and beside.is_end:
        rows = [row for row in reversed(ROWS) if row > (beside.at, beside.id)]
    elif beside:
        rows = [row for row in ROWS if row < (beside.at, beside.id)]
    return keyset_page(rows[: size + 1], number, size, beside=beside, key=lambda row: row)


def test_from_page_to_page_and_back_each_row_comes_once():
    pages, page = [], asked(7)
    while True:
        pages.append(page)
        if not page.has_next:
            break
        page = asked(7, page.number + 1, read_cursor(page.after))
    assert [row for page in pages for row in page.items] == ROWS
    assert [page.number for page in pages] == [1, 2, 3, 4]
    for earlier in reversed(pages[:-1]):
        page = asked(7, page.number - 1, read_cursor(page.before, is_end=True))
        assert (page.items, page.number, page.has_next) == (earlier.items, earlier.number, True)


def test_who_goes_back_to_the_beginning_is_on_the_first_page():
    page = asked(7, 9, Cursor(*ROWS[5], is_end=True))
    assert (page.items, page.number) == (ROWS[:5], 1)


@pytest.mark.parametrize(
    "text", ["", "-", "12", "x-y", "12-12", f"{'9' * 30}-{UUID(int=1).hex}", "１-" + "0" * 40]
)
def test_what_no_page_has_written_is_no_cursor(text):
    assert read_cursor(text) is None


def test_without_a_cursor_a_number_leads_only_so_deep():
    assert start_of(3, 30, None) == 60
    assert start_of(10_000, 30, None) == (SHALLOW - 1) * 30
    assert start_of(10_000, 30, Cursor(*ROWS[0])) == 0
    assert asked(7, 10_000).number == SHALLOW


def test_an_empty_page_leads_nowhere():
    page = keyset_page([], 1, 30, beside=None, key=lambda row: row)
    assert (page.after, page.before, page.has_next) == ("", "", False)
