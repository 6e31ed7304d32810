"""Deliver the digital part of a paid order: codes are assigned, files may be fetched, at once."""

from datetime import timedelta
from uuid import UUID

from tijara.domains.inventory.actions import assign_codes
from tijara.domains.inventory.queries import stock_levels
from tijara.domains.inventory.shapes import StockKind
from tijara.domains.orders.actions import lock_order
from tijara.domains.orders.queries import has_lines_of
from tijara.domains.orders.queries import order as find_order
from tijara.domains.orders.shapes import LineKind, OrderState, OrderView
from tijara.kit.actor import SYSTEM, Actor
from tijara.kit.clock import now
from tijara.kit.powers import Power
from tijara.platform.action import action
from tijara.platform.outbox.recorder import record

from ..events import DigitalDelivered
from ..models import DownloadGrant
from ..queries import shipments
from ..rules.downloads import HOURS
from ..rules.shares import left_units, taken_units
from ..shapes import Ending, ParcelKind
from .end_parcel import end_parcel
from .open_parcel import open_parcel

FROM = frozenset({OrderState.PLACED, OrderState.CONFIRMED, OrderState.PACKED, OrderState.SHIPPED})
CARRIER = "digital"


@action(power=Power.ORDERS_HANDLE)
def deliver_digital(*, actor: Actor, seller_id: UUID, order_id: UUID) -> bool:
    """Was something delivered? Again is nothing. A line whose seller has brought neither codes
    nor files waits until he has, and is asked for anew from his desk."""
    if not has_lines_of(seller_id, order_id, LineKind.DIGITAL):  # most orders have none
        return False
    if not _may_have_any(find_order(seller_id, order_id)):  # no lock before it may have
        return False
    order = lock_order(actor=SYSTEM, seller_id=seller_id, order_id=order_id)
    if not _may_have_any(order):
        return False
    units = _deliverable(order)
    if not units:
        return False
    order = lock_order(actor=SYSTEM, seller_id=seller_id, order_id=order_id, begins=True)
    parcel_id = open_parcel(
        actor=SYSTEM, order=order, kind=ParcelKind.DIGITAL, units=units, carrier=CARRIER
    )
    end_parcel(
        actor=SYSTEM,
        on_behalf=actor,
        order=order,
        shipment_id=parcel_id,
        ending=Ending.DELIVERED,
    )
    record(
        seller_id,
        DigitalDelivered(seller_id, order_id, parcel_id, order.number, order.buyer_id),
    )
    return True


def _may_have_any(order: OrderView | None) -> bool:
    if order is None or (order.paid_at is None and order.total) or order.state not in FROM:
        return False
    return any(line.kind is LineKind.DIGITAL for line in order.lines)


def _deliverable(order: OrderView) -> dict[UUID, int]:
    """Units by line, with their codes and grants given."""
    parcels = shipments(order.seller_id, [order.id]).get(order.id, [])
    taken = taken_units(parcel.units for parcel in parcels)
    left = left_units(order.lines, taken, LineKind.DIGITAL)
    lines = {line.id: line for line in order.lines if line.id in left}
    stocks = stock_levels(order.seller_id, [line.stock_id for line in lines.values()])
    kinds = {line.id: stocks[line.stock_id].kind for line in lines.values()}
    for line_id, line in lines.items():
        if kinds[line_id] is StockKind.CODES:
            assign_codes(
                actor=SYSTEM,
                seller_id=order.seller_id,
                stock_id=line.stock_id,
                order_id=order.id,
                line_id=line_id,
                units=left[line_id],
            )
    _grant(order, [line for line in lines.values() if kinds[line.id] is StockKind.FILES])
    return {one: many for one, many in left.items() if kinds[one] is not StockKind.SHELF}


def _grant(order: OrderView, lines: list) -> None:
    DownloadGrant.objects.bulk_create(
        [
            DownloadGrant(
                seller_id=order.seller_id,
                order_id=order.id,
                line_id=line.id,
                stock_id=line.stock_id,
                expires_at=now() + timedelta(hours=HOURS),
            )
            for line in lines
        ],
        ignore_conflicts=True,
    )
