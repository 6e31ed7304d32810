"""Freeze what sold units cost, at the moment in which their buyer has them."""

from collections.abc import Sequence
from datetime import datetime
from uuid import UUID

from tijara.kit.actor import Actor
from tijara.kit.powers import Power
from tijara.platform.action import action

from ..models import CostMove, StockCost
from ..models.worth import locked_worth, write_worth
from ..rules import gone
from ..shapes import CostKind, SoldUnits


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
    stocks = StockCost.objects.filter(
        seller_id=seller_id, id__in={one.stock_id for one in sold}, since__lte=placed_at
    )
    known = list(stocks.values_list("id", flat=True))
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
