"""Count anew how many products of each facet's values stand where something has changed."""

import json
from datetime import timedelta
from uuid import UUID

from django.db.models import DateTimeField, ExpressionWrapper, F, Value
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


@action(power=Power.SYSTEM, atomic=False)
def recount_shelves(*, actor: Actor, limit: int = 20) -> int:
    """How many places; those never counted first. Outside any transaction: whoever lays goods in
    marks a place as changed meanwhile, and waits for nobody."""
    rested = ExpressionWrapper(
        F("counted_at") + REST + Greatest(F("total"), 0) * Value(REST_OF_EACH),
        output_field=DateTimeField(),
    )
    stale = ShelfCount.objects.filter(is_stale=True).annotate(rested=rested)
    due = stale.filter(rested__lt=now()).order_by("counted_at")
    places = list(due.values_list("market_id", "place")[:limit])
    return sum(_recount(market_id, place) for market_id, place in places)


def _recount(market_id: UUID, place: str) -> int:
    """What changes from now on marks it again. Counted by whoever takes the mark away; where that
    fails it is put back."""
    row = ShelfCount.objects.filter(market_id=market_id, place=place)
    if not row.filter(is_stale=True).update(is_stale=False, counted_at=now()):
        return 0
    try:
        path, seller_id = place_named(place)
        wanted = wanted_of(Wish(market_id, category_path=path, seller_id=seller_id))
        counted = count_facets(wanted) if wanted else []
    except BaseException:
        row.update(is_stale=True)
        raise
    total = sum(each[2] for each in counted if each[0] == "total")
    row.update(total=total, counts=json.loads(json.dumps(trimmed(counted))))
    return 1
