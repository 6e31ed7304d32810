"""Days on which people work, and months that are not all as long."""

from calendar import monthrange
from collections.abc import Container
from dataclasses import dataclass
from datetime import date, timedelta


@dataclass(frozen=True, slots=True)
class WorkingDays:
    """Every day but the weekend's (ISO weekdays, Monday 1) and the holidays."""

    weekend: Container[int] = ()
    holidays: Container[date] = ()

    def __contains__(self, day: date) -> bool:
        return day.isoweekday() not in self.weekend and day not in self.holidays

    def after(self, start: date, days: int) -> date:
        """The day that is so many working days after `start`, itself not counted."""
        day = start
        while days:
            day += timedelta(days=1)
            days -= day in self
        return day

    def within(self, start: date, days: int) -> int:
        """How many working days the so many days after `start` have."""
        return sum(start + timedelta(days=one) in self for one in range(1, days + 1))


def months_after[Day: date](day: Day, months: int) -> Day:
    """So many months later, on the same day of the month or its last; a moment keeps its time."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    last = monthrange(year, month + 1)[1]
    return day.replace(year=year, month=month + 1, day=min(day.day, last))
