"""What was in an order goes into the cart once more, at today's prices."""

from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_POST

from tijara.domains.carts.actions import CartFull
from tijara.faces.storefront.buyers import known_buyer, remember
from tijara.faces.storefront.frame import see_other
from tijara.faces.storefront.pace import PICKING, pace
from tijara.faces.storefront.pages.cart import FULL
from tijara.faces.storefront.pages.order import found_order
from tijara.faces.storefront.repeats import is_all, picks_of, put_picks
from tijara.kit.ids import new_id

ALL_IN = _("All of it is in your cart, at today’s prices.")
SOME_IN = _("What the shop still has is in your cart, at today’s prices.")
NONE_LEFT = _("The shop has none of it just now, so your cart is as it was.")


@require_POST
def again(request: HttpRequest, token: str) -> HttpResponse:
    """Into the cart of who holds the link. What lies there already stays as it is."""
    found = found_order(token)
    buyer_id = known_buyer(request) or new_id()
    pace(PICKING, buyer_id)
    picks = picks_of(found)
    if not picks:
        return see_other("order", token, say=NONE_LEFT, tone="warn")
    try:
        put_picks(buyer_id, picks)
    except CartFull:
        response = see_other("cart", say=FULL, tone="warn")
    else:
        response = see_other("cart", say=ALL_IN if is_all(found, picks) else SOME_IN)
    remember(request, response, buyer_id)
    return response
