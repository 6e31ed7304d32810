"""Keep what units cost that came, or were found missing: the moving average, stock by stock."""

from collections.abc import Sequence
from uuid import UUID

from tijara.kit.actor import Actor
from tijara.kit.powers import Power
from tijara.platform.action import action

from ..models import CostMove, Stock, StockCost
from ..models.worth import locked_worth, write_worth
from ..rules import gone, received
from ..shapes import CostChange, CostKind


@action(power=Power.SYSTEM)
def keep_costs(
    *, actor: Actor, seller_id: UUID, changes: Sequence[CostChange], reference_id: UUID
) -> None:
    """After the units have moved, in the same commit. A stock of which no cost was ever told is
    left out, unless one is told now: then what was there before has the same."""
    told = [one for one in changes if one.units]
    _begin(seller_id, [one for one in told if one.unit_minor is not None], reference_id)
    worth = locked_worth(seller_id, [one.stock_id for one in told])
    moves = []
    for one in told:
        if one.stock_id not in worth:
            continue
        before = worth[one.stock_id]
        if one.units > 0:
            worth[one.stock_id], value = received(before, one.units, one.unit_minor)
            units = one.units
        else:
            worth[one.stock_id], known, cost = gone(before, -one.units)
            units, value = -known, -cost
        if units or value:
            moves.append(
                CostMove(
                    seller_id=seller_id,
                    stock_id=one.stock_id,
                    kind=one.kind,
                    units=units,
                    value_minor=value,
                    reference_id=reference_id,
                )
            )
    write_worth(seller_id, worth, moves)


def _begin(seller_id: UUID, first: Sequence[CostChange], reference_id: UUID) -> None:
    """Rows for stocks whose cost is told for the first time, with what was there before."""
    if not first:
        return
    ids = [one.stock_id for one in first]
    known = set(
        StockCost.objects.filter(seller_id=seller_id, id__in=ids).values_list("id", flat=True)
    )
    there = dict(Stock.objects.filter(seller_id=seller_id, id__in=ids).values_list("id", "on_hand"))
    rows, moves = [], []
    for one in first:
        if one.stock_id in known or one.stock_id not in there:
            continue
        units, each = max(there[one.stock_id] - one.units, 0), one.unit_minor or 0
        row = StockCost(
            seller_id=seller_id,
            id=one.stock_id,
            units=units,
            value_minor=units * each,
            last_minor=each,
        )
        rows.append(row)
        if units:
            moves.append(
                CostMove(
                    seller_id=seller_id,
                    stock_id=row.id,
                    kind=CostKind.OPENING,
                    units=units,
                    value_minor=row.value_minor,
                    reference_id=reference_id,
                )
            )
    StockCost.objects.bulk_create(rows)
    CostMove.objects.bulk_create(moves)
