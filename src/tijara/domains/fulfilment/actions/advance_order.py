"""Let an order's state follow from its parcels."""

from collections.abc import Sequence

from tijara.domains.orders.actions import move_order
from tijara.domains.orders.shapes import DELIVERY, UNDO, LineKind, OrderState, OrderView
from tijara.kit.actor import SYSTEM, Actor
from tijara.kit.powers import Power
from tijara.platform.action import action
from tijara.platform.process.moving import Step

from ..rules.shares import left_units, taken_units
from ..rules.steps import steps_after
from ..shapes import ShipmentView


@action(power=Power.SYSTEM)
def advance_order(
    *, actor: Actor, on_behalf: Actor, order: OrderView, parcels: Sequence[ShipmentView]
) -> OrderState:
    """Shipped when nothing is left to send; ended when every parcel has. Its state then. The
    caller holds the order; `order` is how it stood before this change, `parcels` how they stand
    after it."""
    taken = taken_units(parcel.units for parcel in parcels)
    is_whole = not any(left_units(order.lines, taken, kind) for kind in LineKind)
    endings = [parcel.outcome for parcel in parcels]
    steps = steps_after(order.state, endings, is_whole=is_whole, is_digital=order.is_digital)
    before = order.state
    for state in steps:
        move_order(
            actor=SYSTEM,
            seller_id=order.seller_id,
            order_id=order.id,
            step=_step(before, state, on_behalf, parcels),
        )
        before = state
    return before


def _step(
    before: OrderState, after: OrderState, by: Actor, parcels: Sequence[ShipmentView]
) -> Step:
    """What the order's move does has been done already, parcel by parcel."""
    match after:
        case OrderState.SHIPPED:
            return Step("ship", by)
        case OrderState.DELIVERED if before is OrderState.SHIPPED:
            return Step("deliver", by, does=DELIVERY, vouched=("something_arrived",))
        case OrderState.DELIVERED:
            return Step("deliver_digital", by, does=DELIVERY)
        case OrderState.REFUSED:
            return Step("refuse", by, does=UNDO)
        case OrderState.CANCELLED:
            why = next((one.reason for one in reversed(parcels) if one.reason), "")
            name = "lose" if before is OrderState.SHIPPED else "give_up"
            return Step(name, by, does=UNDO, reason=why)
        case _:
            return Step("pass_over", by)
