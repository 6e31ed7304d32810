"""Makers of parcels with cash, and of the lists that carriers send, for tests."""

from collections.abc import Sequence
from datetime import timedelta
from io import BytesIO
from uuid import UUID

from tijara.domains.fulfilment.actions import record_delivery, ship_order
from tijara.domains.markets.testing import make_market
from tijara.domains.orders.shapes import OrderState
from tijara.domains.payments.shapes import PaymentMethod
from tijara.domains.returns.testing import make_paid_order
from tijara.kit.actor import SYSTEM, Actor, ActorKind
from tijara.kit.clock import now
from tijara.kit.ids import new_id
from tijara.kit.money import Money
from tijara.kit.powers import STAFF_POWERS
from tijara.platform.outbox.relay import Relay

from .actions import book_remittance, grow_late, read_remittance
from .models import Carrier, CashParcel
from .queries import parcel_of, remittance
from .shapes import CashParcelView, CashState

CARRIER = "أرامكس"
HEAD = "AWB,COD amount,COD fee,Date"
TOTAL, SHARE = 26200, 22355
"""Of a parcel of `make_cash_parcel`: 230.00 of goods, delivery 20.00, fee 12.00; the seller's."""


def make_staff() -> Actor:
    return Actor(ActorKind.STAFF, new_id(), powers=STAFF_POWERS)


def make_cash_parcel(
    waybill: str = "",
    *,
    seller_id: UUID | None = None,
    is_delivered: bool = True,
    protection_days: int = 0,
    carrier: str = CARRIER,
    **given,
) -> CashParcelView:
    """A parcel of 262.00 with a carrier, delivered and collected unless it shall not be."""
    order = make_paid_order(
        PaymentMethod.CASH_ON_DELIVERY, OrderState.CONFIRMED, seller_id=seller_id, **given
    )
    make_market(protection_days=protection_days)
    shipment_id = ship_order(
        actor=SYSTEM,
        seller_id=order.seller_id,
        order_id=order.id,
        carrier=carrier,
        tracking_number=waybill,
    )
    if is_delivered:
        record_delivery(actor=SYSTEM, seller_id=order.seller_id, shipment_id=shipment_id)
    Relay().deliver_pending()
    return seen(order.seller_id, shipment_id)


def seen(seller_id: UUID, parcel_id: UUID) -> CashParcelView:
    found = parcel_of(seller_id, parcel_id)
    assert found is not None
    return found


def carrier_id() -> UUID:
    return Carrier.objects.values_list("id", flat=True).get()


def make_late(parcel: CashParcelView, days: int = 1) -> None:
    """Its carrier should have paid so many days ago."""
    rows = CashParcel.objects.filter(seller_id=parcel.seller_id, id=parcel.id)
    rows.update(due_at=now() - timedelta(days=days) + timedelta(minutes=1))
    grow_late(actor=SYSTEM)


def list_of(rows: Sequence[str], head: str = HEAD) -> BytesIO:
    return BytesIO("\n".join([head, *rows, ""]).encode())


def bring(rows: Sequence[str], *, actor: Actor | None = None, head: str = HEAD) -> UUID:
    return read_remittance(
        actor=actor or SYSTEM,
        carrier_id=carrier_id(),
        content=list_of(rows, head),
        file_name="a.csv",
    )


def book(remittance_id: UUID, *, actor: Actor | None = None, received: Money | None = None) -> None:
    """The bank shows what the list says, unless another sum is given."""
    told = remittance(remittance_id)
    assert told is not None
    book_remittance(
        actor=actor or SYSTEM,
        remittance_id=remittance_id,
        bank_reference=f"FT-{remittance_id.hex[-8:]}",
        received=received or told.net,
    )


def bring_and_book(rows: Sequence[str], *, actor: Actor | None = None) -> UUID:
    remittance_id = bring(rows, actor=actor)
    book(remittance_id, actor=actor)
    return remittance_id


def state_of(parcel: CashParcelView) -> CashState:
    return seen(parcel.seller_id, parcel.id).state


def shares_of(seller_id: UUID, order_id: UUID) -> dict[UUID, tuple[int, int]]:
    """Of each parcel of an order its seller's part, and what of it waits for the cash."""
    rows = CashParcel.objects.filter(seller_id=seller_id, order_id=order_id)
    return {row.id: (row.share_minor, row.waiting_minor) for row in rows}
