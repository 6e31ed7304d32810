"""Units whose money went back: on the shelf at the cost at which they went, or lost."""

from collections import Counter
from collections.abc import Sequence
from uuid import UUID

from tijara.kit.actor import Actor
from tijara.kit.powers import Power
from tijara.platform.action import action

from ..models import CostMove, Stock
from ..models.worth import locked_worth, write_worth
from ..rules import part_back
from ..shapes import CostKind, SoldUnits, StockKind, Worth

ENDED = (CostKind.CAME_BACK, CostKind.WRITTEN_OFF)


@action(power=Power.SYSTEM)
def bring_back_costs(
    *,
    actor: Actor,
    seller_id: UUID,
    order_id: UUID,
    back: Sequence[SoldUnits],
    lost: Sequence[SoldUnits],
    reference_id: UUID,
) -> None:
    """`back` went on the shelf again, `lost` did not; a code can't come back. The caller's guarded
    move makes it happen once."""
    moved = CostMove.objects.filter(seller_id=seller_id, order_id=order_id)
    handed: dict[UUID, tuple[int, int]] = {}
    before: Counter[UUID | None] = Counter()
    for kind, line_id, units, value in moved.values_list("kind", "line_id", "units", "value_minor"):
        if kind == CostKind.HANDED_OVER:
            known, cost = handed.get(line_id, (0, 0))
            handed[line_id] = known - units, cost - value
        elif kind in ENDED:
            before[line_id] += units
    if not handed:
        return
    stocks = {one.stock_id for one in (*back, *lost)}
    worth = locked_worth(seller_id, list(stocks))
    shelves = Stock.objects.filter(seller_id=seller_id, id__in=stocks, kind=StockKind.SHELF)
    shelf_ids = set(shelves.values_list("id", flat=True))
    moves = []
    for one, kind in [
        *((each, CostKind.CAME_BACK) for each in back),
        *((each, CostKind.WRITTEN_OFF) for each in lost),
    ]:
        units, cost = handed.get(one.line_id, (0, 0))
        many = min(one.units, units - before[one.line_id])
        if many <= 0:
            continue
        value = part_back(units, cost, before[one.line_id], many)
        before[one.line_id] += many
        kind = kind if one.stock_id in shelf_ids else CostKind.WRITTEN_OFF
        if kind is CostKind.CAME_BACK:
            had = worth[one.stock_id]
            worth[one.stock_id] = Worth(had.units + many, had.value_minor + value, had.last_minor)
        moves.append(
            CostMove(
                seller_id=seller_id,
                stock_id=one.stock_id,
                kind=kind,
                units=many,
                value_minor=value,
                order_id=order_id,
                line_id=one.line_id,
                reference_id=reference_id,
            )
        )
    write_worth(seller_id, worth, moves)
