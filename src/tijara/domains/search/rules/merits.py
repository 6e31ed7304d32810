"""What counts of a product beside its words: each changes its worth by a share."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from math import log1p, log2, prod

SOLD = 0.05
NEW, NEW_FOR_DAYS = 0.06, 30.0
CHEAP, MOST_TIMES = 0.03, 2.0
SERVED = 0.3
RATED, USUAL_STARS, UNRATED = 0.06, 4.0, 5.0
"""A product is taken to have so many reviews of the usual stars before it has any."""
SOLD_OUT = 0.15
USUAL_SERVICE = 0.95
SERVICE_FADES_DAYS = 90
"""After these an order counts for half in how its seller serves."""
UNHEARD = 20.0
"""A shop is taken to have served so many orders in the usual way before it was known."""


class Merit(StrEnum):
    SOLD = "sold"
    NEW = "new"
    PRICE = "price"
    SERVICE = "service"
    RATING = "rating"


@dataclass(frozen=True, slots=True)
class Standing:
    """`sold`: recent sales. `days`: how long it has been there; None: not looked at. `times`: its
    price in prices of the middle one among what was found. `service`: the share of its seller's
    orders that he served. `stars`: the sum of its `reviews`."""

    in_stock: bool
    sold: float
    days: float | None = None
    times: float = 1.0
    service: float = USUAL_SERVICE
    stars: int = 0
    reviews: int = 0


def merits(standing: Standing) -> dict[Merit, float]:
    """Shares, those that are nothing left out."""
    told = {
        Merit.SOLD: SOLD * log1p(standing.sold),
        Merit.NEW: 0.0 if standing.days is None else NEW * 0.5 ** (standing.days / NEW_FOR_DAYS),
        Merit.PRICE: -CHEAP * max(-1.0, min(log2(standing.times) / log2(MOST_TIMES), 1.0)),
        Merit.SERVICE: SERVED * (standing.service - USUAL_SERVICE),
        Merit.RATING: RATED * (_stars_of(standing) - USUAL_STARS),
    }
    return {merit: share for merit, share in told.items() if share}


def _stars_of(standing: Standing) -> float:
    """Its average, nearer to the usual the fewer have said so."""
    return (standing.stars + USUAL_STARS * UNRATED) / (standing.reviews + UNRATED)


def lift_of(told: Mapping[Merit, float], *, in_stock: bool) -> float:
    """What the words' worth is multiplied by."""
    return prod(1 + share for share in told.values()) * (1 if in_stock else 1 - SOLD_OUT)


def service_of(served: float, failed: float) -> float:
    """Of orders that a seller served, and that he called off or lost a complaint about; of a shop
    that nobody has heard of, the usual."""
    return (served + USUAL_SERVICE * UNHEARD) / (served + failed + UNHEARD)
