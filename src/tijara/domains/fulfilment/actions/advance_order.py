"""Let an order's state follow from its parcels."""

from tijara.domains.orders.actions import move_order
from tijara.domains.orders.events import (
    OrderCancelled,
    OrderDelivered,
    OrderRefused,
    OrderShipped,
)
from tijara.domains.orders.shapes import LineKind, OrderState, OrderView
from tijara.kit.actor import SYSTEM, Actor
from tijara.kit.powers import Power
from tijara.platform.action import action
from tijara.platform.outbox.recorder import record

from ..queries import shipments
from ..rules.shares import left_units, taken_units
from ..rules.steps import steps_after
from ..shapes import ShipmentView


@action(power=Power.SYSTEM)
def advance_order(*, actor: Actor, on_behalf: Actor, order: OrderView) -> OrderState:
    """Shipped when nothing is left to send; ended when every parcel has. Its state then. The
    caller holds the order; `order` is how it stood before this change."""
    parcels = shipments(order.seller_id, [order.id]).get(order.id, [])
    taken = taken_units(parcel.units for parcel in parcels)
    is_whole = not any(left_units(order.lines, taken, kind) for kind in LineKind)
    endings = [parcel.outcome for parcel in parcels]
    steps = steps_after(order.state, endings, is_whole=is_whole, is_digital=order.is_digital)
    for state in steps:
        move_order(
            actor=SYSTEM,
            on_behalf=on_behalf,
            seller_id=order.seller_id,
            order_id=order.id,
            to=state,
            reason=_reason(parcels) if state is OrderState.CANCELLED else "",
        )
        _tell(order, state, on_behalf, parcels)
    return steps[-1] if steps else order.state


def _tell(order: OrderView, state: OrderState, by: Actor, parcels: list[ShipmentView]) -> None:
    told = (order.seller_id, order.id, order.number, order.buyer_id)
    match state:
        case OrderState.SHIPPED:
            record(order.seller_id, OrderShipped(*told))
        case OrderState.DELIVERED:
            record(order.seller_id, OrderDelivered(*told))
        case OrderState.REFUSED:
            record(order.seller_id, OrderRefused(*told))
        case OrderState.CANCELLED:
            record(order.seller_id, OrderCancelled(*told, by.kind, _reason(parcels)))


def _reason(parcels: list[ShipmentView]) -> str:
    return parcels[-1].reason if parcels else ""
