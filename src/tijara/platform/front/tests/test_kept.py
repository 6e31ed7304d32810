"""What is kept: bounded, forgotten by what it shows, and never from before a change."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tijara.platform.changes import EVERYTHING
from tijara.platform.front import kept
from tijara.platform.front.kept import FRESH, GRACE, MOST_FORMS, OLD, REST, KeptPages, Page, Ready

SIZE = 1000


@pytest.fixture
def clock(monkeypatch):
    """A clock that stands until it is set."""
    moment = [1000.0]
    monkeypatch.setattr(kept.time, "monotonic", lambda: moment[0])
    return moment


def page(began: float, *tags: str, size: int = SIZE) -> Page:
    return Page([], [b"x" * size], None, frozenset(tags), began)


def test_a_change_reaches_the_pages_that_show_it(clock):
    pages = KeptPages(10**6)
    pages.put("a", page(999.0, "one", "two"))
    pages.put("b", page(999.0, "three"))
    pages.change(["two", "unknown"])
    assert pages.get("a").changed_at == 1000.0 and pages.get("b").changed_at is None
    pages.change([EVERYTHING])
    assert pages.get("b").changed_at == 1000.0


def test_a_page_whose_drawing_began_before_a_change_is_not_believed(clock):
    pages = KeptPages(10**6)
    for moment, tags in ((1000.0, ["one"]), (1001.0, ["one"]), (1002.0, [EVERYTHING])):
        clock[0] = moment
        pages.change(tags)
    for began, changed in ((999.0, 1000.0), (1000.5, 1001.0), (1001.5, 1002.0), (1002.5, None)):
        pages.put("a", page(began, "one"))
        assert pages.get("a").changed_at == changed
    pages.put("b", page(1000.5, "two"))
    assert pages.get("b").changed_at == 1002.0


def test_what_happened_before_memory_begins_counts_as_a_change(clock, monkeypatch):
    monkeypatch.setattr(kept, "MOST_REMEMBERED", 3)
    pages = KeptPages(10**6)
    for moment in range(1000, 1010):
        clock[0] = float(moment)
        pages.change(["other"])
    pages.put("a", page(1003.0, "one"))
    pages.put("b", page(1009.5, "one"))
    assert pages.get("a").changed_at is not None and pages.get("b").changed_at is None


def test_after_a_change_it_is_shown_for_a_moment_only():
    one = page(1000.0)
    assert one.may_be_shown(1000.0 + OLD) and not one.may_be_shown(1000.1 + OLD)
    assert one.should_be_redrawn(1000.1 + FRESH) and not one.should_be_redrawn(1000.0 + FRESH)
    one.changed_at = 1005.0
    assert one.may_be_shown(1005.0 + GRACE - 0.01) and not one.may_be_shown(1005.01 + GRACE)
    assert one.should_be_redrawn(1000.01 + REST)
    assert GRACE < 0.5


@given(
    st.lists(st.tuples(st.integers(0, 12), st.integers(1, 4000), st.sets(st.sampled_from("abc"))))
)
def test_it_never_holds_more_than_it_may(given_pages):
    pages = KeptPages(12_000)
    for key, size, tags in given_pages:
        pages.put(key, page(0.0, *tags, size=size))
        assert pages.bytes <= 12_000
        assert pages.bytes == sum(one.size for one in pages._pages.values())
        standing = {tag for one in pages._pages.values() for tag in one.tags}
        assert pages._keys.keys() == standing


def test_who_was_asked_for_longest_ago_goes_first():
    pages = KeptPages(3 * (SIZE + kept.OVERHEAD))
    for key in "abc":
        pages.put(key, page(0.0))
    pages.get("a")
    pages.put("d", page(0.0))
    assert [key for key in "abcd" if pages.get(key)] == ["a", "c", "d"]


def test_one_reader_too_many_takes_the_oldest_form_alone():
    pages, one = KeptPages(10**6), page(0.0)
    pages.put("a", one)
    for reader in range(MOST_FORMS + 1):
        pages.add_form("a", one, ("br", reader), Ready([], b"x", b""))
    assert [reader for _, reader in one.forms] == list(range(1, MOST_FORMS + 1))
    assert pages.bytes == one.size
