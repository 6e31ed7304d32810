"""What a seller's delivery costs in a market, and when it comes."""

from datetime import date

from tijara.domains.markets.queries import country_profile
from tijara.domains.markets.shapes import MarketPolicy
from tijara.kit.money import Money

from .rules import working_day
from .shapes import DeliveryQuote

TRANSIT_DAYS = (1, 3)
"""Working days on the road: the quickest and the slowest."""


def delivery_quote(
    market: MarketPolicy, items: Money, *, handling_days: int, on: date
) -> DeliveryQuote:
    """For one seller's parcel of goods worth `items`, ordered on the day `on` (local)."""
    threshold = market.free_delivery_from_minor
    is_free = threshold is not None and items.minor >= threshold
    weekend = country_profile(market.country).weekend or ()
    soonest, latest = (working_day(on, handling_days + days, weekend) for days in TRANSIT_DAYS)
    return DeliveryQuote(
        price=Money(0 if is_free else market.delivery_minor, market.currency),
        earliest=soonest,
        latest=latest,
        free_from=None if threshold is None else Money(threshold, market.currency),
    )
