"""What promotions take off a basket, as the checkout asks them, and a use of each limited one."""

from collections.abc import Sequence
from dataclasses import replace
from uuid import UUID

from tijara.domains.markets.shapes import MarketPolicy
from tijara.domains.orders.shapes import LineToPlace, OrderToPlace, PriceReason, ReasonKind
from tijara.domains.promotions.actions import claim_uses, record_uses, settle_claims
from tijara.domains.promotions.queries import discounts
from tijara.domains.promotions.shapes import ClaimWanted, Cut, Good, PromotedBasket, UseToRecord
from tijara.faces.cli.bench.past import Shelf, commission_on
from tijara.kit.actor import SYSTEM
from tijara.kit.clock import now
from tijara.kit.money import Money

DEPARTMENT = "trial"


def cuts_of(
    market: MarketPolicy,
    shelf: Shelf,
    lines: Sequence[LineToPlace],
    delivery_minor: int,
    codes: tuple[str, ...],
) -> tuple[Cut, ...]:
    """In the order in which they are taken off."""
    basket = PromotedBasket(
        market_id=market.id,
        moment=now(),
        goods=tuple(
            Good(shelf.seller_id, one.product_id, DEPARTMENT, None, one.quantity, one.unit_minor)
            for one in lines
        ),
        deliveries={shelf.seller_id: delivery_minor},
        codes=codes,
    )
    return discounts(basket).cuts


def lower(order: OrderToPlace, seller_id: UUID, cuts: Sequence[Cut]) -> OrderToPlace:
    """What the market pays of it is the seller's, and bears commission like his price."""
    lines = []
    for place, line in enumerate(order.lines):
        reasons = tuple(_reason(cut, cut.lines[place]) for cut in cuts if cut.lines[place])
        off = sum(one.minor for one in reasons)
        support = sum(one.market_minor for one in reasons)
        paid = line.unit_minor * line.quantity - off + support
        lines.append(
            replace(
                line,
                list_minor=line.unit_minor,
                discount_minor=off,
                support_minor=support,
                reasons=reasons,
                commission_minor=commission_on(paid),
            )
        )
    of_delivery = tuple(
        _reason(cut, minor) for cut in cuts if (minor := cut.deliveries.get(seller_id, 0))
    )
    off = sum(one.minor for one in of_delivery)
    return replace(
        order,
        lines=tuple(lines),
        delivery_minor=order.delivery_minor - off,
        delivery_discount_minor=off,
        delivery_support_minor=sum(one.market_minor for one in of_delivery),
        delivery_reasons=of_delivery,
    )


def claim(order: OrderToPlace, cuts: Sequence[Cut]) -> None:
    """Refused where one is used up."""
    wanted = [
        ClaimWanted(cut.promotion.owner_id, cut.promotion.id, cut.minor)
        for cut in cuts
        if cut.promotion.is_limited
    ]
    if wanted:
        claim_uses(
            actor=SYSTEM, checkout_id=order.checkout_id, person=str(order.buyer_id), wanted=wanted
        )


def note(order: OrderToPlace, seller_id: UUID, order_id: UUID | None, cuts: Sequence[Cut]) -> None:
    """What the door has answered: used, or given back."""
    if order_id and cuts:
        record_uses(
            actor=SYSTEM,
            seller_id=seller_id,
            order_id=order_id,
            checkout_id=order.checkout_id,
            sales=Money(order.items_minor, order.currency),
            uses=[
                UseToRecord(
                    cut.promotion.owner_id,
                    cut.promotion.id,
                    cut.minor,
                    sum(
                        cut.market_part(minor)
                        for minor in (*cut.lines, *cut.deliveries.values())
                        if minor
                    ),
                )
                for cut in cuts
            ],
        )
    if any(cut.promotion.is_limited for cut in cuts):
        spent = {cut.promotion.id for cut in cuts} if order_id else ()
        settle_claims(actor=SYSTEM, checkout_id=order.checkout_id, spent=spent)


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
