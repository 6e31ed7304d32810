"""What this browser has ordered."""

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from tijara.domains.checkout.queries import orders_of_buyer
from tijara.domains.orders.queries import order_link_token
from tijara.domains.stores.queries import stores
from tijara.faces.storefront.buyers import known_buyer
from tijara.faces.storefront.frame import page
from tijara.faces.storefront.order_words import STATES


@require_safe
def orders(request: HttpRequest) -> HttpResponse:
    buyer_id = known_buyer(request)
    found = orders_of_buyer(buyer_id) if buyer_id else []
    windows = stores({one.seller_id for one in found})
    shown = [
        {
            "order": one,
            "store": windows.get(one.seller_id),
            "token": order_link_token(one.seller_id, one.id),
            "pieces": sum(line.quantity for line in one.lines),
            "state_name": STATES[one.state][0],
            "state_tone": STATES[one.state][1],
        }
        for one in found
    ]
    return page(request, "orders", {"orders": shown}, is_private=True)
