"""Count anew how many products of each facet's values stand where something has changed."""

import json
from datetime import datetime, timedelta
from uuid import UUID

from django.db.models import DateTimeField, ExpressionWrapper, F, Q, QuerySet, Value
from django.db.models.functions import Greatest

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
REST_OF_EACH = timedelta(milliseconds=0.4)
"""Longer by so much for each of its goods: a million are counted every seven minutes at most."""
LEASE = timedelta(minutes=5)
"""A count that hasn't ended by then has died: the next worker begins it anew."""


@action(power=Power.SYSTEM, atomic=False)
def recount_shelves(*, actor: Actor, limit: int = 20) -> int:
    """How many places; those never counted first. Outside any transaction: whoever lays goods in
    marks a place as changed meanwhile, and waits for nobody."""
    due = _due(now()).order_by("counted_at")
    places = list(due.values_list("market_id", "place")[:limit])
    return sum(_recount(market_id, place) for market_id, place in places)


def _due(moment: datetime) -> QuerySet[ShelfCount]:
    """Changed, rested and in nobody's hands; or in the hands of somebody who has died."""
    rested = ExpressionWrapper(
        F("counted_at") + REST + Greatest(F("total"), 0) * Value(REST_OF_EACH),
        output_field=DateTimeField(),
    )
    is_free = Q(is_stale=True, taken_at=None, rested__lt=moment)
    found = ShelfCount.objects.annotate(rested=rested)
    return found.filter(is_free | Q(taken_at__lt=moment - LEASE))


def _recount(market_id: UUID, place: str) -> int:
    """Taken by one worker alone, who gives it back with its numbers. What changes from then on
    marks it again. Whoever has lost it to another writes nothing."""
    mine = now()
    if (
        not _due(mine)
        .filter(market_id=market_id, place=place)
        .update(taken_at=mine, is_stale=False)
    ):
        return 0
    path, seller_id = place_named(place)
    wanted = wanted_of(Wish(market_id, category_path=path, seller_id=seller_id))
    counted = count_facets(wanted) if wanted else []
    total = sum(each[2] for each in counted if each[0] == "total")
    return ShelfCount.objects.filter(market_id=market_id, place=place, taken_at=mine).update(
        total=total,
        counts=json.loads(json.dumps(trimmed(counted))),
        counted_at=mine,
        taken_at=None,
    )
