"""Pure rules of the checkout: a deliverable address, the sums of a basket, the orders to place."""

from collections.abc import Mapping, Sequence
from dataclasses import asdict
from uuid import UUID, uuid5

from tijara.domains.markets.queries import tidy_address
from tijara.domains.markets.shapes import MarketPolicy
from tijara.domains.orders.shapes import DeliveryAddress, LineToPlace, OrderToPlace
from tijara.domains.taxes.queries import taxed_lines
from tijara.kit.money import Money, allocate, round_half_up, total

from .shapes import Basket, BasketLine, Confirmation, SellerBasket

BASIS = 10_000


def tidied_address(typed: DeliveryAddress, country: str) -> tuple[DeliveryAddress, dict[str, str]]:
    """The address as it is kept, and what is wrong with it: a code by field; empty, all is well.

    What a country's addresses consist of is the market's knowledge (`markets.tidy_address`).
    """
    fields, wrong = tidy_address(asdict(typed), country)
    return DeliveryAddress(**fields), wrong


def fee_shares(fee: Money, sellers: Sequence[SellerBasket]) -> list[Money]:
    """The one fee of a checkout, shared over its orders by what they are worth."""
    weights = [(seller.items + seller.delivery).minor for seller in sellers]
    return [Money(share, fee.currency) for share in allocate(fee.minor, weights)]


def basket_sums(sellers: Sequence[SellerBasket], fee: Money) -> dict[str, Money]:
    """items, delivery and total of a whole basket."""
    items = total([seller.items for seller in sellers], fee.currency)
    delivery = total([seller.delivery for seller in sellers], fee.currency)
    return {"items": items, "delivery": delivery, "total": items + delivery + fee}


def orders_to_place(
    cart: Basket,
    market: MarketPolicy,
    buyer_id: UUID,
    own_rates: Mapping[UUID, int],
    said: Confirmation,
) -> dict[UUID, OrderToPlace]:
    """One order a seller. `own_rates` are the commissions (bp) of sellers who have their own."""
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
        name_ar=" ".join(filter(None, (line.name_ar, line.label_ar))),
        name_en=" ".join(filter(None, (line.name_en, line.label_en))),
        picture=line.picture,
        sku=line.sku,
        quantity=line.quantity,
        unit_minor=line.unit.minor,
        tax_bp=tax_bp,
        tax_minor=taxed.tax_minor,
        commission_minor=commission,
        commission_vat_minor=round_half_up(commission * vat_bp, BASIS),
    )
