"""Safety nets look at little in each hour, and at everything in time."""

from datetime import UTC, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from tijara.kit.rounds import RECENT, WEEK, WEEKS, spans_of_hour

moments = st.integers(0, 14 * 365 * 86400).map(
    lambda seconds: datetime(2026, 1, 1, tzinfo=UTC) + timedelta(seconds=seconds)
)


@given(moments)
def test_an_hour_looks_at_the_last_weeks_and_one_more(at):
    recent, past = spans_of_hour(at)
    assert recent[0] == at - RECENT and recent[1] > at
    assert past[1] - past[0] == WEEK and past[1] <= recent[0]


@given(moments, st.integers(0, int(RECENT.total_seconds()) + (WEEKS * 7 - 23) * 86400))
def test_all_of_ten_years_is_looked_at_in_22_days(at, seconds_ago):
    happened = at - timedelta(seconds=seconds_ago)
    hours = (at + timedelta(hours=hour) for hour in range(22 * 24 + 1))
    assert any(since <= happened < until for hour in hours for since, until in spans_of_hour(hour))
