"""What the bar's search finds: orders and products, on one page."""

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from tijara.domains.checkout.queries import pay_standings_of
from tijara.domains.offers.queries import seller_offers
from tijara.domains.orders.queries import orders_of_seller
from tijara.domains.orders.shapes import OrdersWanted
from tijara.faces.seller_hub.desk import Desk, at_desk, hub_page
from tijara.faces.seller_hub.order_views import LONGEST_TEXT
from tijara.faces.seller_hub.words import state_of
from tijara.kit.powers import Power

EACH = 6


@require_safe
@at_desk
def find(request: HttpRequest, desk: Desk) -> HttpResponse:
    """A few of each kind, and the way to the rest."""
    text = request.GET.get("q", "").strip()[:LONGEST_TEXT]
    orders, goods = [], []
    if text and desk.actor.may(Power.ORDERS_HANDLE):
        wanted = OrdersWanted(text=text)
        found = orders_of_seller(desk.seller_id, wanted, size=EACH).items
        standings = pay_standings_of(found)
        orders = [(row, *state_of(row.state, standings.get(row.id))) for row in found]
    if text and desk.actor.may(Power.STOCK_MANAGE):
        goods = seller_offers(desk.seller_id, text=text, size=EACH).items
    return hub_page(request, desk, "find", {"query": text, "orders": orders, "goods": goods})
