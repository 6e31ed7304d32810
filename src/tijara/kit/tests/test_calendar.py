from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as some

from tijara.kit.calendar import WorkingDays

WEEKEND = (5, 6)
DAYS = some.dates(date(2026, 1, 1), date(2030, 1, 1))


def test_the_weekend_and_holidays_are_not_counted():
    thursday = date(2026, 11, 26)
    assert WorkingDays(WEEKEND).after(thursday, 1) == date(2026, 11, 29)
    assert WorkingDays(WEEKEND, {date(2026, 11, 29)}).after(thursday, 1) == date(2026, 11, 30)
    assert WorkingDays(WEEKEND).after(thursday, 0) == thursday


@given(DAYS, some.integers(1, 40), some.sets(some.integers(0, 60), max_size=10))
def test_so_many_working_days_lie_between(start, days, free):
    holidays = {start + timedelta(days=day) for day in free}
    end = WorkingDays(WEEKEND, holidays).after(start, days)
    between = [start + timedelta(days=day) for day in range(1, (end - start).days + 1)]
    worked = [day for day in between if day.isoweekday() not in WEEKEND and day not in holidays]
    assert len(worked) == days
    assert worked[-1] == end
