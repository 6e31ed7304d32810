"""A sale's queue as it stood a moment ago, and where somebody stands in it."""

import time
from collections.abc import Iterable
from uuid import UUID

from django.db import connection

from tijara.kit.clock import now
from tijara.kit.recent import RecentOf

from ..models import Place
from ..rules import before_of, may_miss, wait_of
from ..shapes import LatelyBought, Line, PlaceState, PlaceView, Queue, SaleView, Standing

COUNTS = """
    SELECT state, item_id, count(*), count(*) FILTER (WHERE state = 'waiting' AND position IS NULL),
           count(*) FILTER (WHERE bought_at > %(now)s - interval '10 seconds'),
           count(*) FILTER (WHERE called_at > %(now)s - interval '1 minute')
    FROM flash_place WHERE seller_id = %(seller)s AND sale_id = %(sale)s
    GROUP BY state, item_id
"""
MARKS = """
    SELECT item_id, position, people, units, quantity FROM (
        SELECT item_id, position, quantity, row_number() OVER line AS people,
               sum(quantity) OVER line AS units, lead(position) OVER line IS NULL AS is_last
        FROM flash_place
        WHERE seller_id = %(seller)s AND sale_id = %(sale)s AND state = 'waiting'
          AND position IS NOT NULL
        WINDOW line AS (PARTITION BY item_id ORDER BY position)) each
    WHERE people <= %(near)s OR people %% %(step)s = 0 OR is_last
    ORDER BY item_id, position
"""
LIMITED = """
    SELECT p.id FROM flash_place p
    JOIN flash_sale s ON s.seller_id = p.seller_id AND s.id = p.sale_id
    JOIN flash_share h ON h.seller_id = p.seller_id AND h.sale_id = p.sale_id
     AND (h.key = p.phone_key OR h.key = p.address_key)
    WHERE p.seller_id = %(seller)s AND p.id = ANY (%(places)s) AND p.state = 'waiting'
      AND p.is_ready AND h.units + p.quantity > least(h.most,
          CASE WHEN p.person_id IS NULL AND h.key = p.phone_key THEN s.per_person
          ELSE s.per_household END)
"""
NEAR, STEP = 200, 100
"""So many at the front of each line have a mark of their own; behind them each hundredth."""
SHARE, LONGEST = 50, 15.0
"""A look that took a fiftieth of a second is good for one; whoever waits far looks so seldom."""
NOBODY, NO_LINE = Queue(), Line()


def queue_of(seller_id: UUID, sale_id: UUID) -> Queue:
    """Asked once a second by each process, however many look; less often where many wait."""
    return _recent.get([(seller_id, sale_id)])[seller_id, sale_id]


def standing_of(sale: SaleView, place: PlaceView) -> Standing:
    item = next((one for one in sale.items if one.id == place.item_id), None)
    if place.state is not PlaceState.WAITING or place.position is None or item is None:
        return Standing(place)
    line = queue_of(sale.seller_id, sale.id).lines.get(place.item_id, NO_LINE)
    ahead, wanted = before_of(line, place.position)
    return Standing(
        place,
        ahead,
        wait_of(sale, line, ahead),
        may_miss=may_miss(item.free, wanted, place.quantity),
        is_sold_out=item.free < place.quantity,
    )


def limited_places(seller_id: UUID, place_ids: Iterable[UUID]) -> set[UUID]:
    """Of these, whose household has bought so much that no turn comes to them any more."""
    with connection.cursor() as cursor:
        cursor.execute(LIMITED, {"seller": seller_id, "places": list(place_ids)})
        return {id for (id,) in cursor.fetchall()}


def lately_bought(seller_id: UUID, sale_id: UUID, limit: int = 10) -> list[LatelyBought]:
    rows = Place.objects.filter(seller_id=seller_id, sale_id=sale_id, state=PlaceState.BOUGHT)
    told = rows.order_by("-bought_at").values_list(
        "number", "city", "item_id", "quantity", "bought_at"
    )
    return [LatelyBought(*row) for row in told[:limit]]


def forget_queues() -> None:
    _recent.forget()
    _kept.clear()


def _load(keys: set[tuple[UUID, UUID]]) -> dict[tuple[UUID, UUID], Queue]:
    return {key: _kept_queue(key) for key in keys}


def _kept_queue(key: tuple[UUID, UUID]) -> Queue:
    """A long queue is counted so seldom that counting it takes a fiftieth of the time."""
    before, began = _kept.get(key), time.monotonic()
    if before is not None and began < before[0]:
        return before[1]
    queue = _queue(*key)
    took = time.monotonic() - began
    if len(_kept) >= MOST:
        _kept.clear()
    _kept[key] = (began + min(SHARE * took, LONGEST), queue)
    return queue


def _queue(seller_id: UUID, sale_id: UUID) -> Queue:
    given = {"seller": seller_id, "sale": sale_id, "now": now(), "near": NEAR, "step": STEP}
    with connection.cursor() as cursor:
        cursor.execute(COUNTS, given)
        counted = cursor.fetchall()
        waits = any(row[0] == PlaceState.WAITING for row in counted)
        if waits:
            cursor.execute(MARKS, given)
        marked = cursor.fetchall() if waits else []
    by_state: dict[str, int] = {}
    for state, _item, many, *_rest in counted:
        by_state[state] = by_state.get(state, 0) + many
    unnumbered = sum(row[3] for row in counted)
    return Queue(
        waiting=by_state.get("waiting", 0) - unnumbered,
        lines=_lines(counted, marked),
        unnumbered=unnumbered,
        turns=by_state.get("turn", 0),
        bought=by_state.get("bought", 0),
        by_state=by_state,
        recent=sum(row[4] for row in counted),
    )


def _lines(counted: list[tuple], marked: list[tuple]) -> dict[UUID, Line]:
    marks: dict[UUID, list[tuple[int, int, int, int]]] = {}
    for item_id, position, people, units, quantity in marked:
        marks.setdefault(item_id, []).append((position, people, int(units), quantity))
    called: dict[UUID, int] = {}
    for row in counted:
        called[row[1]] = called.get(row[1], 0) + row[5]
    return {
        item_id: Line(tuple(mine), mine[-1][1], mine[-1][2], called.get(item_id, 0))
        for item_id, mine in marks.items()
    }


MOST = 500
_kept: dict[tuple[UUID, UUID], tuple[float, Queue]] = {}
_recent = RecentOf[tuple[UUID, UUID], Queue](_load, 1.0, most=MOST)
