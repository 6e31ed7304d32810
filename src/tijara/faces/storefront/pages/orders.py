"""What this visitor has ordered: from this browser, or under all ids that a person has had."""

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from tijara.domains.checkout.queries import orders_of_buyer, pay_standings_of
from tijara.domains.orders.queries import order_link_token
from tijara.domains.orders.queries import orders as find_orders
from tijara.domains.orders.shapes import OrderView
from tijara.domains.parties.queries import kept_orders
from tijara.domains.stores.queries import stores
from tijara.faces.storefront.buyers import known_buyers
from tijara.faces.storefront.frame import page
from tijara.faces.storefront.order_words import STATES, WAITED_STATES, spoken
from tijara.faces.storefront.pages.order import deposit_told
from tijara.ui.visitors import is_signed_in


@require_safe
def orders(request: HttpRequest) -> HttpResponse:
    found = _found(request)
    windows = stores({one.seller_id for one in found})
    standings = pay_standings_of(found)
    shown = [
        {
            "order": one,
            "store": windows.get(one.seller_id),
            "token": order_link_token(one.seller_id, one.id),
            "pieces": sum(line.quantity for line in one.lines),
            "deposit": deposit_told(one),
            "state": WAITED_STATES[standings[one.id]] if one.id in standings else STATES[one.state],
        }
        for one in found
    ]
    context = {"orders": shown, "is_signed_in": is_signed_in(request)}
    return page(request, "orders", context, is_private=True)


def _found(request: HttpRequest) -> list[OrderView]:
    """With those that a person put among his own, the newest first."""
    mine = known_buyers(request)
    found = {one.id: one for one in orders_of_buyer(*mine)} if mine else {}
    if is_signed_in(request):
        found |= find_orders(kept_orders(request.user.pk))
    return sorted(spoken(found.values()), key=lambda order: order.placed_at, reverse=True)
