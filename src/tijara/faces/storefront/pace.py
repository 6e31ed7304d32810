"""How often one buyer may press a button: far more often than a hand does."""

from uuid import UUID

from django.http import HttpRequest

from tijara.platform.limits import Limit, RateLimited, take
from tijara.ui.pace import network_of

PICKING = Limit("storefront.picking", at_once=60, each_minute=120)
CONFIRMING = Limit("storefront.confirming", at_once=20, each_minute=20)
CANCELLING = Limit("storefront.cancelling", at_once=10, each_minute=10)
SHOWING = Limit("storefront.showing", at_once=20, each_minute=10)
CODES = Limit("storefront.codes", at_once=20, each_minute=20)
PAYING = Limit("storefront.paying", at_once=20, each_minute=20)
RETURNING = Limit("storefront.returning", at_once=10, each_minute=10)
REVIEWING = Limit("storefront.reviewing", at_once=20, each_minute=6)
VOTING = Limit("storefront.voting", at_once=20, each_minute=6)
ASKING = Limit("storefront.asking", at_once=6, each_minute=3)
"""Of one network: who asks for cash again need not be known."""
REPORTING = Limit("storefront.reporting", at_once=6, each_minute=2)
"""Of one network: whoever reports a product need not be known either."""
AWAITING = Limit("storefront.awaiting", at_once=20, each_minute=6)
"""Of one network: a guest leaves an address, which may be anybody's."""
UPLOADING = Limit("storefront.uploading", at_once=6, each_minute=6)

REDEEMING = Limit("storefront.redeeming", at_once=10, each_minute=1 / 6)
GUESSING = Limit("storefront.guessing", at_once=30, each_minute=1)
"""Codes of gift cards, of one buyer and of one network: ten an hour, and many behind an address."""
JOINING = Limit("storefront.joining", at_once=120, each_minute=120)
"""Places in a flash sale, of one network: many people stand behind one address of a carrier."""
HOLDING = Limit("storefront.holding", at_once=20, each_minute=10)
"""Of one network, whoever asks: a robot with ever new carts could tie a shop's stock up."""


def pace(limit: Limit, buyer_id: UUID) -> None:
    """Once more, or RateLimited, which becomes a page that says how long to wait."""
    take(limit, buyer_id.hex)


def pace_of_network(limit: Limit, request: HttpRequest) -> None:
    """The same for whoever asks from there."""
    take(limit, network_of(request.META.get("REMOTE_ADDR", "")))


def may_hold(request: HttpRequest) -> bool:
    """Whether units are kept for this visitor; where not, his form goes on without."""
    try:
        take(HOLDING, network_of(request.META.get("REMOTE_ADDR", "")))
    except RateLimited:
        return False
    return True
