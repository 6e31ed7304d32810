"""`…inside charges COUNT`: so many orders that wait for a card, each with its page at the gateway.

Placed through the order door and asked of the gateway's simulator over HTTP, as a buyer would.
"""

import json
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import timedelta
from uuid import UUID

from django.db import connection

from tijara.domains.markets.queries import markets
from tijara.domains.offers.queries import seller_offers
from tijara.domains.offers.shapes import OfferRow
from tijara.domains.orders.actions import place_orders
from tijara.domains.orders.shapes import OrderState, OrderToPlace, PlacedOrder
from tijara.domains.parties.queries import all_sellers
from tijara.domains.payments.actions import open_charge, start_attempt
from tijara.domains.payments.shapes import ChargePart, ChargeToOpen, PaymentMethod, WayBack
from tijara.faces.cli.terminal import say
from tijara.kit.actor import SYSTEM
from tijara.kit.clock import now
from tijara.kit.money import Money

from .door import order_of

WIDTH = 50
HANDS = 4
BACK = WayBack("http://localhost:1/pay/return", "http://localhost:1/pay", "bench")


def run(count: str, goods: str) -> None:
    """`goods` as `inside goods` says them. Says how many charges are waiting to be paid."""
    (offer,) = [
        row
        for seller in all_sellers()
        for row in seller_offers(seller.id, size=100).items
        if str(row.id) == goods
    ]
    placed = [one for _ in range(0, int(count), WIDTH) for one in _orders(offer)]
    with ThreadPoolExecutor(HANDS) as hands:
        asked = list(hands.map(lambda one: _ask(*one), placed))
    say(json.dumps(len(asked)))


def _orders(offer: OfferRow) -> list[tuple[OrderToPlace, PlacedOrder]]:
    due_at = now() + timedelta(hours=1)
    orders = [
        replace(
            order_of(offer),
            market_id=markets()[0].id,
            payment_method=PaymentMethod.CARD,
            state=OrderState.PENDING,
            due_at=due_at,
        )
        for _ in range(WIDTH)
    ]
    answers = place_orders(actor=SYSTEM, seller_id=offer.seller_id, orders=orders)
    return list(zip(orders, answers, strict=True))


def _ask(order: OrderToPlace, placed: PlacedOrder) -> UUID:
    part = ChargePart(placed.seller_id, placed.order_id, placed.number, order.total_minor)
    charge = ChargeToOpen(
        checkout_id=order.checkout_id,
        market_id=order.market_id,
        method=PaymentMethod.CARD,
        amount=Money(order.total_minor, order.currency),
        parts=(part,),
        due_at=order.due_at,
        language="ar",
    )
    buyer_id = order.buyer_id
    try:
        charge_id = open_charge(actor=SYSTEM, buyer_id=buyer_id, charge=charge)
        start_attempt(actor=SYSTEM, buyer_id=buyer_id, charge_id=charge_id, way_back=BACK)
    finally:
        connection.close()
    return charge_id
