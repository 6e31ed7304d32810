"""Give up what has not been shipped yet, or a part of it: nobody owes for it any more."""

from collections.abc import Mapping
from uuid import UUID

from tijara.domains.orders.actions import NoSuchOrder, NotCancellable, lock_order
from tijara.domains.orders.shapes import CancelReason, OrderState
from tijara.kit.actor import SYSTEM, Actor, ActorKind
from tijara.kit.powers import Power
from tijara.platform.action import action
from tijara.platform.outbox.recorder import record

from ..events import UnitsGivenUp
from ..shapes import Ending, ParcelKind
from .end_parcel import end_parcel
from .open_parcel import open_parcel

FROM = frozenset({OrderState.PLACED, OrderState.CONFIRMED, OrderState.PACKED})


@action(power=Power.ORDERS_CANCEL)
def give_up_units(
    *,
    actor: Actor,
    seller_id: UUID,
    order_id: UUID,
    reason: CancelReason,
    units: Mapping[UUID, int] | None = None,
) -> None:
    """By the seller or staff; a buyer calls off the whole rest of what he bought himself. `units`
    by line; None is all that is left. It is a parcel that never goes: its share of the money and
    its units leave the order as those of a refused one do."""
    order = lock_order(actor=SYSTEM, seller_id=seller_id, order_id=order_id, begins=True)
    if actor.kind is ActorKind.BUYER and order.buyer_id != actor.owner_id:
        raise NoSuchOrder()
    if order.state not in FROM:
        raise NotCancellable(state=order.state, number=order.number)
    parcel_id = open_parcel(
        actor=SYSTEM,
        order=order,
        kind=ParcelKind.GIVEN_UP,
        units=None if actor.kind is ActorKind.BUYER else units,
        reason=reason,
    )
    state = end_parcel(
        actor=SYSTEM,
        on_behalf=actor,
        order=order,
        shipment_id=parcel_id,
        ending=Ending.GIVEN_UP,
    )
    fact = UnitsGivenUp(
        seller_id=seller_id,
        order_id=order_id,
        shipment_id=parcel_id,
        number=order.number,
        buyer_id=order.buyer_id,
        by=actor.kind,
        reason=reason,
    )
    if state is not OrderState.CANCELLED:  # of that the order's own fact tells
        record(seller_id, fact)
