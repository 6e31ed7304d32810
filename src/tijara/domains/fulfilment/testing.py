"""Makers of orders on their way, for tests of the domains above."""

from uuid import UUID

from tijara.domains.offers.shapes import OfferCard
from tijara.domains.offers.testing import make_offer
from tijara.domains.orders.actions import confirm_order
from tijara.domains.orders.shapes import OrderState, PlacedOrder
from tijara.domains.orders.testing import make_line, make_order_to_place, place_one
from tijara.kit.actor import SYSTEM
from tijara.kit.ids import new_id

from .actions import pack_order, record_delivery, record_refusal, ship_order
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
        commission_minor=2000,
        commission_vat_minor=300,
    )
    amounts = {"delivery_minor": 1800, "fee_minor": 1200, "tax_minor": 3000} | given
    placed = place_one(offer.seller_id, make_order_to_place(line, **amounts))
    for step in ROAD[state]:
        move(step, offer.seller_id, placed.order_id)
    return offer, placed


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
