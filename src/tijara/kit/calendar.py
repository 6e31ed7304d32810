"""Days on which people work."""

from collections.abc import Container
from datetime import date, timedelta


def working_day(
    start: date, days: int, weekend: Container[int], holidays: Container[date] = ()
) -> date:
    """The day that is `days` working days after `start` (itself not counted). `weekend` holds ISO
    weekdays, Monday 1."""
    day = start
    while days:
        day += timedelta(days=1)
        if day.isoweekday() not in weekend and day not in holidays:
            days -= 1
    return day
