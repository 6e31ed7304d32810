"""Where and when this storefront sells: its market, and the day on that market's wall."""

from datetime import date
from functools import cache
from zoneinfo import ZoneInfo

from django.http import Http404

from tijara.domains.markets.queries import country_profile, markets
from tijara.domains.markets.shapes import MarketPolicy
from tijara.kit.clock import now


def here() -> MarketPolicy:
    """One storefront, one market: the first that was opened."""
    opened = markets()
    if not opened:
        raise Http404("no market is open yet")
    return opened[0]


def zone() -> ZoneInfo:
    return _zone_of(here().country)


def today() -> date:
    return now().astimezone(zone()).date()


@cache
def _zone_of(country: str) -> ZoneInfo:
    return ZoneInfo(country_profile(country).time_zone)
