"""When a side's time is over, by the calendar of the market."""

from datetime import date, datetime
from uuid import UUID

from tijara.domains.markets.queries import market_by_id, working_days, zone_of
from tijara.domains.parties.queries import markets_of
from tijara.kit.calendar import WorkingDays
from tijara.kit.clock import now

from ..rules.days import end_of_day


def after_days(seller_id: UUID, days: int) -> datetime:
    """The end of the last of so many days."""
    return end_of_day(now(), days, zone_of(_country(seller_id)))


def after_working_days(seller_id: UUID, days: int) -> datetime:
    country = _country(seller_id)
    return end_of_day(now(), days, zone_of(country), working_days(country))


def pickup_days(seller_id: UUID) -> tuple[date, WorkingDays]:
    """(today where the market is, its working days)."""
    country = _country(seller_id)
    return now().astimezone(zone_of(country)).date(), working_days(country)


def _country(seller_id: UUID) -> str:
    return market_by_id(markets_of([seller_id])[seller_id]).country
