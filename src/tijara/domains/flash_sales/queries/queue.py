"""A sale's queue as it stood a moment ago, and where somebody stands in it."""

from uuid import UUID

import orjson
from django.db import connection

from tijara.kit.clock import now
from tijara.kit.recent import RecentOf

from ..models import Place
from ..rules import ahead_of, may_miss, wait_of
from ..shapes import LatelyBought, PlaceState, PlaceView, Queue, SaleView, Standing

QUEUE = """
    SELECT ARRAY(SELECT position FROM flash_place
                 WHERE seller_id = %(seller)s AND sale_id = %(sale)s AND state = 'waiting'
                   AND position IS NOT NULL ORDER BY position),
           coalesce(jsonb_object_agg(state, many), '{}')::text,
           coalesce(sum(unnumbered), 0)::int, coalesce(sum(recent), 0)::int,
           coalesce(sum(called), 0)::int
    FROM (SELECT state, count(*) AS many,
                 count(*) FILTER (WHERE state = 'waiting' AND position IS NULL) AS unnumbered,
                 count(*) FILTER (WHERE bought_at > %(now)s - interval '10 seconds') AS recent,
                 count(*) FILTER (WHERE called_at > %(now)s - interval '1 minute') AS called
          FROM flash_place WHERE seller_id = %(seller)s AND sale_id = %(sale)s
          GROUP BY state) each
"""
NOBODY = Queue()


def queue_of(seller_id: UUID, sale_id: UUID) -> Queue:
    """Asked once a second by each process, however many look."""
    return _recent.get([(seller_id, sale_id)])[seller_id, sale_id]


def standing_of(sale: SaleView, place: PlaceView) -> Standing:
    queue = queue_of(sale.seller_id, sale.id)
    ahead = ahead_of(queue, place.position) if place.state is PlaceState.WAITING else None
    if ahead is None:
        return Standing(place, None, None, may_miss=False)
    wait = wait_of(sale, queue, ahead)
    return Standing(place, ahead, wait, may_miss=may_miss(sale, ahead))


def lately_bought(seller_id: UUID, sale_id: UUID, limit: int = 10) -> list[LatelyBought]:
    rows = Place.objects.filter(seller_id=seller_id, sale_id=sale_id, state=PlaceState.BOUGHT)
    told = rows.order_by("-bought_at").values_list(
        "number", "city", "item_id", "quantity", "bought_at"
    )
    return [LatelyBought(*row) for row in told[:limit]]


def forget_queues() -> None:
    _recent.forget()


def _load(keys: set[tuple[UUID, UUID]]) -> dict[tuple[UUID, UUID], Queue]:
    return {key: _queue(*key) for key in keys}


def _queue(seller_id: UUID, sale_id: UUID) -> Queue:
    with connection.cursor() as cursor:
        cursor.execute(QUEUE, {"seller": seller_id, "sale": sale_id, "now": now()})
        waiting, by_state, unnumbered, recent, called = cursor.fetchone()
    by_state = orjson.loads(by_state)
    return Queue(
        waiting=tuple(waiting),
        unnumbered=unnumbered,
        turns=by_state.get("turn", 0),
        bought=by_state.get("bought", 0),
        by_state=by_state,
        recent=recent,
        called=called,
    )


_recent = RecentOf[tuple[UUID, UUID], Queue](_load, 1.0, most=500)
