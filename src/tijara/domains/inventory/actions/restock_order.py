"""Put the units of an order back that was cancelled or refused."""

from collections.abc import Mapping
from datetime import timedelta
from uuid import UUID

from django.db import connection

from tijara.kit.actor import Actor
from tijara.kit.clock import now
from tijara.kit.ids import new_id
from tijara.kit.powers import Power
from tijara.platform.action import action
from tijara.platform.outbox.recorder import record

from ..events import StockChanged
from ..shapes import MovementKind

KEPT = timedelta(days=1)
PUT_BACK = """
    WITH given AS (
        SELECT stock_id, count(*) AS codes FROM inventory_code
        WHERE seller_id = %(seller)s AND order_id = %(order)s AND stock_id = ANY(%(stocks)s)
        GROUP BY stock_id
    ), back AS (
        SELECT b.id, b.stock_id, b.units - coalesce(g.codes, 0) AS units
        FROM unnest(%(ids)s::uuid[], %(stocks)s::uuid[], %(units)s::int[])
            AS b (id, stock_id, units)
        LEFT JOIN given g ON g.stock_id = b.stock_id
        WHERE b.units > coalesce(g.codes, 0)
    ), locked AS (
        SELECT id FROM inventory_stock
        WHERE seller_id = %(seller)s AND id IN (SELECT stock_id FROM back)
        ORDER BY id FOR NO KEY UPDATE
    ), put AS (
        UPDATE inventory_stock s SET on_hand = s.on_hand + back.units,
               held = s.held + CASE WHEN %(keeper)s::uuid IS NULL THEN 0 ELSE back.units END
        FROM locked JOIN back ON back.stock_id = locked.id
        WHERE s.seller_id = %(seller)s AND s.id = locked.id RETURNING s.variant_id
    ), moved AS (
        INSERT INTO inventory_movement
            (seller_id, id, stock_id, quantity, kind, reference_id, moved_at)
        SELECT %(seller)s, id, stock_id, units, %(kind)s, %(order)s, %(at)s FROM back
    ), kept AS (
        INSERT INTO inventory_hold AS h
            (seller_id, id, stock_id, checkout_id, quantity, expires_at, held_at)
        SELECT %(seller)s, uuidv7(), stock_id, %(keeper)s::uuid, units, %(until)s, %(at)s
        FROM back WHERE %(keeper)s::uuid IS NOT NULL
        ON CONFLICT (seller_id, checkout_id, stock_id)
        DO UPDATE SET quantity = h.quantity + excluded.quantity
    )
    SELECT variant_id FROM put ORDER BY variant_id
"""
"""All of it in one statement; the stocks are locked in the order of their keys, as by everybody."""


@action(power=Power.SYSTEM)
def restock_order(
    *,
    actor: Actor,
    seller_id: UUID,
    order_id: UUID,
    units: Mapping[UUID, int],
    keeper_id: UUID | None = None,
) -> None:
    """`units` maps stock ids to quantities. The caller's guarded move makes it happen once.

    A code that the buyer was given is not put back: he may have used it. With a keeper they are
    held for that checkout from the same commit on, and never lie open: whoever they were set
    apart for takes them from there; what nobody takes is swept like any hold.
    """
    units = {stock_id: many for stock_id, many in units.items() if many > 0}
    if not units:
        return
    given = {
        "seller": seller_id,
        "order": order_id,
        "stocks": list(units),
        "units": list(units.values()),
        "ids": [new_id() for _ in units],
        "kind": str(MovementKind.RESTOCK),
        "at": now(),
        "keeper": keeper_id,
        "until": now() + KEPT,
    }
    with connection.cursor() as cursor:
        cursor.execute(PUT_BACK, given)
        variant_ids = tuple(id for (id,) in cursor.fetchall())
    if variant_ids:
        record(seller_id, StockChanged(seller_id, variant_ids))
