"""When a side's time is over, by the calendar of the market."""

from datetime import datetime
from uuid import UUID
from zoneinfo import ZoneInfo

from tijara.domains.markets.queries import country_profile, market_by_id
from tijara.domains.parties.queries import markets_of
from tijara.kit.clock import now

from ..rules.days import end_of_day


def after_days(seller_id: UUID, days: int) -> datetime:
    """The end of the last of so many days."""
    return _after(seller_id, days, working=False)


def after_working_days(seller_id: UUID, days: int) -> datetime:
    return _after(seller_id, days, working=True)


def _after(seller_id: UUID, days: int, *, working: bool) -> datetime:
    country = country_profile(market_by_id(markets_of([seller_id])[seller_id]).country)
    weekend = (country.weekend or ()) if working else None
    return end_of_day(now(), days, ZoneInfo(country.time_zone), weekend)
