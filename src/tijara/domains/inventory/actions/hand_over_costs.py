"""Freeze what sold units cost, at the moment in which their buyer has them."""

from collections.abc import Sequence
from datetime import datetime
from uuid import UUID

from django.db import connection

from tijara.kit.actor import Actor
from tijara.kit.powers import Power
from tijara.platform.action import action

from ..models import CostMove
from ..models.worth import locked_worth, write_worth
from ..rules import gone
from ..shapes import CostKind, SoldUnits

KNOWN = "SELECT id FROM inventory_cost WHERE seller_id = %s AND id = ANY(%s) AND since <= %s"


@action(power=Power.SYSTEM)
def hand_over_costs(
    *,
    actor: Actor,
    seller_id: UUID,
    order_id: UUID,
    placed_at: datetime,
    sold: Sequence[SoldUnits],
    reference_id: UUID,
) -> None:
    """Of stocks whose cost was known when the order was placed; one statement where none is. The
    caller's guarded move makes it happen once."""
    known = _known(seller_id, sorted({one.stock_id for one in sold}), placed_at)
    if not known:
        return
    worth = locked_worth(seller_id, known)
    moves = []
    for one in sorted(
        (each for each in sold if each.stock_id in worth), key=lambda each: each.line_id
    ):
        worth[one.stock_id], units, cost = gone(worth[one.stock_id], one.units)
        if units:
            moves.append(
                CostMove(
                    seller_id=seller_id,
                    stock_id=one.stock_id,
                    kind=CostKind.HANDED_OVER,
                    units=-units,
                    value_minor=-cost,
                    order_id=order_id,
                    line_id=one.line_id,
                    reference_id=reference_id,
                )
            )
    write_worth(seller_id, worth, moves)


def _known(seller_id: UUID, stock_ids: Sequence[UUID], placed_at: datetime) -> list[UUID]:
    with connection.cursor() as cursor:
        cursor.execute(KNOWN, [seller_id, stock_ids, placed_at])
        return [id for (id,) in cursor.fetchall()]
