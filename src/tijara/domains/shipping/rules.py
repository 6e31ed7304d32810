"""Days of delivery."""

from collections.abc import Container
from datetime import date, timedelta


def working_day(start: date, days: int, weekend: Container[int]) -> date:
    """The day that is `days` working days after `start` (itself not counted)."""
    day = start
    while days:
        day += timedelta(days=1)
        if day.isoweekday() not in weekend:
            days -= 1
    return day
