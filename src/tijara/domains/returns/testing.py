"""Makers of orders that are paid, delivered and taken back, for tests of the domains above."""

from datetime import timedelta
from uuid import UUID

from tijara.domains.fulfilment.actions import record_delivery, ship_order
from tijara.domains.fulfilment.testing import ROAD, move
from tijara.domains.markets.testing import make_market
from tijara.domains.offers.testing import make_offer
from tijara.domains.orders.actions import credit_order, record_deposit, record_payment
from tijara.domains.orders.queries import order as order_view
from tijara.domains.orders.shapes import OrderState, OrderView
from tijara.domains.orders.testing import make_line, make_order_to_place, place_one
from tijara.domains.parties.testing import seller_actor
from tijara.domains.payments.shapes import ChargePart, PaymentMethod
from tijara.domains.payments.testing import make_paid_charge
from tijara.domains.stores.actions import open_store
from tijara.domains.wallet.actions import move_credit
from tijara.domains.wallet.shapes import CreditKind, CreditToPut
from tijara.domains.wallet.testing import make_buyer_with
from tijara.kit.actor import SYSTEM, Actor, ActorKind
from tijara.kit.balances import OrderMark
from tijara.kit.clock import now
from tijara.kit.ids import new_id
from tijara.kit.money import Money
from tijara.kit.powers import BUYER_POWERS

from .actions import (
    approve_return,
    inspect_return,
    receive_return,
    refund_order,
    request_return,
    send_goods,
)
from .queries import return_view
from .shapes import Looked, RefundReason, ReturnDraft, ReturnState, ReturnView, Wish


def make_paid_order(
    method: PaymentMethod = PaymentMethod.CARD,
    state: OrderState = OrderState.DELIVERED,
    seller_id: UUID | None = None,
    credit_minor: int = 0,
    deposit_minor: int = 0,
    **given,
) -> OrderView:
    """Two pieces at 115.00 with delivery, paid as `method` says and brought to `state`; so much of
    it with the wallet of its buyer, who has an account then. `deposit_minor` of what is paid in
    cash was put down by card before; half of it is lost by a refusal."""
    offer = make_offer(price_minor=11500, units=10, seller_id=seller_id)
    line = make_line(
        offer_id=offer.id,
        offer_version=offer.version,
        stock_id=offer.stock_id,
        variant_id=offer.variant_id,
        product_id=offer.product_id,
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
    if deposit_minor:
        waits = {"state": OrderState.PENDING, "due_at": now() + timedelta(hours=1)}
        amounts |= {"payment_method": PaymentMethod.CARD} | waits
    if credit_minor:
        given = {"buyer_id": make_buyer_with(credit_minor)} | given
    placed = place_one(offer.seller_id, make_order_to_place(line, **(amounts | given)))
    if credit_minor:
        spend_credit(offer.seller_id, placed.order_id, credit_minor)
    if deposit_minor:
        put_down(offer.seller_id, placed.order_id, deposit_minor)
    if not is_cash and not _seen(offer.seller_id, placed.order_id).paid_at:
        pay(offer.seller_id, placed.order_id, method)
    for step in ROAD[state]:
        move(step, offer.seller_id, placed.order_id)
    return _seen(offer.seller_id, placed.order_id)


def make_parted_order(
    method: PaymentMethod = PaymentMethod.CARD,
    *,
    sends_rest: bool = True,
    seller_id: UUID | None = None,
    **policies,
) -> tuple[OrderView, UUID | None]:
    """One of two pieces has arrived; the other is on its way, in the parcel whose id this is, or
    still with its seller. In a market with these `policies`."""
    order = make_paid_order(method, OrderState.CONFIRMED, seller_id)
    make_market(**policies)
    which = {"actor": SYSTEM, "seller_id": order.seller_id, "order_id": order.id}
    first = ship_order(**which, carrier="سمسا", units={order.lines[0].id: 1})
    record_delivery(actor=SYSTEM, seller_id=order.seller_id, shipment_id=first)
    rest = ship_order(**which, carrier="سمسا") if sends_rest else None
    return _seen(order.seller_id, order.id), rest


def pay(seller_id: UUID, order_id: UUID, method: PaymentMethod) -> None:
    """The buyer's money comes in."""
    order = _seen(seller_id, order_id)
    part = ChargePart(seller_id, order_id, order.number, order.rest.minor)
    charge = make_paid_charge(
        order.buyer_id,
        method=method,
        market_id=make_market().id,
        parts=(part,),
        amount=order.rest,
    )
    record_payment(
        actor=SYSTEM,
        seller_id=seller_id,
        order_id=order_id,
        charge_id=charge.id,
        method=method,
        amount_minor=order.rest.minor,
    )


def put_down(seller_id: UUID, order_id: UUID, minor: int) -> None:
    """What was asked before its rest is paid in cash has come by card."""
    order = _seen(seller_id, order_id)
    charge = make_paid_charge(
        order.buyer_id,
        method=PaymentMethod.CARD,
        market_id=make_market().id,
        parts=(ChargePart(seller_id, order_id, order.number, minor),),
        amount=Money(minor, order.total.currency),
    )
    record_deposit(
        actor=SYSTEM,
        seller_id=seller_id,
        order_id=order_id,
        charge_id=charge.id,
        method=PaymentMethod.CARD,
        amount_minor=minor,
        forfeit_bp=5000,
    )


def spend_credit(seller_id: UUID, order_id: UUID, minor: int) -> None:
    """Its buyer's wallet pays so much of it."""
    order = _seen(seller_id, order_id)
    credit_order(actor=SYSTEM, seller_id=seller_id, order_id=order_id, amount_minor=minor)
    move_credit(
        actor=SYSTEM,
        buyer_id=order.buyer_id,
        market_id=make_market().id,
        credit=CreditToPut(
            kind=CreditKind.SPENT,
            amount=Money(-minor, order.total.currency),
            reference=f"spent:{order_id.hex}",
            order=OrderMark(seller_id, order_id, order.number),
        ),
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


def make_return(
    order: OrderView,
    units: dict[UUID, int] | None = None,
    state: ReturnState = ReturnState.REQUESTED,
    **given,
) -> ReturnView:
    """Its buyer asks for it, and the real actions bring it to `state`; of the order's first line a
    unit, if no units are given."""
    draft = ReturnDraft(
        id=new_id(),
        units=units or {order.lines[0].id: 1},
        **{"reason": RefundReason.FAULTY, "wish": Wish.REFUND} | given,
    )
    which = {"seller_id": order.seller_id, "return_id": draft.id}
    buyer = buyer_actor(order)
    request_return(
        actor=buyer,
        buyer_id=order.buyer_id,
        seller_id=order.seller_id,
        order_id=order.id,
        draft=draft,
    )
    steps = {
        ReturnState.APPROVED: lambda: approve_return(actor=seller_actor(order.seller_id), **which),
        ReturnState.SENT: lambda: send_goods(
            actor=buyer, buyer_id=order.buyer_id, **which, carrier="سمسا", tracking_number="771"
        ),
        ReturnState.RECEIVED: lambda: receive_return(actor=seller_actor(order.seller_id), **which),
        ReturnState.INSPECTED: lambda: inspect_return(
            actor=seller_actor(order.seller_id),
            **which,
            looked={line_id: Looked(many, many) for line_id, many in draft.units.items()},
        ),
    }
    for step in steps if state in steps else ():
        steps[step]()
        if step is state:
            break
    return seen_return(order.seller_id, draft.id)


def buyer_actor(order: OrderView) -> Actor:
    return Actor(ActorKind.BUYER, owner_id=order.buyer_id, powers=BUYER_POWERS)


def seen_return(seller_id: UUID, return_id: UUID) -> ReturnView:
    found = return_view(seller_id, return_id)
    assert found is not None
    return found


def name_store(seller_id: UUID, slug: str = "nahhas") -> None:
    open_store(
        actor=SYSTEM, seller_id=seller_id, slug=slug, name_ar="بيت النحّاس", name_en="Bayt Al-Nahhas"
    )


def _seen(seller_id: UUID, order_id: UUID) -> OrderView:
    found = order_view(seller_id, order_id)
    assert found is not None
    return found
