"""What was in an order goes into the cart once more, at today's prices."""

from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_POST

from tijara.domains.carts.actions import CartFull, put_in_cart, set_quantity
from tijara.domains.carts.queries import picked_lines
from tijara.domains.offers.queries import offers_of_products
from tijara.domains.offers.shapes import OfferCard
from tijara.domains.orders.shapes import OrderView
from tijara.domains.stores.queries import paused_stores
from tijara.faces.storefront.buyers import as_actor, known_buyer, remember
from tijara.faces.storefront.frame import see_other
from tijara.faces.storefront.here import sellers_here
from tijara.faces.storefront.pace import PICKING, pace
from tijara.faces.storefront.pages.cart import FULL
from tijara.faces.storefront.pages.order import found_order
from tijara.kit.ids import new_id

ALL_IN = _("All of it is in your cart, at today’s prices.")
SOME_IN = _("What the shop still has is in your cart, at today’s prices.")
NONE_LEFT = _("The shop has none of it just now, so your cart is as it was.")
Pick = tuple[OfferCard, int]


@require_POST
def again(request: HttpRequest, token: str) -> HttpResponse:
    """Into the cart of who holds the link. What lies there already stays as it is."""
    found = found_order(token)
    buyer_id = known_buyer(request) or new_id()
    pace(PICKING, buyer_id)
    picks = _picks(found)
    if not picks:
        return see_other("order", token, say=NONE_LEFT, tone="warn")
    try:
        _put(buyer_id, picks)
    except CartFull:
        response = see_other("cart", say=FULL, tone="warn")
    else:
        response = see_other("cart", say=ALL_IN if _is_all(found, picks) else SOME_IN)
    remember(request, response, buyer_id)
    return response


def _picks(found: OrderView) -> list[Pick]:
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


def _put(buyer_id: UUID, picks: list[Pick]) -> None:
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


def _is_all(found: OrderView, picks: list[Pick]) -> bool:
    return sum(many for _offer, many in picks) == sum(line.quantity for line in found.lines)
