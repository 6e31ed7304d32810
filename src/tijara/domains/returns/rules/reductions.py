"""How a sum that goes back without goods is shared among an order's lines."""

from collections.abc import Iterable, Mapping
from uuid import UUID

from tijara.domains.fulfilment.shapes import LineShare
from tijara.kit.money import allocate


def money_left(
    delivered: Mapping[UUID, LineShare], gone: Iterable[LineShare]
) -> dict[UUID, LineShare]:
    """What each line has of its order's money after what has gone back of it."""
    left = dict(delivered)
    for part in gone:
        held = left[part.line_id]
        left[part.line_id] = LineShare(
            part.line_id,
            held.quantity - part.quantity,
            held.items_minor - part.items_minor,
            held.tax_minor - part.tax_minor,
            held.commission_minor - part.commission_minor,
            held.commission_vat_minor - part.commission_vat_minor,
            held.support_minor - part.support_minor,
            held.support_tax_minor - part.support_tax_minor,
        )
    return left


def reduced_parts(left: Iterable[LineShare], amount_minor: int) -> list[LineShare]:
    """So much off the goods, by what each line still has: its tax and the seller's commission fall
    with it. No units go back."""
    lines = [one for one in left if one.items_minor > 0]
    shares = allocate(amount_minor, [one.items_minor for one in lines])
    return [_reduced(line, minor) for line, minor in zip(lines, shares, strict=True) if minor]


def _reduced(line: LineShare, minor: int) -> LineShare:
    def part(amount: int) -> int:
        return amount * minor // line.items_minor

    return LineShare(
        line.line_id,
        0,
        minor,
        part(line.tax_minor),
        part(line.commission_minor),
        part(line.commission_vat_minor),
        part(line.support_minor),
        part(line.support_tax_minor),
    )
