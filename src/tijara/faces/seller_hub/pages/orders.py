"""The store's orders: in views, found, narrowed, sorted, and many at once to be acted on."""

from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from tijara.domains.checkout.queries import pay_standings_of
from tijara.domains.fulfilment.queries import carriers_of
from tijara.domains.geography.queries import town
from tijara.domains.orders.queries import late_orders, orders_of_seller, standing_orders
from tijara.domains.orders.shapes import OrderRow, OrderSort
from tijara.domains.payments.shapes import PayStanding
from tijara.faces.seller_hub.chosen_orders import MOST
from tijara.faces.seller_hub.desk import Desk, at_desk, hub_page
from tijara.faces.seller_hub.lists import own_views
from tijara.faces.seller_hub.order_views import Asked, asked, is_late, sorts_of, tabs
from tijara.faces.seller_hub.words import state_of
from tijara.kit.clock import now
from tijara.ui.directions import page_cursor, page_number
from tijara.ui.trade_words import PAYMENT_METHODS


@require_safe
@at_desk
def orders(request: HttpRequest, desk: Desk) -> HttpResponse:
    wish = asked(request)
    today = timezone.localtime(now()).date()
    standing, late = standing_orders(desk.seller_id), late_orders(desk.seller_id, today)
    number, beside = page_number(request), page_cursor(request)
    page = orders_of_seller(desk.seller_id, wish.wanted, page=number, beside=beside)
    standings = pay_standings_of(page.items)
    context = {
        "standing": standing,
        "view": wish.view,
        "query": wish.wanted.text,
        "given": wish.given,
        "is_narrowed": wish.is_narrowed,
        "whole_view": wish.address(q="", pay="", **{"from": "", "to": ""}),
        "here": wish.query(),
        "file": wish.address("/hub/orders/orders.csv"),
        "page": page,
        "payments": PAYMENT_METHODS.items(),
        "sorts": sorts_of(wish.view).items(),
        "by_age": _by_age(wish),
        "acts": _acts(wish.view),
        "most": MOST,
        "carriers": carriers_of(desk.market.country),
        "rows": [_row(row, standings.get(row.id)) for row in page.items],
        **own_views(request, desk, "orders", tabs(wish, standing, late)),
    }
    return hub_page(request, desk, "orders", context)


def _row(row: OrderRow, standing: PayStanding | None) -> tuple:
    payment = PAYMENT_METHODS.get(row.payment_method, "")
    late = is_late(row.state, row.promised_to)
    return row, town(row.city), *state_of(row.state, standing), payment, late


def _by_age(wish: Asked) -> dict:
    """The head of the column of orders: pressed, it turns the list round."""
    is_oldest = wish.wanted.sort is OrderSort.OLDEST
    return {
        "sort": "ascending" if is_oldest else "descending",
        "is_sorted": wish.wanted.sort is not OrderSort.DUE,
        "href": wish.address(sort="" if is_oldest else OrderSort.OLDEST),
        "due": wish.address(sort=OrderSort.DUE) if OrderSort.DUE in sorts_of(wish.view) else "",
    }


def _acts(view: str) -> list[tuple[str, str, str]]:
    """(act, its button, its icon) for many at once; each where its orders stand together."""
    confirm = ("confirm", _("Confirm"), "check")
    pack = ("pack", _("They are packed"), "box")
    ship = ("ship", _("Ship"), "truck")
    found = {"": [confirm, pack, ship], "late": [confirm, pack, ship], "new": [confirm]}
    found |= {"ship": [ship, pack]}
    return found.get(view, [])
