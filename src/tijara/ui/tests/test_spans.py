"""Spans of days that figures are asked for."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tijara.ui.desks.spans import MOST_DAYS, read_span

TODAY = date(2026, 3, 5)
DAYS = st.dates().map(str) | st.sampled_from(["", "x", "2020-02-30", "2026-3-1", "\x00"])
SPANS = st.sampled_from(["", "7", "30", "90", "365", "month", "last-month", "own", "-1"])


def told(**given: str) -> tuple[str, str, str, str]:
    asked = read_span({name.strip("_"): said for name, said in given.items()}, TODAY)
    compared = asked.compared
    days = [asked.span.first, asked.span.last]
    days += [compared.first, compared.last] if compared else []
    return tuple(f"{day:%y-%m-%d}" for day in days)


@pytest.mark.parametrize(
    ("asked", "days"),
    [
        ({}, ("26-02-04", "26-03-05", "26-01-05", "26-02-03")),
        ({"span": "7"}, ("26-02-27", "26-03-05", "26-02-20", "26-02-26")),
        ({"span": "month"}, ("26-03-01", "26-03-05", "26-02-24", "26-02-28")),
        ({"span": "last-month"}, ("26-02-01", "26-02-28", "26-01-04", "26-01-31")),
        ({"span": "7", "against": "year"}, ("26-02-27", "26-03-05", "25-02-28", "25-03-06")),
        ({"span": "7", "against": "nothing"}, ("26-02-27", "26-03-05")),
        (
            {"from_": "2026-03-02", "to": "2026-03-01"},
            ("26-03-01", "26-03-02", "26-02-27", "26-02-28"),
        ),
        (
            {"from_": "2026-03-01", "to": "2099-01-01"},
            ("26-03-01", "26-03-05", "26-02-24", "26-02-28"),
        ),
    ],
)
def test_a_span_and_what_it_is_compared_with(asked, days):
    assert told(**asked) == days


@given(first=DAYS, last=DAYS, span=SPANS, against=st.sampled_from(["", "x", "before", "year"]))
def test_whatever_is_asked_is_a_span_up_to_today_beside_one_of_its_length(
    first, last, span, against
):
    asked = read_span({"from": first, "to": last, "span": span, "against": against}, TODAY)
    assert asked.span.first <= asked.span.last <= TODAY and asked.span.number <= MOST_DAYS
    assert asked.compared and asked.compared.number == asked.span.number
    for size in (1, 7):
        parts = asked.span.parts(size)
        assert sum(part.number for part in parts) == asked.span.number
        assert parts[0].first == asked.span.first and parts[-1].last == asked.span.last
        assert all(
            later.first - part.last == timedelta(days=1)
            for part, later in zip(parts, parts[1:], strict=False)
        )
