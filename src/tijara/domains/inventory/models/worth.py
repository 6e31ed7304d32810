"""Rows of what stocks are worth, as whoever changes them reads and writes them."""

from collections.abc import Mapping, Sequence
from uuid import UUID

from django.db import connection

from ..shapes import Worth
from .cost_move import CostMove
from .stock_cost import StockCost

WRITE = """
    UPDATE inventory_cost AS c
    SET units = w.units, value_minor = w.value, last_minor = w.last
    FROM unnest(%s::uuid[], %s::int[], %s::bigint[], %s::bigint[]) AS w (id, units, value, last)
    WHERE c.seller_id = %s AND c.id = w.id
"""


def locked_worth(seller_id: UUID, stock_ids: Sequence[UUID]) -> dict[UUID, Worth]:
    """Of those whose cost is known, locked in key order until the commit."""
    rows = StockCost.objects.select_for_update(no_key=True).filter(
        seller_id=seller_id, id__in=set(stock_ids)
    )
    told = rows.order_by("id").values_list("id", "units", "value_minor", "last_minor")
    return {stock_id: Worth(*worth) for stock_id, *worth in told}


def write_worth(seller_id: UUID, worth: Mapping[UUID, Worth], moves: Sequence[CostMove]) -> None:
    """What stocks are worth now, in one statement, and why."""
    if not moves:
        return
    ids = sorted({one.stock_id for one in moves})
    columns = [
        [worth[one].units for one in ids],
        [worth[one].value_minor for one in ids],
        [worth[one].last_minor for one in ids],
    ]
    with connection.cursor() as cursor:
        cursor.execute(WRITE, [ids, *columns, seller_id])
    CostMove.objects.bulk_create(moves)
