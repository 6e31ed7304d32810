"""The orders of a view, or those that were ticked, as a file for any spreadsheet."""

from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import pgettext
from django.views.decorators.http import require_http_methods

from tijara.domains.checkout.queries import pay_standings_of
from tijara.domains.geography.queries import town
from tijara.domains.orders.queries import orders_of_seller
from tijara.domains.orders.shapes import OrderRow, OrdersWanted
from tijara.domains.payments.shapes import PayStanding
from tijara.faces.seller_hub.chosen_orders import chosen_orders
from tijara.faces.seller_hub.desk import Desk, at_desk
from tijara.faces.seller_hub.order_views import asked
from tijara.faces.seller_hub.words import state_of
from tijara.kit.powers import Power
from tijara.ui import downloads
from tijara.ui.pieces.words import named
from tijara.ui.trade_words import PAYMENT_METHODS

MOST_ROWS = 10_000
"""A longer time is exported part by part, by its days."""


@require_http_methods(["GET", "HEAD", "POST"])
@at_desk
def orders_file(request: HttpRequest, desk: Desk) -> HttpResponse:
    desk.must(Power.ORDERS_HANDLE)
    head = [
        _("Order"),
        pgettext("date", "Day"),
        _("State"),
        _("Buyer"),
        _("Phone"),
        _("City"),
        _("Pieces"),
        _("Payment"),
        pgettext("order", "Promised for"),
        _("Total"),
        _("Currency"),
    ]
    return downloads.table("orders", [head, *_rows(request, desk)])


def _rows(request: HttpRequest, desk: Desk) -> list[list[object]]:
    """Those ticked; of a view all."""
    wanted = asked(request).wanted
    if request.method == "POST" and not request.POST.get("all"):
        wanted = OrdersWanted(ids=tuple(chosen_orders(request, desk)), sort=wanted.sort)
        if not wanted.ids:
            return []
    page = orders_of_seller(desk.seller_id, wanted, size=MOST_ROWS)
    standings = pay_standings_of(page.items)
    return [_row(row, standings.get(row.id)) for row in page.items]


def _row(row: OrderRow, standing: PayStanding | None) -> list[object]:
    return [
        row.number,
        timezone.localtime(row.placed_at).date().isoformat(),
        state_of(row.state, standing)[0],
        row.recipient,
        row.phone,
        named(town(row.city)) if row.city else "",
        row.pieces,
        PAYMENT_METHODS.get(row.payment_method, row.payment_method),
        row.promised_to.isoformat() if row.promised_to else "",
        row.total,
        row.total.currency,
    ]
