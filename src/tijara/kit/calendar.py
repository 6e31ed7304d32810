"""Days on which people work."""

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
