"""Pure rules of the checkout: a deliverable address, the sums of a basket, the orders to place."""

from collections.abc import Mapping, Sequence
from dataclasses import asdict, replace
from datetime import datetime, timedelta
from hashlib import blake2b
from uuid import UUID, uuid5

from tijara.domains.markets.queries import tidy_address
from tijara.domains.markets.shapes import CashCode, MarketPolicy
from tijara.domains.orders.shapes import DeliveryAddress, LineToPlace, OrderState, OrderToPlace
from tijara.domains.payments.shapes import PaymentMethod, PaymentOption
from tijara.domains.taxes.queries import taxed_lines
from tijara.kit.money import Money, allocate, round_half_up, total

from .shapes import Basket, BasketLine, Confirmation, SellerBasket

BASIS = 10_000
CODE_PATIENCE = timedelta(hours=24)
"""How long a cash order waits for its buyer's phone to be confirmed."""
CASH_ORDER = "cash_order"
"""What the code is for."""
PHONE_TRUST = timedelta(days=180)
"""How long a confirmed phone needs no new code of the same buyer."""


PERSON = frozenset({"recipient", "phone", "email"})
"""What is asked of everybody, also where nothing is carried."""


def tidied_address(
    typed: DeliveryAddress, country: str, *, is_carried: bool = True
) -> tuple[DeliveryAddress, dict[str, str]]:
    """The address as it is kept, and what is wrong with it: a code by field; empty, all is well.

    What a country's addresses consist of is the market's knowledge (`markets.tidy_address`). Where
    nothing is carried the person is enough, and no place is kept.
    """
    told = asdict(typed)
    if is_carried:
        fields, wrong = tidy_address(told, country)
    else:
        told = {name: text if name in PERSON else "" for name, text in told.items()}
        fields, wrong = tidy_address(told, country)
        wrong = {name: code for name, code in wrong.items() if name in PERSON}
    return DeliveryAddress(**fields), wrong


def mobile_number(typed: str, country: str) -> str | None:
    """E.164, or None when no courier could ring it."""
    tidy, wrong = tidied_address(DeliveryAddress("", typed, ""), country, is_carried=False)
    return None if "phone" in wrong else tidy.phone


def fee_shares(fee: Money, sellers: Sequence[SellerBasket]) -> list[Money]:
    """The one fee of a checkout, in equal parts: each order has its own courier at the door, and
    his sum should be one that a buyer can count out."""
    return [Money(share, fee.currency) for share in allocate(fee.minor, [1] * len(sellers))]


def basket_sums(sellers: Sequence[SellerBasket], fee: Money) -> dict[str, Money]:
    """items, delivery and total of a whole basket."""
    items = total([seller.items for seller in sellers], fee.currency)
    delivery = total([seller.delivery for seller in sellers], fee.currency)
    return {"items": items, "delivery": delivery, "total": items + delivery + fee}


def tax_inside(sellers: Sequence[SellerBasket], fee: Money, rate: int) -> Money:
    """The tax inside a whole basket with this fee: the sum of what its orders will hold."""
    amounts = [line.total.minor for seller in sellers for line in seller.lines]
    amounts += [seller.delivery.minor for seller in sellers]
    amounts += [share.minor for share in fee_shares(fee, sellers)] if sellers else []
    return Money(sum(line.tax_minor for line in taxed_lines(amounts, rate)), fee.currency)


def mark_of(sellers: Sequence[SellerBasket], ways: Sequence[PaymentOption]) -> str:
    """Changes when anything does that a buyer sees of his basket, also where the sum stays:
    two prices that moved against each other are two prices that he did not agree to."""
    shown = [
        (
            seller.seller_id.hex,
            seller.service,
            seller.delivery.minor,
            [(line.offer_id.hex, line.quantity, line.unit.minor) for line in seller.lines],
        )
        for seller in sellers
    ]
    told = repr((shown, [(str(way.method), way.fee.minor) for way in ways]))
    return blake2b(told.encode(), digest_size=12).hexdigest()


def opening_of(
    market: MarketPolicy, payment_method: str, moment: datetime
) -> tuple[OrderState, datetime | None]:
    """How its orders begin, and until when they wait. A cash order waits for its phone to be
    confirmed, unless it turns out to be known (`without_code`)."""
    if payment_method == PaymentMethod.CARD:
        return OrderState.PENDING, moment + timedelta(minutes=market.pay_minutes)
    if payment_method == PaymentMethod.BANK_TRANSFER:
        return OrderState.PENDING, moment + timedelta(hours=market.transfer_hours)
    if market.cash_code != CashCode.NEVER:
        return OrderState.PENDING, moment + CODE_PATIENCE
    return OrderState.PLACED, None


def without_code(orders: Mapping[UUID, OrderToPlace]) -> dict[UUID, OrderToPlace]:
    """Cash orders of a phone that was confirmed before wait for nothing."""
    return {
        seller_id: replace(order, state=OrderState.PLACED, due_at=None)
        if order.payment_method == PaymentMethod.CASH_ON_DELIVERY
        else order
        for seller_id, order in orders.items()
    }


def orders_to_place(
    cart: Basket,
    market: MarketPolicy,
    buyer_id: UUID,
    own_rates: Mapping[UUID, int],
    said: Confirmation,
    opening: tuple[OrderState, datetime | None] = (OrderState.PLACED, None),
) -> dict[UUID, OrderToPlace]:
    """One order a seller. `own_rates` are the commissions (bp) of sellers who have their own."""
    state, due_at = opening
    shares = fee_shares(cart.fee, cart.sellers)
    return {
        seller.seller_id: OrderToPlace(
            idempotency_key=order_key(buyer_id, said.checkout_id),
            buyer_id=buyer_id,
            checkout_id=said.checkout_id,
            market_id=market.id,
            currency=market.currency,
            payment_method=said.payment_method,
            language=said.language,
            address=said.address,
            state=state,
            due_at=due_at,
            delivery_service=seller.service,
            promised_from=seller.earliest,
            promised_to=seller.latest,
            **_amounts(seller, share, cart.tax_bp, market, own_rates.get(seller.seller_id)),
        )
        for seller, share in zip(cart.sellers, shares, strict=True)
    }


def order_key(buyer_id: UUID, checkout_id: UUID) -> UUID:
    """What makes a checkout's order happen once. It is the buyer's own: a checkout's id stands in
    addresses, so somebody else may bring it, and must not be answered with this buyer's order."""
    return uuid5(buyer_id, checkout_id.hex)


def _amounts(
    seller: SellerBasket, fee: Money, tax_bp: int, market: MarketPolicy, own_rate: int | None
) -> dict:
    commission_bp = market.commission_bp if own_rate is None else own_rate
    lines = tuple(
        _line(line, tax_bp, commission_bp, market.commission_vat_bp) for line in seller.lines
    )
    beside = taxed_lines([seller.delivery.minor, fee.minor], tax_bp)
    return {
        "delivery_minor": seller.delivery.minor,
        "fee_minor": fee.minor,
        "tax_minor": sum(line.tax_minor for line in lines) + sum(one.tax_minor for one in beside),
        "lines": lines,
    }


def _line(line: BasketLine, tax_bp: int, commission_bp: int, vat_bp: int) -> LineToPlace:
    (taxed,) = taxed_lines([line.total.minor], tax_bp)
    commission = round_half_up(line.total.minor * commission_bp, BASIS)
    return LineToPlace(
        offer_id=line.offer_id,
        offer_version=line.offer_version,
        stock_id=line.stock_id,
        variant_id=line.variant_id,
        product_id=line.product_id,
        name_ar="، ".join(filter(None, (line.name_ar, line.label_ar))),
        name_en=", ".join(filter(None, (line.name_en, line.label_en))),
        picture=line.picture,
        sku=line.sku,
        quantity=line.quantity,
        unit_minor=line.unit.minor,
        tax_bp=tax_bp,
        tax_minor=taxed.tax_minor,
        commission_minor=commission,
        commission_vat_minor=round_half_up(commission * vat_bp, BASIS),
        kind=line.kind,
    )
