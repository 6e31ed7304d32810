"""What was in an order, as far as the shop still has it, and how it comes into a cart."""

from uuid import UUID

from tijara.domains.carts.actions import put_in_cart, set_quantity
from tijara.domains.carts.queries import picked_lines
from tijara.domains.offers.queries import offers_of_products
from tijara.domains.offers.shapes import OfferCard
from tijara.domains.orders.shapes import OrderView
from tijara.domains.stores.queries import paused_stores
from tijara.faces.storefront.buyers import as_actor
from tijara.faces.storefront.here import sellers_here

Pick = tuple[OfferCard, int]


def picks_of(found: OrderView) -> list[Pick]:
    """His seller's own offers, each as often as it was bought or as there are left."""
    if found.seller_id in paused_stores() or not sellers_here([found.seller_id]):
        return []
    offered = offers_of_products({line.product_id for line in found.lines})
    to_be_had = {
        (one.variant_id, one.stock_id): one
        for some in offered.values()
        for one in some
        if one.seller_id == found.seller_id and one.can_be_bought
    }
    keys = [(line, (line.variant_id, line.stock_id)) for line in found.lines]
    return [
        (to_be_had[key], min(line.quantity, to_be_had[key].free))
        for line, key in keys
        if key in to_be_had
    ]


def put_picks(buyer_id: UUID, picks: list[Pick]) -> None:
    """Pressed twice, it is in there once: the number is set, whatever was put in meanwhile."""
    lies_there = {line.offer_id for line in picked_lines(buyer_id)}
    for offer, quantity in picks:
        if offer.id in lies_there:
            continue
        put_in_cart(
            actor=as_actor(buyer_id),
            buyer_id=buyer_id,
            seller_id=offer.seller_id,
            offer_id=offer.id,
            quantity=quantity,
            seen_minor=offer.price.minor,
        )
        set_quantity(
            actor=as_actor(buyer_id), buyer_id=buyer_id, offer_id=offer.id, quantity=quantity
        )


def is_all(found: OrderView, picks: list[Pick]) -> bool:
    return sum(many for _offer, many in picks) == sum(line.quantity for line in found.lines)
