"""Make an order ready that goes through the door later, at a price agreed beside the cart."""

from dataclasses import replace
from datetime import date
from uuid import UUID

from tijara.domains.cash_terms.queries import is_blocked
from tijara.domains.markets.shapes import CashCode, MarketPolicy
from tijara.domains.messaging.queries import reaches_phones
from tijara.domains.orders.shapes import OrderToPlace
from tijara.domains.payments.shapes import PaymentMethod
from tijara.kit.actor import Actor
from tijara.kit.clock import now
from tijara.kit.powers import Power
from tijara.kit.refusal import Kind, Refusal
from tijara.platform.action import action

from ..models import ConfirmedPhone
from ..queries import agreed_basket
from ..rules import (
    PHONE_TRUST,
    destination_of,
    opening_of,
    orders_to_place,
    out_of_reach,
    tidied_address,
    without_code,
    without_payment,
)
from ..shapes import AgreedLine, Confirmation, PreparedOrder, Wishes
from .place_checkout import AddressInvalid, CashNotForThisPhone, PaymentNotPossible


class NoLongerSold(Refusal):
    """Its seller does not offer it any more."""

    code = "checkout.no_longer_sold"
    kind = Kind.MISSING


@action(power=Power.BUY)
def prepare_order(
    *,
    actor: Actor,
    buyer_id: UUID,
    market: MarketPolicy,
    on: date,
    agreed: AgreedLine,
    said: Confirmation,
) -> PreparedOrder:
    """Nothing is written. What its deadline is counted from is when it goes through the door.

    A deposit for cash is not asked here: who has to put one down pays by card.
    """
    cart = agreed_basket(
        buyer_id=buyer_id,
        market=market,
        agreed=agreed,
        payment_method=said.payment_method,
        on=on,
        wishes=Wishes(
            said.address.city,
            said.services,
            person_id=said.person_id,
            phone=said.address.phone,
            country=destination_of(said.address.country, market)[0],
        ),
    )
    if cart is None:
        raise NoLongerSold()
    address, wrong = tidied_address(said.address, market, is_carried=not cart.is_digital)
    if not wrong and any(seller.is_out_of_reach for seller in cart.sellers):
        wrong = out_of_reach(address)
    if wrong:
        raise AddressInvalid(wrong)
    ways = {way.method for way in cart.ways if not way.refused_because and not way.deposit}
    if said.payment_method not in ways:
        raise PaymentNotPossible()
    is_cash = said.payment_method == PaymentMethod.CASH_ON_DELIVERY
    if is_cash and is_blocked(market.id, address.phone):
        raise CashNotForThisPhone()
    moment = now()
    opening = opening_of(market, said.payment_method, moment, reaches_phones=reaches_phones())
    said = replace(said, address=address)
    orders = without_payment(orders_to_place(cart, market, buyer_id, said, on, opening))
    if is_cash and _is_known(market, buyer_id, address.phone):
        orders = without_code(orders)
    order: OrderToPlace = orders[agreed.seller_id]
    return PreparedOrder(order, order.due_at - moment if order.due_at else None)


def _is_known(market: MarketPolicy, buyer_id: UUID, phone: str) -> bool:
    if market.cash_code != CashCode.NEW_PHONES:
        return False
    since = now() - PHONE_TRUST
    known = ConfirmedPhone.objects.filter(buyer_id=buyer_id, phone=phone, confirmed_at__gt=since)
    return known.exists()
