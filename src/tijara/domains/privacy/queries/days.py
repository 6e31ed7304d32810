"""Days as their reader counts them."""

from datetime import UTC, date, datetime
from uuid import UUID

from tijara.domains.markets.queries import site_market, zone_of


def day_of(moment: datetime, market_id: UUID | None) -> date:
    """Where the market is from which he asked, or the site's."""
    market = site_market(market_id)
    return moment.astimezone(zone_of(market.country) if market else UTC).date()
