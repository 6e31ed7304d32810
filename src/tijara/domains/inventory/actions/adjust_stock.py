"""Correct many stocks at once by so many units up or down: a sheet of counts, an import undone."""

from collections.abc import Sequence
from uuid import UUID

from django.db import connection

from tijara.kit.actor import SYSTEM, Actor
from tijara.kit.powers import Power
from tijara.platform.action import action
from tijara.platform.outbox.recorder import record

from ..events import StockChanged
from ..models import Movement
from ..shapes import CostChange, CostKind, MovementKind, StockChange
from .keep_costs import keep_costs

LOCK = """
    SELECT 1 FROM inventory_stock WHERE seller_id = %s AND id = ANY(%s) ORDER BY id FOR UPDATE
"""
"""In key order, like everybody."""
ADJUST = """
    UPDATE inventory_stock AS s SET on_hand = s.on_hand + c.units
    FROM unnest(%s::uuid[], %s::int[]) AS c (id, units)
    WHERE s.seller_id = %s AND s.id = c.id AND s.on_hand + c.units >= s.held AND s.kind = 'shelf'
    RETURNING s.id, s.variant_id
"""


@action(power=Power.STOCK_MANAGE)
def adjust_stock(
    *, actor: Actor, seller_id: UUID, changes: Sequence[StockChange], reference_id: UUID
) -> set[UUID]:
    """The stocks that were corrected; one that buyers hold too much of, or that is of codes
    or files, stays as it is.

    Few statements, whatever their number. It counts again if it is sent again: whoever calls
    keeps, in the same commit, what is done.
    """
    moving = {change.stock_id: change.units for change in changes if change.units}
    if not moving:
        return set()
    ids = sorted(moving)
    with connection.cursor() as cursor:
        cursor.execute(LOCK, [seller_id, ids])
        cursor.execute(ADJUST, [ids, [moving[id] for id in ids], seller_id])
        done = dict(cursor.fetchall())
    if done:
        Movement.objects.bulk_create(
            Movement(
                seller_id=seller_id,
                stock_id=stock_id,
                quantity=moving[stock_id],
                kind=MovementKind.COUNT,
                reference_id=reference_id,
            )
            for stock_id in sorted(done)
        )
        keep_costs(
            actor=SYSTEM,
            seller_id=seller_id,
            changes=[_cost(stock_id, moving[stock_id]) for stock_id in sorted(done)],
            reference_id=reference_id,
        )
        record(seller_id, StockChanged(seller_id, tuple(set(done.values()))))
    return set(done)


def _cost(stock_id: UUID, units: int) -> CostChange:
    return CostChange(stock_id, CostKind.RECEIVED if units > 0 else CostKind.COUNTED, units)
