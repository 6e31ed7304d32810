"""What the bar's search finds: orders, sellers, payments and products, as far as one may see."""

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from tijara.domains.catalogue.queries import find_products
from tijara.domains.checkout.queries import pay_standings_of
from tijara.domains.orders.queries import all_orders
from tijara.domains.orders.shapes import OrdersWanted
from tijara.domains.payments.queries import all_charges
from tijara.domains.stores.queries import all_stores
from tijara.faces.back_office.office import in_office, office_page
from tijara.faces.back_office.payment_words import with_standing
from tijara.kit.actor import Actor
from tijara.kit.arabic import fold
from tijara.kit.powers import Power
from tijara.ui.trade_words import order_state

LONGEST_TEXT = 60
EACH = 5


@require_safe
@in_office
def find(request: HttpRequest, actor: Actor) -> HttpResponse:
    """A few of each kind, and the way to the rest."""
    text = request.GET.get("q", "").strip()[:LONGEST_TEXT]
    context: dict = {"query": text}
    if text:
        orders = all_orders(OrdersWanted(text=text), size=EACH).items
        standings = pay_standings_of(orders)
        context |= {
            "orders": [(row, *order_state(row.state, standings.get(row.id))) for row in orders],
            "stores": _stores(text),
        }
    if text and Power.PAYMENTS_MANAGE in actor.powers:
        charges = all_charges(text=text, size=EACH).items
        context["charges"] = with_standing(charges)
    if text and Power.CATALOGUE_MANAGE in actor.powers:
        context["goods"] = find_products(text=text, size=EACH).items
    return office_page(request, "find", context)


def _stores(text: str) -> list:
    wanted = fold(text)
    called = [store for store in all_stores() if wanted in fold(f"{store.name_ar} {store.name_en}")]
    return called[:EACH] if wanted else []
