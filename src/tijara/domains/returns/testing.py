"""Makers of orders that are paid, delivered and taken back, for tests of the domains above."""

from uuid import UUID

from tijara.domains.fulfilment.testing import ROAD, move
from tijara.domains.markets.testing import make_market
from tijara.domains.offers.testing import make_offer
from tijara.domains.orders.actions import record_payment
from tijara.domains.orders.queries import order as order_view
from tijara.domains.orders.shapes import OrderState, OrderView
from tijara.domains.orders.testing import make_line, make_order_to_place, place_one
from tijara.domains.payments.shapes import ChargePart, PaymentMethod
from tijara.domains.payments.testing import make_paid_charge
from tijara.domains.stores.actions import open_store
from tijara.kit.actor import SYSTEM

from .actions import refund_order
from .shapes import RefundReason


def make_paid_order(
    method: PaymentMethod = PaymentMethod.CARD,
    state: OrderState = OrderState.DELIVERED,
    seller_id: UUID | None = None,
    **given,
) -> OrderView:
    """Two pieces at 115.00 with delivery, paid as `method` says and brought to `state`."""
    offer = make_offer(price_minor=11500, units=10, seller_id=seller_id)
    line = make_line(
        offer_id=offer.id,
        stock_id=offer.stock_id,
        unit_minor=offer.price.minor,
        quantity=2,
        tax_minor=3000,
        commission_minor=2300,
        commission_vat_minor=345,
    )
    is_cash = method is PaymentMethod.CASH_ON_DELIVERY
    amounts = {"delivery_minor": 2000, "tax_minor": 3261, "payment_method": method}
    if is_cash:
        amounts |= {"fee_minor": 1200, "tax_minor": 3261 + 157}
    placed = place_one(offer.seller_id, make_order_to_place(line, **(amounts | given)))
    if not is_cash:
        pay(offer.seller_id, placed.order_id, method)
    for step in ROAD[state]:
        move(step, offer.seller_id, placed.order_id)
    return _seen(offer.seller_id, placed.order_id)


def pay(seller_id: UUID, order_id: UUID, method: PaymentMethod) -> None:
    """The buyer's money comes in."""
    order = _seen(seller_id, order_id)
    part = ChargePart(seller_id, order_id, order.number, order.total.minor)
    charge = make_paid_charge(
        order.buyer_id,
        method=method,
        market_id=make_market().id,
        parts=(part,),
        amount=order.total,
    )
    record_payment(
        actor=SYSTEM,
        seller_id=seller_id,
        order_id=order_id,
        charge_id=charge.id,
        method=method,
        amount_minor=order.total.minor,
    )


def make_refunded_order(**given) -> OrderView:
    order = make_paid_order(**given)
    refund_order(
        actor=SYSTEM,
        seller_id=order.seller_id,
        order_id=order.id,
        reason=RefundReason.DAMAGED,
        restock=True,
    )
    return _seen(order.seller_id, order.id)


def name_store(seller_id: UUID, slug: str = "nahhas") -> None:
    open_store(
        actor=SYSTEM, seller_id=seller_id, slug=slug, name_ar="بيت النحّاس", name_en="Bayt Al-Nahhas"
    )


def _seen(seller_id: UUID, order_id: UUID) -> OrderView:
    found = order_view(seller_id, order_id)
    assert found is not None
    return found
