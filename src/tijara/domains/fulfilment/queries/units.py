"""Where the units of an order are: pure, from the order and its parcels."""

from collections import Counter
from collections.abc import Iterable
from uuid import UUID

from tijara.domains.orders.shapes import LineKind, OrderLineView, OrderView

from ..rules.shares import part
from ..shapes import Ending, LineShare, LineUnits, ShipmentView


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


def delivered_lines(order: OrderView, parcels: Iterable[ShipmentView]) -> dict[UUID, LineShare]:
    """What was delivered of each line, with exactly the money that its parcels had for it."""
    before: Counter = Counter()
    found: dict[UUID, LineShare] = {}
    lines = {line.id: line for line in order.lines}
    for parcel in sorted(parcels, key=lambda one: one.number):
        for held in parcel.units:
            went = _units_of(lines[held.line_id], before[held.line_id], held.quantity)
            before[held.line_id] += held.quantity
            if parcel.outcome is Ending.DELIVERED:
                known = found.get(held.line_id, LineShare(held.line_id, 0))
                found[held.line_id] = _together(known, went)
    return found


def lines_of_parcel(
    order: OrderView, parcels: Iterable[ShipmentView], parcel_id: UUID
) -> list[LineShare]:
    """What one parcel has of each line, with the money that is in it."""
    before: Counter = Counter()
    lines = {line.id: line for line in order.lines}
    found = []
    for parcel in sorted(parcels, key=lambda one: one.number):
        for held in parcel.units:
            if parcel.id == parcel_id:
                went = _units_of(lines[held.line_id], before[held.line_id], held.quantity)
                found.append(went)
            before[held.line_id] += held.quantity
    return found


def units_of_share(whole: LineShare, before: int, many: int) -> LineShare:
    """The next `many` of its units, when `before` of them had theirs: all of them, one after
    another, are the whole to the last minor unit."""
    return LineShare(
        whole.line_id,
        many,
        part(whole.items_minor, whole.quantity, before, many),
        part(whole.tax_minor, whole.quantity, before, many),
        part(whole.commission_minor, whole.quantity, before, many),
        part(whole.commission_vat_minor, whole.quantity, before, many),
        part(whole.support_minor, whole.quantity, before, many),
        part(whole.support_tax_minor, whole.quantity, before, many),
    )


def _units_of(line: OrderLineView, before: int, many: int) -> LineShare:
    whole = LineShare(
        line.id,
        line.quantity,
        line.total.minor,
        line.tax.minor,
        line.commission.minor,
        line.commission_vat.minor,
        line.support_minor,
        line.support_tax_minor,
    )
    return units_of_share(whole, before, many)


def _together(one: LineShare, other: LineShare) -> LineShare:
    return LineShare(
        one.line_id,
        one.quantity + other.quantity,
        one.items_minor + other.items_minor,
        one.tax_minor + other.tax_minor,
        one.commission_minor + other.commission_minor,
        one.commission_vat_minor + other.commission_vat_minor,
        one.support_minor + other.support_minor,
        one.support_tax_minor + other.support_tax_minor,
    )
