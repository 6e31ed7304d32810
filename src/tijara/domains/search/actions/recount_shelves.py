"""Count anew how many products of each facet's values stand where something has changed."""

import json
from datetime import timedelta

from django.db import transaction

from tijara.kit.actor import Actor
from tijara.kit.clock import now
from tijara.kit.powers import Power
from tijara.platform.action import action

from ..models import ShelfCount
from ..queries import count_facets, trimmed, wanted_of
from ..rules import place_named
from ..shapes import Wish

REST = timedelta(seconds=20)
"""No place is counted more often, however often something changes there."""


@action(power=Power.SYSTEM, atomic=False)
def recount_shelves(*, actor: Actor, limit: int = 20) -> int:
    """How many places; each in a transaction of its own, those never counted first."""
    stale = ShelfCount.objects.filter(is_stale=True, counted_at__lt=now() - REST)
    places = list(stale.order_by("counted_at").values_list("market_id", "place")[:limit])
    for market_id, place in places:
        _recount(market_id, place)
    return len(places)


@transaction.atomic
def _recount(market_id, place: str) -> None:
    """What changes meanwhile waits for this commit, and then marks the place as stale again."""
    row = ShelfCount.objects.filter(market_id=market_id, place=place)
    row.update(is_stale=False, counted_at=now())
    path, seller_id = place_named(place)
    wanted = wanted_of(Wish(market_id, category_path=path, seller_id=seller_id))
    counted = count_facets(wanted) if wanted else []
    total = sum(each[2] for each in counted if each[0] == "total")
    row.update(total=total, counts=json.loads(json.dumps(trimmed(counted))))
