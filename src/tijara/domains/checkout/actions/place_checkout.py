"""Confirm a cart: one order with each of its sellers, through the order door.

The buyer's intent is committed before the door is asked, and what the door answered after it. A
crash in between leaves an intent that `resume_checkouts` brings to its end; the door's keys make
sure that nothing is ordered twice.
"""

from dataclasses import replace
from datetime import date
from functools import partial
from uuid import UUID

import orjson
from django.db import IntegrityError, connection, transaction

from tijara.domains.cash_terms.queries import is_blocked
from tijara.domains.markets.shapes import CashCode, MarketPolicy
from tijara.domains.messaging.queries import reaches_phones
from tijara.domains.orders.shapes import CompanyBuyer, OrderToPlace
from tijara.domains.payments.shapes import PaymentMethod
from tijara.domains.promotions.actions import NoMoreUses, claim_uses, settle_claims
from tijara.domains.promotions.shapes import ClaimWanted
from tijara.domains.wallet.actions import hold_credit
from tijara.kit.actor import SYSTEM, Actor
from tijara.kit.clock import now
from tijara.kit.powers import Power
from tijara.kit.refusal import Invalid, Kind, Refusal
from tijara.platform.action import action

from ..queries import basket
from ..rules import (
    PHONE_TRUST,
    checked_company,
    claims_of,
    deposit_way,
    destination_of,
    opening_of,
    order_key,
    orders_to_place,
    out_of_reach,
    phone_mark,
    tidied_address,
    with_deposits,
    without_code,
    without_payment,
)
from ..shapes import Basket, CheckoutResult, Confirmation, Wishes
from ..states import PROCESS
from .finish_checkout import NoSuchCheckout, finish_checkout

OPEN = """
    WITH opened AS (
    INSERT INTO checkout
        (buyer_id, id, state, intent, outcomes, payment_method, credit_minor, opened_at, moved_at,
         is_phone_known)
    SELECT %(buyer)s, %(id)s, %(state)s, %(intent)s::jsonb, '[]', %(method)s, %(credit)s, %(now)s,
           %(now)s,
    EXISTS (
        SELECT 1 FROM checkout_confirmed_phone
        WHERE buyer_id = %(buyer)s AND phone = %(phone)s AND confirmed_at > %(since)s)
    WHERE CASE WHEN EXISTS (SELECT 1 FROM checkout WHERE buyer_id = %(buyer)s AND id = %(id)s)
          THEN false ELSE take_cart_lines_v1(
            %(buyer)s, %(offers)s::uuid[], %(quantities)s::int[]) END
    ON CONFLICT DO NOTHING RETURNING is_phone_known
    ), noted AS (
    INSERT INTO checkout_ordered_by_phone (owner_id, id, seller_ids, turn, since)
    SELECT %(mark)s, %(key)s, %(sellers)s::uuid[], %(turn)s::smallint, %(now)s FROM opened
    )
    SELECT is_phone_known FROM opened
"""
"""With the intent its lines are taken out of the cart: of two checkouts of one cart, each with an
id of its own, the second finds nothing to order. And it is noted under its phone: of two that want
to be the first with it, the second breaks on its turn, and nothing of it is there."""


class EmptyCart(Refusal):
    code = "checkout.empty_cart"


class BasketChanged(Refusal):
    """A price, a delivery or a fee is not the one that the buyer saw; nothing was ordered."""

    code = "checkout.basket_changed"


class PromotionGone(Refusal):
    """A promotion that was shown is used up, or this person has had it. `facts["promotions"]` are
    their ids; nothing was ordered."""

    code = "checkout.promotion_gone"


class AddressInvalid(Invalid):
    code = "checkout.address_invalid"


class CompanyInvalid(Invalid):
    """No tax invoice can be written to this company."""

    code = "checkout.company_invalid"


class PaymentNotPossible(Refusal):
    code = "checkout.payment_not_possible"
    kind = Kind.INVALID


class CashNotForThisPhone(Refusal):
    """Cash is not offered for this number now; its owner may ask for it again."""

    code = "checkout.cash_not_for_this_phone"
    kind = Kind.INVALID


@action(power=Power.BUY, atomic=False)
def place_checkout(
    *, actor: Actor, buyer_id: UUID, market: MarketPolicy, on: date, confirmation: Confirmation
) -> CheckoutResult:
    """The same `checkout_id` again is answered with what became of it the first time."""
    checkout_id = confirmation.checkout_id
    company, faults = _company(confirmation, market)
    wishes = Wishes(
        confirmation.address.city,
        confirmation.services,
        None if faults else company,
        confirmation.codes,
        confirmation.without,
        confirmation.person_id,
        confirmation.address.phone,
        destination_of(confirmation.address.country, market)[0],
    )
    confirmation, cart = _priced(buyer_id, market, on, wishes, confirmation)
    if not cart.sellers:
        return _what_became_of(actor, buyer_id, checkout_id, EmptyCart())
    said = _checked(cart, market, replace(confirmation, company=company), faults)
    opening = opening_of(market, said.payment_method, now(), reaches_phones=reaches_phones())
    orders = without_payment(orders_to_place(cart, market, buyer_id, said, on, opening))
    orders = _put_down(cart, market, said, orders)
    wanted = claims_of(cart)
    if gone := _claimed(checkout_id, said.address.phone, wanted):
        return _what_became_of(actor, buyer_id, checkout_id, gone)
    opened = _begin(actor, market, buyer_id, said, orders, cart.turn)
    if opened is None:
        return _what_became_of(
            actor, buyer_id, checkout_id, BasketChanged(total=cart.total), is_claimed=bool(wanted)
        )
    return finish_checkout(
        actor=actor,
        buyer_id=buyer_id,
        checkout_id=checkout_id,
        orders=opened,
        credit_minor=said.credit_minor,
    )


def _put_down(
    cart: Basket, market: MarketPolicy, said: Confirmation, orders: dict[UUID, OrderToPlace]
) -> dict[UUID, OrderToPlace]:
    """Cash of which a part is paid before waits for that part, and for no code."""
    chosen = next((way for way in cart.ways if way.method == said.payment_method), None)
    method = deposit_way(cart.ways) if chosen and chosen.deposit else None
    if chosen is None or chosen.deposit is None or method is None:
        return orders
    _, due_at = opening_of(market, method, now(), reaches_phones=reaches_phones())
    return with_deposits(orders, chosen.deposit.minor, method, due_at or now())


def _priced(
    buyer_id: UUID, market: MarketPolicy, on: date, wishes: Wishes, said: Confirmation
) -> tuple[Confirmation, Basket]:
    """What the wallet pays whole has no fee and no other way to pay; of any other basket it pays
    what the form offered, and never more than the total."""
    priced = partial(basket, buyer_id=buyer_id, market=market, on=on, wishes=wishes)
    if said.credit_minor > 0:
        plain = priced(payment_method=None)
        if said.credit_minor >= plain.total.minor > 0:
            credit = plain.total.minor
            return replace(said, payment_method=PaymentMethod.WALLET, credit_minor=credit), plain
    cart = priced(payment_method=said.payment_method)
    return replace(said, credit_minor=max(0, min(said.credit_minor, cart.total.minor))), cart


def _claimed(checkout_id: UUID, phone: str, wanted: list[ClaimWanted]) -> PromotionGone | None:
    """A use of each limited promotion is held for the order; what is gone, if one has none left."""
    if not wanted:
        return None
    try:
        claim_uses(actor=SYSTEM, checkout_id=checkout_id, person=phone, wanted=wanted)
    except NoMoreUses as refused:
        return PromotionGone(promotions=refused.facts["promotions"])
    return None


def _what_became_of(
    actor: Actor,
    buyer_id: UUID,
    checkout_id: UUID,
    otherwise: Refusal,
    *,
    is_claimed: bool = False,
) -> CheckoutResult:
    """The cart was ordered a moment ago by this very form, or something else happened to it: then
    what was claimed for it is given back."""
    try:
        return finish_checkout(actor=actor, buyer_id=buyer_id, checkout_id=checkout_id)
    except NoSuchCheckout:
        if is_claimed:
            settle_claims(actor=SYSTEM, checkout_id=checkout_id)
        raise otherwise from None


def _checked(
    cart: Basket, market: MarketPolicy, said: Confirmation, of_company: dict[str, str]
) -> Confirmation:
    """What he confirmed, with the address as it is kept; or the refusal of the first that fails."""
    address, wrong = tidied_address(said.address, market, is_carried=not cart.is_digital)
    if not wrong and any(seller.is_out_of_reach for seller in cart.sellers):
        wrong = out_of_reach(address)
    if wrong:
        raise AddressInvalid(wrong)
    if of_company:
        raise CompanyInvalid(of_company)
    ways = {way.method for way in cart.ways if not way.refused_because}
    is_covered = said.credit_minor == cart.total.minor > 0
    if said.payment_method not in ways | ({PaymentMethod.WALLET} if is_covered else set()):
        raise PaymentNotPossible()
    is_cash = said.payment_method == PaymentMethod.CASH_ON_DELIVERY
    if is_cash and is_blocked(market.id, address.phone):
        raise CashNotForThisPhone()
    if cart.seen != said.seen:
        raise BasketChanged(total=cart.total)
    return replace(said, address=address)


def _company(
    said: Confirmation, market: MarketPolicy
) -> tuple[CompanyBuyer | None, dict[str, str]]:
    if said.company is None:
        return None, {}
    return checked_company(said.company, market.country)


def _begin(
    actor: Actor,
    market: MarketPolicy,
    buyer_id: UUID,
    said: Confirmation,
    orders: dict[UUID, OrderToPlace],
    turn: int,
) -> dict[UUID, OrderToPlace] | None:
    """The intent, and with it what is held of the wallet: where that is short, neither is there."""
    if not said.credit_minor:
        return _open(market, buyer_id, said, orders, turn)
    with transaction.atomic():
        opened = _open(market, buyer_id, said, orders, turn)
        if opened is not None:
            hold_credit(
                actor=actor,
                buyer_id=buyer_id,
                market_id=market.id,
                checkout_id=said.checkout_id,
                amount_minor=said.credit_minor,
            )
    return opened


def _open(
    market: MarketPolicy,
    buyer_id: UUID,
    said: Confirmation,
    orders: dict[UUID, OrderToPlace],
    turn: int,
) -> dict[UUID, OrderToPlace] | None:
    """Commit the intent. None if a press of the same form was quicker, whose intent stands, or
    another checkout, or if the cart is no longer what was priced; or if somebody else was new with
    this phone a moment ago.

    The same statement asks whether the phone is known: then nothing is waited for.
    """
    intent = orjson.dumps({str(seller_id): order for seller_id, order in orders.items()}).decode()
    since = now() - PHONE_TRUST if market.cash_code == CashCode.NEW_PHONES else None
    lines = [line for order in orders.values() for line in order.lines]
    given = {
        "buyer": buyer_id,
        "id": said.checkout_id,
        "state": PROCESS.start,
        "intent": intent,
        "method": next((order.payment_method for order in orders.values()), said.payment_method),
        "credit": said.credit_minor,
        "phone": said.address.phone,
        "since": since,
        "now": now(),
        "offers": [line.offer_id for line in lines],
        "quantities": [line.quantity for line in lines],
        "mark": phone_mark(market.id, said.address.phone),
        "key": order_key(buyer_id, said.checkout_id),
        "sellers": list(orders),
        "turn": turn or None,
    }
    row = _first(given) if turn else _opened(given)
    if row is None:
        return None
    (is_phone_known,) = row
    return without_code(orders) if is_phone_known else orders


def _opened(given: dict) -> tuple | None:
    with connection.cursor() as cursor:
        cursor.execute(OPEN, given)
        return cursor.fetchone()


def _first(given: dict) -> tuple | None:
    try:
        with transaction.atomic():
            return _opened(given)
    except IntegrityError:
        return None
