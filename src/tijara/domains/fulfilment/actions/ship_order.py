"""Hand an order, or a part of it, over to a carrier."""

from collections.abc import Mapping
from uuid import UUID

from tijara.domains.orders.actions import WrongState, lock_order
from tijara.domains.orders.shapes import OrderState
from tijara.kit.actor import SYSTEM, Actor
from tijara.kit.arabic import strip_controls
from tijara.kit.powers import Power
from tijara.kit.refusal import Invalid
from tijara.platform.action import action
from tijara.platform.outbox.recorder import record

from ..events import ParcelShipped
from ..queries import shipments
from ..rules.carriers import carrier_faults
from ..shapes import ParcelKind
from .advance_order import advance_order
from .open_parcel import open_parcel

FROM = frozenset({OrderState.CONFIRMED, OrderState.PACKED})


@action(power=Power.ORDERS_HANDLE)
def ship_order(
    *,
    actor: Actor,
    seller_id: UUID,
    order_id: UUID,
    carrier: str,
    tracking_number: str = "",
    units: Mapping[UUID, int] | None = None,
) -> UUID:
    """One parcel, and its id. `units` by line; None is all that is not in a parcel yet."""
    carrier, tracking_number = strip_controls(carrier), strip_controls(tracking_number)
    if faults := carrier_faults(carrier, tracking_number):
        raise Invalid(faults)
    order = lock_order(actor=SYSTEM, seller_id=seller_id, order_id=order_id, begins=True)
    if order.state not in FROM:
        raise WrongState(state=order.state, number=order.number)
    parcel_id = open_parcel(
        actor=SYSTEM,
        order=order,
        kind=ParcelKind.CARRIED,
        units=units,
        carrier=carrier,
        tracking_number=tracking_number,
    )
    record(seller_id, ParcelShipped(seller_id, order_id, parcel_id, order.number, order.buyer_id))
    parcels = shipments(seller_id, [order_id])[order_id]
    advance_order(actor=SYSTEM, on_behalf=actor, order=order, parcels=parcels)
    return parcel_id
