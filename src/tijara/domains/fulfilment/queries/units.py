"""Where the units of an order are: pure, from the order and its parcels."""

from collections import Counter
from collections.abc import Iterable

from tijara.domains.orders.shapes import LineKind, OrderView

from ..shapes import LineUnits, ShipmentView


def units_in(order: OrderView, parcel: ShipmentView) -> tuple[LineUnits, ...]:
    lines = {line.id: line for line in order.lines}
    return tuple(LineUnits(lines[each.line_id], each.quantity) for each in parcel.units)


def units_left(order: OrderView, parcels: Iterable[ShipmentView]) -> list[LineUnits]:
    """Physical units that are in no parcel yet."""
    taken: Counter = Counter()
    for parcel in parcels:
        taken.update({each.line_id: each.quantity for each in parcel.units})
    physical = [line for line in order.lines if line.kind is LineKind.PHYSICAL]
    left = [LineUnits(line, line.quantity - taken[line.id]) for line in physical]
    return [each for each in left if each.quantity > 0]
