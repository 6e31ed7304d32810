"""Hand an order, or a part of it, to a carrier."""

from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from tijara.domains.fulfilment.actions import ship_order
from tijara.domains.fulfilment.queries import carriers_of
from tijara.faces.seller_hub.acts import act_on, found_order, order_address, units_typed
from tijara.faces.seller_hub.desk import Desk, at_desk, hub_page
from tijara.faces.seller_hub.pages.order import order_page
from tijara.faces.seller_hub.parcels import SENDABLE, rest_of
from tijara.kit.refusal import Invalid
from tijara.ui.directions import see_other
from tijara.ui.refusal_texts import field_sentences


@require_http_methods(["GET", "HEAD", "POST"])
@at_desk
def shipment(request: HttpRequest, desk: Desk, order_id: UUID) -> HttpResponse:
    """Posted from the order's page everything goes; from this one, what was chosen."""
    if request.method != "POST":
        return _choose(request, desk, order_id, {}, {})
    typed = {name: request.POST.get(name, "") for name in ("carrier", "tracking_number")}
    units = units_typed(request)
    said = _("Shipped. The buyer has been told that it is on its way.")
    try:
        return act_on(desk, order_id, ship_order, said, units=units, **typed)
    except Invalid as refusal:
        wrong = field_sentences(refusal.fields)
        if units is not None:
            return _choose(request, desk, order_id, typed, wrong)
        return order_page(request, desk, found_order(desk, order_id), typed=typed, wrong=wrong)


def _choose(
    request: HttpRequest, desk: Desk, order_id: UUID, typed: dict, wrong: dict
) -> HttpResponse:
    found = found_order(desk, order_id)
    rest = rest_of(found)
    if not rest or found.state not in SENDABLE:
        return see_other(order_address(order_id))
    context = {
        "order": found,
        "rest": rest,
        "carriers": carriers_of(desk.market.country),
        "typed": typed,
        "wrong": wrong,
    }
    return hub_page(request, desk, "shipment", context, status=422 if wrong else 200)
