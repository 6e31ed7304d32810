"""Months, and which of them a span of days has whole."""

from dataclasses import dataclass
from datetime import date, timedelta

EVER = date(2000, 1, 1)
"""No entry is earlier."""


@dataclass(frozen=True, slots=True)
class Cut:
    """A span of days as whole months (`first` to before `after`) and the days beside them: from
    `since` to before `head`, and from `tail` to before `until`."""

    since: date
    head: date
    first: date
    after: date
    tail: date
    until: date


def month_of(day: date) -> date:
    return day.replace(day=1)


def next_month(month: date) -> date:
    return date(month.year + month.month // 12, month.month % 12 + 1, 1)


def last_day(month: date) -> date:
    return next_month(month) - timedelta(days=1)


def cut(since: date, until: date) -> Cut:
    """`until` does not belong to it."""
    first = since if since.day == 1 else next_month(month_of(since))
    after = month_of(until)
    if first >= after:
        return Cut(since, max(since, until), since, since, until, until)
    return Cut(since, first, first, after, after, until)


def booked_on(happened_on: date, open_from: date | None) -> date:
    """A closed month takes nothing more: what comes late stands on the first open day."""
    return happened_on if open_from is None else max(happened_on, open_from)
