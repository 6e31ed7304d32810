"""What units cost: the moving average, in whole minor units. docs/algorithms/books.md."""

from ..shapes import Worth

MOST_MINOR = 10**12
"""Of one unit."""


def received(worth: Worth, units: int, unit_minor: int | None) -> tuple[Worth, int]:
    """With so many more at this cost, or at the average where none was told; and their value."""
    each = worth.unit_minor if unit_minor is None else unit_minor
    value = each * units if unit_minor is not None else _average(worth, units)
    last = worth.last_minor if unit_minor is None else each
    return Worth(worth.units + units, worth.value_minor + value, last), value


def gone(worth: Worth, units: int) -> tuple[Worth, int, int]:
    """With so many fewer; how many of them had a cost, and what they cost together. The last unit
    takes what is left of the value, so that nothing of it is lost by rounding."""
    known = min(units, worth.units)
    left = worth.units - known
    cost = worth.value_minor if not left else _average(worth, known)
    return Worth(left, worth.value_minor - cost, worth.last_minor), known, cost


def revalued(worth: Worth, unit_minor: int) -> tuple[Worth, int]:
    """All of them at this cost, and how much that changes."""
    value = worth.units * unit_minor
    return Worth(worth.units, value, unit_minor), value - worth.value_minor


def part_back(units: int, cost: int, before: int, many: int) -> int:
    """What `many` of `units` cost that went for `cost` together, when `before` of them had theirs:
    counted up from the first, so that all together have the whole."""
    return cost * (before + many) // units - cost * before // units


def _average(worth: Worth, units: int) -> int:
    if not worth.units:
        return worth.last_minor * units
    return (2 * worth.value_minor * units + worth.units) // (2 * worth.units)
