"""Makers of orders on their way, for tests of the domains above."""

from collections.abc import Sequence
from datetime import timedelta
from io import BytesIO
from uuid import UUID

from tijara.domains.catalogue.testing import make_product
from tijara.domains.inventory.actions import add_codes, add_stock_file
from tijara.domains.offers.shapes import OfferCard
from tijara.domains.offers.testing import make_offer
from tijara.domains.orders.actions import confirm_order, record_payment
from tijara.domains.orders.queries import order as find_order
from tijara.domains.orders.shapes import LineKind, LineToPlace, OrderState, PlacedOrder
from tijara.domains.orders.testing import make_line, make_order_to_place, place_one
from tijara.kit.actor import SYSTEM
from tijara.kit.clock import now
from tijara.kit.ids import new_id

from .actions import deliver_digital, pack_order, record_delivery, record_refusal, ship_order
from .queries import shipments

ROAD = {
    OrderState.PLACED: [],
    OrderState.CONFIRMED: [OrderState.CONFIRMED],
    OrderState.PACKED: [OrderState.CONFIRMED, OrderState.PACKED],
    OrderState.SHIPPED: [OrderState.CONFIRMED, OrderState.SHIPPED],
    OrderState.DELIVERED: [OrderState.CONFIRMED, OrderState.SHIPPED, OrderState.DELIVERED],
    OrderState.REFUSED: [OrderState.CONFIRMED, OrderState.SHIPPED, OrderState.REFUSED],
}


def make_order(
    state: OrderState = OrderState.PLACED, offer: OfferCard | None = None, **given
) -> tuple[OfferCard, PlacedOrder]:
    """An order of two pieces of an offer, brought to `state` by the real actions."""
    offer = offer or make_offer(price_minor=10000, units=10)
    line = make_line(
        offer_id=offer.id,
        stock_id=offer.stock_id,
        product_id=offer.product_id,
        unit_minor=offer.price.minor,
        offer_version=offer.version,
        quantity=2,
        tax_minor=2609,
        commission_minor=2000,
        commission_vat_minor=300,
    )
    amounts = {"delivery_minor": 1800, "fee_minor": 1200, "tax_minor": 3000} | given
    placed = place_one(offer.seller_id, make_order_to_place(line, **amounts))
    for step in ROAD[state]:
        move(step, offer.seller_id, placed.order_id)
    return offer, placed


def make_paid_order(seller_id: UUID, *lines: LineToPlace, **given) -> PlacedOrder:
    """An order that waited for its payment by card, and was paid."""
    pending = {"state": OrderState.PENDING, "due_at": now() + timedelta(hours=1)}
    order = make_order_to_place(*lines, **pending | {"payment_method": "card"} | given)
    placed = place_one(seller_id, order)
    pay(seller_id, placed)
    return placed


def make_digital_order(
    *,
    codes: Sequence[str] = (),
    file: bytes = b"",
    units: int = 0,
    seller_id: UUID | None = None,
) -> tuple[OfferCard, PlacedOrder]:
    """A paid order of a digital product, delivered: of one of the codes, or of the file. With
    `units` of neither, it waits for its seller."""
    product = make_product(kind=LineKind.DIGITAL)
    offer = make_offer(3900, units, seller_id=seller_id, product=product)
    which = {"actor": SYSTEM, "seller_id": offer.seller_id, "stock_id": offer.stock_id}
    if codes:
        add_codes(**which, text="\n".join(codes))
    if file:
        add_stock_file(**which, content=BytesIO(file), name="مائدة نجد.pdf")
    line = make_line(
        offer_id=offer.id,
        stock_id=offer.stock_id,
        product_id=offer.product_id,
        unit_minor=offer.price.minor,
        kind=LineKind.DIGITAL,
    )
    placed = make_paid_order(offer.seller_id, line)
    deliver_digital(actor=SYSTEM, seller_id=offer.seller_id, order_id=placed.order_id)
    return offer, placed


def pay(seller_id: UUID, placed: PlacedOrder) -> None:
    order = find_order(seller_id, placed.order_id)
    record_payment(
        actor=SYSTEM,
        seller_id=seller_id,
        order_id=order.id,
        charge_id=new_id(),
        method=order.payment_method,
        amount_minor=order.total.minor,
    )


def move(step: OrderState, seller_id: UUID, order_id: UUID) -> None:
    """One step of a whole order: all that is left in one parcel, and how it ends."""
    given = {"actor": SYSTEM, "seller_id": seller_id, "order_id": order_id}
    match step:
        case OrderState.CONFIRMED:
            confirm_order(**given)
        case OrderState.PACKED:
            pack_order(**given)
        case OrderState.SHIPPED:
            ship_order(**given, carrier="أرامكس", tracking_number="4410")
        case OrderState.DELIVERED:
            record_delivery(**_last_parcel(seller_id, order_id))
        case OrderState.REFUSED:
            record_refusal(**_last_parcel(seller_id, order_id))


def _last_parcel(seller_id: UUID, order_id: UUID) -> dict:
    """Of an order without parcels, one that never was."""
    parcels = shipments(seller_id, [order_id]).get(order_id)
    shipment_id = parcels[-1].id if parcels else new_id()
    return {"actor": SYSTEM, "seller_id": seller_id, "shipment_id": shipment_id}
