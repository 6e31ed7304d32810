"""Hand an order, or a part of it, to a carrier."""

from collections.abc import Mapping
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from tijara.domains.fulfilment.actions import ship_order
from tijara.domains.fulfilment.queries import carriers_of
from tijara.domains.orders.shapes import OrderView
from tijara.faces.seller_hub.acts import (
    act_on,
    found_order,
    order_address,
    unit_fields,
    units_typed,
)
from tijara.faces.seller_hub.desk import Desk, at_desk, hub_page
from tijara.faces.seller_hub.pages.order import order_page
from tijara.faces.seller_hub.parcels import SENDABLE, rest_of
from tijara.kit.refusal import Invalid
from tijara.ui.directions import see_other
from tijara.ui.refusal_texts import field_sentences

FIELDS = ("carrier", "tracking_number")


@require_http_methods(["GET", "HEAD", "POST"])
@at_desk
def shipment(request: HttpRequest, desk: Desk, order_id: UUID) -> HttpResponse:
    """Posted from the order's page everything goes; from this one, what was chosen."""
    if request.method != "POST":
        return _choose(request, desk, order_id)
    units = units_typed(request)
    typed = {name: request.POST.get(name, "") for name in FIELDS}
    if units is not None and _is_slip(request, found_order(desk, order_id), units):
        lacking = {} if typed["carrier"].strip() else {"carrier": "required"}
        return _choose(request, desk, order_id, field_sentences(lacking))
    said = _("Shipped. The buyer has been told that it is on its way.")
    try:
        return act_on(desk, order_id, ship_order, said, units=units, **typed)
    except Invalid as refusal:
        wrong = field_sentences(refusal.fields)
        if units is not None:
            return _choose(request, desk, order_id, wrong)
        return order_page(request, desk, found_order(desk, order_id), typed=typed, wrong=wrong)


def _is_slip(request: HttpRequest, found: OrderView, units: Mapping[UUID, int]) -> bool:
    """None of what is left, or more than that. An order that has moved on meanwhile is none."""
    rest = rest_of(found)
    if not rest or found.state not in SENDABLE:
        return False
    return not any(units.values()) or any(one.wrong for one in unit_fields(request, rest))


def _choose(
    request: HttpRequest, desk: Desk, order_id: UUID, wrong: dict[str, str] | None = None
) -> HttpResponse:
    found = found_order(desk, order_id)
    rest = rest_of(found)
    if not rest or found.state not in SENDABLE:
        return see_other(order_address(order_id))
    is_posted = request.method == "POST"
    context = {
        "order": found,
        "units": unit_fields(request, rest, is_filled=True),
        "lacks_units": is_posted and not any((units_typed(request) or {}).values()),
        "carriers": carriers_of(desk.market.country),
        "typed": {name: request.POST.get(name, "") for name in FIELDS},
        "wrong": wrong or {},
    }
    return hub_page(request, desk, "shipment", context, status=422 if is_posted else 200)
