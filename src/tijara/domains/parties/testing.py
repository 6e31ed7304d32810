"""Makers for tests."""

from uuid import UUID

from tijara.domains.markets.shapes import MarketPolicy
from tijara.domains.markets.testing import make_market
from tijara.kit.actor import SYSTEM, Actor, ActorKind
from tijara.kit.powers import BUYER_POWERS, SELLER_POWERS

from .actions import open_seller
from .shapes import RegisteredAddress

REGISTERED = RegisteredAddress(
    "3242", "شارع العليا", "العليا", "الرياض", postcode="12211", extra="7713"
)


def make_seller(market: MarketPolicy | None = None, **terms) -> UUID:
    """A seller's id; of the Saudi market, if none is given."""
    market = market or make_market()
    return open_seller(
        actor=SYSTEM, **({"market_id": market.id, "legal_name": "مؤسسة بيت النحّاس"} | terms)
    )


def seller_actor(seller_id: UUID, person_id: UUID | None = None) -> Actor:
    """Someone who works for the seller."""
    return Actor(ActorKind.SELLER, person_id, seller_id, SELLER_POWERS)


def buyer_actor(buyer_id: UUID, person_id: UUID | None = None) -> Actor:
    return Actor(ActorKind.BUYER, person_id, buyer_id, BUYER_POWERS)
