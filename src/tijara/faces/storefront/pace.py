"""How often one buyer may press a button: far more often than a hand does."""

from uuid import UUID

from tijara.platform.limits import Limit, take

PICKING = Limit("storefront.picking", at_once=60, each_minute=120)
CONFIRMING = Limit("storefront.confirming", at_once=20, each_minute=20)
CANCELLING = Limit("storefront.cancelling", at_once=10, each_minute=10)


def pace(limit: Limit, buyer_id: UUID) -> None:
    """Once more, or RateLimited, which becomes a page that says how long to wait."""
    take(limit, buyer_id.hex)
