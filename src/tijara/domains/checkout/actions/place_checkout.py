"""Confirm a cart: one order with each of its sellers, through the order door.

The buyer's intent is committed before the door is asked, and what the door answered after it. A
crash in between leaves an intent that `resume_checkouts` brings to its end; the door's keys make
sure that nothing is ordered twice.
"""

from dataclasses import replace
from datetime import date
from uuid import UUID

import orjson
from django.db import connection

from tijara.domains.markets.shapes import MarketPolicy
from tijara.domains.orders.shapes import OrderToPlace
from tijara.domains.parties.queries import seller_terms
from tijara.domains.payments.queries import payment_options
from tijara.kit.actor import Actor
from tijara.kit.powers import Power
from tijara.kit.refusal import Invalid, Kind, Refusal
from tijara.platform.action import action

from ..queries import basket, checkout_result
from ..rules import orders_to_place, tidied_address
from ..shapes import Basket, CheckoutResult, Confirmation
from ..states import LIFE
from .finish_checkout import finish_checkout

OPEN = """
    INSERT INTO checkout (buyer_id, id, state, intent, outcomes, opened_at, moved_at)
    VALUES (%s, %s, %s, %s::jsonb, '[]', now(), now()) ON CONFLICT DO NOTHING
"""


class EmptyCart(Refusal):
    code = "checkout.empty_cart"


class BasketChanged(Refusal):
    """The total is not the one that the buyer saw; nothing was ordered."""

    code = "checkout.basket_changed"


class AddressInvalid(Invalid):
    code = "checkout.address_invalid"


class PaymentNotPossible(Refusal):
    code = "checkout.payment_not_possible"
    kind = Kind.INVALID


@action(power=Power.BUY, atomic=False)
def place_checkout(
    *, actor: Actor, buyer_id: UUID, market: MarketPolicy, on: date, confirmation: Confirmation
) -> CheckoutResult:
    """The same `checkout_id` again is answered with what became of it the first time."""
    method, checkout_id = confirmation.payment_method, confirmation.checkout_id
    cart = basket(buyer_id=buyer_id, market=market, payment_method=method, on=on)
    if not cart.sellers:
        return _what_became_of(buyer_id, checkout_id)
    address, wrong = tidied_address(confirmation.address, market.country)
    if wrong:
        raise AddressInvalid(wrong)
    _check_payment(market, cart, method)
    if cart.total.minor != confirmation.expected_total_minor:
        raise BasketChanged(total=cart.total)
    terms = seller_terms(seller.seller_id for seller in cart.sellers).values()
    orders = orders_to_place(
        cart,
        market,
        buyer_id,
        {one.id: one.commission_bp for one in terms if one.commission_bp is not None},
        replace(confirmation, address=address),
    )
    is_first = _open(buyer_id, checkout_id, orders)
    return finish_checkout(
        actor=actor,
        buyer_id=buyer_id,
        checkout_id=checkout_id,
        orders=orders if is_first else None,
    )


def _what_became_of(buyer_id: UUID, checkout_id: UUID) -> CheckoutResult:
    """The cart is empty: it was ordered a moment ago by this very form, or it is just empty."""
    result = checkout_result(buyer_id, checkout_id)
    if result is None:
        raise EmptyCart()
    return result


def _check_payment(market: MarketPolicy, cart: Basket, payment_method: str) -> None:
    for option in payment_options(market, cart.total - cart.fee):
        if option.method == payment_method and not option.refused_because:
            return
    raise PaymentNotPossible()


def _open(buyer_id: UUID, checkout_id: UUID, orders: dict[UUID, OrderToPlace]) -> bool:
    """Commit the intent. False if a press of the same form was quicker: its intent stands."""
    intent = {str(seller_id): order for seller_id, order in orders.items()}
    given = [buyer_id, checkout_id, LIFE.start, orjson.dumps(intent).decode()]
    with connection.cursor() as cursor:
        cursor.execute(OPEN, given)
        return cursor.rowcount == 1
