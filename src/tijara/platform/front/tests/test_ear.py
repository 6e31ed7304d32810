"""What is promised of what the front hears: words and marks, no robots, nothing for ever."""

import pytest

from tijara.platform.front import ear
from tijara.platform.front.asked import tidy_query

PHONE = [(b"user-agent", b"Mozilla/5.0 (Linux; Android 14)")]


@pytest.fixture(autouse=True)
def silence():
    ear.taken()
    yield
    ear.taken()


def test_a_visitor_is_the_same_mark_and_no_address():
    for address in ("192.0.2.1", "192.0.2.1", "192.0.2.2"):
        ear.hear("/search", "q=دلة".encode(), address, PHONE)
    one, same, other = ear.taken()
    assert one == same and one.mark != other.mark and one.query == "q=دلة"
    assert "192" not in str(one) and ear.taken() == []


@pytest.mark.parametrize(
    ("query", "headers"),
    [
        (b"", PHONE),
        (b"page=2", PHONE),
        (b"q=" + b"x" * 2000, PHONE),
        (b"q=x", [(b"user-agent", b"Googlebot/2.1")]),
        (b"q=x", [*PHONE, (b"sec-purpose", b"prefetch;prerender")]),
    ],
)
def test_what_asks_for_nothing_robots_and_looks_ahead_are_not_heard(query, headers):
    ear.hear("/search", query, "192.0.2.1", headers)
    assert ear.taken() == []


def test_more_than_it_holds_pushes_the_oldest_out():
    for number in range(ear.MOST + 5):
        ear.hear("/search", b"q=%d" % number, "192.0.2.1", PHONE)
    told = ear.taken()
    assert len(told) == ear.MOST and told[0].query == "q=5"


def test_the_words_after_which_a_page_was_opened_make_it_no_other_page():
    assert tidy_query("of=دلة~x&shop=nahhas".encode()) == b"shop=nahhas"
