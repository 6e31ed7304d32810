"""Until when a buyer is protected."""

from datetime import datetime, time, timedelta
from zoneinfo import ZoneInfo

from tijara.kit.calendar import WorkingDays


def protected_until(
    performed_at: datetime, days: int, working: WorkingDays, zone: ZoneInfo
) -> datetime:
    """The end of the last of so many working days after the day of the delivery, where the market
    is. Of no days: at once."""
    if not days:
        return performed_at
    last = working.after(performed_at.astimezone(zone).date(), days)
    return datetime.combine(last + timedelta(days=1), time(), zone)
