"""Until when a buyer is protected, and a side of a dispute may think."""

from datetime import datetime, time, timedelta
from zoneinfo import ZoneInfo

from tijara.kit.calendar import WorkingDays


def protected_until(
    performed_at: datetime, days: int, working: WorkingDays, zone: ZoneInfo
) -> datetime:
    """Of no days: at once."""
    return end_of_days(performed_at, days, working, zone) if days else performed_at


def end_of_days(start: datetime, days: int, working: WorkingDays, zone: ZoneInfo) -> datetime:
    """The end of the last of so many working days after that of `start`, where the market is."""
    last = working.after(start.astimezone(zone).date(), days)
    return datetime.combine(last + timedelta(days=1), time(), zone)
