"""What is sent in place of what came back costs: docs/algorithms/returns.md, "An exchange"."""

from dataclasses import dataclass

from tijara.domains.fulfilment.shapes import LineShare
from tijara.domains.orders.shapes import OrderLineView
from tijara.kit.money import round_half_up

BASIS = 10_000


@dataclass(frozen=True, slots=True)
class Exchanged:
    """What the new line comes to, as the shop asks it, and with the tax."""

    asked_minor: int
    tax_minor: int
    total_minor: int
    commission_minor: int
    commission_vat_minor: int


def exchanged(
    line: OrderLineView, back: LineShare, *, more_minor: int, includes_tax: bool
) -> Exchanged:
    """What came back (`back`) was worth, and for each piece `more_minor` more, or less. So what was
    off it then is off it again, once. Tax at the rate of the sale; commission in the same part of
    the price."""
    was = back.items_minor - (0 if includes_tax else back.tax_minor)
    asked = was + more_minor * back.quantity
    tax = back.tax_minor
    if more_minor:
        tax = round_half_up(asked * line.tax_bp, BASIS + (line.tax_bp if includes_tax else 0))
    total = asked if includes_tax else asked + tax
    return Exchanged(
        asked,
        tax,
        total,
        back.commission_minor * total // back.items_minor,
        back.commission_vat_minor * total // back.items_minor,
    )


def binding_more(shown_minor: int, old_minor: int, today_minor: int) -> int:
    """The price that was shown binds the shop, and today's if that is lower."""
    return min(shown_minor, today_minor - old_minor)
