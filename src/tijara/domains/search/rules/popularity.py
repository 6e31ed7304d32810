"""Popularity that fades by itself: a sale counts for half as much after some weeks.

What is stored grows with time instead of being shrunk by a nightly job: a sale of today weighs
twice as much as one of HALF_LIFE_DAYS ago did, and the logarithm of the sum is kept. The order of
products is that of fading sums at every moment, and nobody has to touch what isn't sold
(forward decay: Cormode and others, 2009).
"""

from datetime import UTC, datetime
from math import log2

HALF_LIFE_DAYS = 60
DOUBLED = 1_000_000
"""Added where the sum doubles: fine enough for three million sales within a half-life."""
_BEGAN = datetime(2020, 1, 1, tzinfo=UTC)
_DAY_SECONDS = 86_400


def weight_of(moment: datetime) -> int:
    """What one sale at this moment leaves where there was none before."""
    days = (moment - _BEGAN).total_seconds() / _DAY_SECONDS
    return round(DOUBLED * days / HALF_LIFE_DAYS)


def popularity_of(sales: int, moment: datetime) -> int:
    """Of so many sales in this moment. 0: nothing was sold."""
    return weight_of(moment) + round(DOUBLED * log2(sales)) if sales else 0


def recent_sales(popularity: int, weight: int) -> float:
    """How many sales of the moment with this `weight` its popularity is worth."""
    return 2.0 ** ((popularity - weight) / DOUBLED) if popularity else 0.0
