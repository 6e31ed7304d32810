"""Put an order among one's own: for who has signed in and holds its signed link."""

from django.http import Http404, HttpRequest, HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from tijara.domains.orders.queries import order as find_order
from tijara.domains.orders.queries import read_order_token
from tijara.domains.orders.shapes import OrderView
from tijara.domains.parties.actions import keep_order
from tijara.domains.parties.queries import kept_orders
from tijara.faces.storefront.buyers import known_buyers
from tijara.faces.storefront.frame import see_other
from tijara.kit.actor import Actor, ActorKind
from tijara.kit.powers import VISITOR_POWERS
from tijara.ui.directions import to_sign_in
from tijara.ui.visitors import is_signed_in


@require_POST
def keeping(request: HttpRequest, token: str) -> HttpResponse:
    key = read_order_token(token)
    found = find_order(*key) if key else None
    if found is None:
        raise Http404
    if not is_signed_in(request):
        return to_sign_in(request, f"/orders/{token}")
    if may_keep(request, found):
        person = Actor(ActorKind.BUYER, request.user.pk, powers=VISITOR_POWERS)
        keep_order(actor=person, seller_id=found.seller_id, order_id=found.id)
    return see_other("order", token, say=_("You find it under “My orders” now."))


def may_keep(request: HttpRequest, found: OrderView) -> bool:
    """Whether the button is of any use: he has signed in, and it is not among his orders yet."""
    if not is_signed_in(request) or found.buyer_id in known_buyers(request):
        return False
    return (found.seller_id, found.id) not in kept_orders(request.user.pk)
