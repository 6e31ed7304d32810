"""Packing slips for the printer: of one order, or of many, one a page, and no prices on them."""

from collections.abc import Sequence
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from tijara.domains.geography.queries import town
from tijara.domains.orders.queries import orders as find_orders
from tijara.domains.orders.shapes import OrderView
from tijara.faces.seller_hub.acts import found_order, order_address
from tijara.faces.seller_hub.chosen_orders import MOST, chosen_orders
from tijara.faces.seller_hub.desk import Desk, at_desk, hub_page
from tijara.faces.seller_hub.order_views import asked
from tijara.faces.seller_hub.parcels import ParcelCard, parcels_of, rest_of
from tijara.kit.powers import Power
from tijara.ui.directions import see_other


@require_safe
@at_desk
def slip(request: HttpRequest, desk: Desk, order_id: UUID) -> HttpResponse:
    found = found_order(desk, order_id)
    return _printed(request, desk, [found], order_address(order_id))


@require_http_methods(["GET", "HEAD", "POST"])
@at_desk
def slips(request: HttpRequest, desk: Desk) -> HttpResponse:
    """Of the orders of the view, or of those that were ticked, as far as something is to pack."""
    desk.must(Power.ORDERS_HANDLE)
    back = asked(request).address()
    ids = chosen_orders(request, desk)
    known = find_orders([(desk.seller_id, order_id) for order_id in ids])
    found = [known[order_id] for order_id in ids if order_id in known]
    if not found:
        said = _("Tick the orders first.") if request.method == "POST" else _("Nothing to pack.")
        return see_other(back, said, "warn")
    return _printed(request, desk, found, back, is_full=len(ids) == MOST)


def _printed(
    request: HttpRequest,
    desk: Desk,
    found: Sequence[OrderView],
    back: str,
    *,
    is_full: bool = False,
) -> HttpResponse:
    cards = parcels_of(desk.seller_id, found)
    context = {
        "slips": [_slip(order, cards[order.id]) for order in found],
        "back": back,
        "is_full": is_full,
    }
    return hub_page(request, desk, "slips", context)


def _slip(order: OrderView, cards: list[ParcelCard]) -> dict:
    """What is to be packed now, for whom; once all has gone, what went last."""
    rest = rest_of(order, cards)
    carried = [card for card in cards if card.is_carried]
    number = len(carried) + bool(rest)
    return {
        "order": order,
        "held": rest or (carried[-1].held if carried else ()),
        "number": number,
        "is_part": bool(carried) and number > 1,
        "city": town(order.address.city),
    }
