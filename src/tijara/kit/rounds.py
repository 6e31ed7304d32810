"""What a safety net of every hour looks through, however long the history is."""

from datetime import UTC, datetime, timedelta

RECENT = timedelta(weeks=3)
WEEK = timedelta(weeks=1)
WEEKS = 520
ALWAYS = datetime(2000, 1, 1, tzinfo=UTC), datetime(3000, 1, 1, tzinfo=UTC)

Span = tuple[datetime, datetime]
"""From the first moment to the second, which is not in it."""


def spans_of_hour(at: datetime) -> tuple[Span, Span]:
    """The last three weeks, and one week of the ten years before: another one each hour, so that
    all of them have been looked through after 22 days. What comes tomorrow is in the first."""
    ends = at - RECENT - WEEK * (int(at.timestamp()) // 3600 % WEEKS)
    return (at - RECENT, at + timedelta(days=1)), (ends - WEEK, ends)
