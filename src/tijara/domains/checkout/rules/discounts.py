"""Pure rules of prices for a buyer, and of promotions, in a basket and in the orders it becomes."""

from collections.abc import Sequence
from dataclasses import replace
from uuid import UUID

from tijara.domains.markets.shapes import MarketPolicy
from tijara.domains.orders.shapes import OrderToPlace, PriceReason, ReasonKind
from tijara.domains.pricing.shapes import PriceFound
from tijara.domains.promotions.shapes import (
    ClaimWanted,
    Cut,
    Discounts,
    Good,
    PromotedBasket,
    UseToRecord,
)
from tijara.kit.clock import now
from tijara.kit.money import Money

from ..shapes import Basket, BasketLine, SellerBasket


def by_price_list(line: BasketLine, found: PriceFound | None) -> BasketLine:
    """At the price of the buyer's list, with what it saves him."""
    if found is None:
        return line
    reason = PriceReason(
        ReasonKind.PRICE_LIST,
        found.list_id,
        line.seller_id,
        (line.unit - found.unit).minor * line.quantity,
        found.name_ar,
        found.name_en,
        found.name_fr,
    )
    return replace(line, unit=found.unit, listed=line.unit, reasons=(reason,))


def basket_for_promotions(
    market: MarketPolicy,
    sellers: Sequence[SellerBasket],
    codes: tuple[str, ...],
    *,
    is_first_order: bool,
    groups: frozenset[UUID] = frozenset(),
) -> PromotedBasket:
    return PromotedBasket(
        market_id=market.id,
        moment=now(),
        goods=tuple(
            Good(
                line.seller_id,
                line.product_id,
                line.category_path,
                line.brand_id,
                line.quantity,
                line.unit.minor,
            )
            for seller in sellers
            for line in seller.lines
        ),
        deliveries={seller.seller_id: seller.delivery.minor for seller in sellers},
        codes=codes,
        is_first_order=is_first_order,
        groups=groups,
    )


def with_discounts(sellers: Sequence[SellerBasket], taken: Discounts) -> tuple[SellerBasket, ...]:
    """Each line and delivery with what is taken off it, and by what."""
    found, place = [], 0
    for seller in sellers:
        lines = []
        for line in seller.lines:
            mine = tuple(_reason(cut, cut.lines[place]) for cut in taken.cuts if cut.lines[place])
            place += 1
            lines.append(_noticed(replace(line, reasons=(*line.reasons, *mine))))
        off = tuple(
            _reason(cut, minor)
            for cut in taken.cuts
            if (minor := cut.deliveries.get(seller.seller_id, 0))
        )
        delivery = seller.delivery - Money(sum(one.minor for one in off), seller.delivery.currency)
        found.append(replace(seller, lines=tuple(lines), delivery=delivery, delivery_reasons=off))
    return tuple(found)


def _reason(cut: Cut, minor: int) -> PriceReason:
    told = cut.promotion
    return PriceReason(
        ReasonKind.PROMOTION,
        told.id,
        told.owner_id,
        minor,
        told.name_ar,
        told.name_en,
        told.name_fr,
        told.code,
        cut.market_part(minor),
    )


def _noticed(line: BasketLine) -> BasketLine:
    """What a shelf has shown with a promotion that still holds is no change of its price."""
    is_same = line.seen * line.quantity == line.asked
    return replace(line, problem="") if line.problem == "price_changed" and is_same else line


def uses_of(order: OrderToPlace) -> list[UseToRecord]:
    """What an order gets by each promotion, lines and delivery together."""
    sums: dict[tuple[UUID, UUID], list[int]] = {}
    of_lines = [reason for line in order.lines for reason in line.reasons]
    for reason in (*of_lines, *order.delivery_reasons):
        if reason.kind is ReasonKind.PROMOTION:
            both = sums.setdefault((reason.owner_id, reason.id), [0, 0])
            both[0] += reason.minor
            both[1] += reason.market_minor
    return [UseToRecord(*key, *both) for key, both in sums.items()]


def claims_of(cart: Basket) -> list[ClaimWanted]:
    """A use of each limited promotion that takes something off."""
    return [
        ClaimWanted(cut.promotion.owner_id, cut.promotion.id, cut.minor)
        for cut in cart.discounts.cuts
        if cut.promotion.is_limited
    ]
