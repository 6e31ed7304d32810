"""Give up what has not been shipped, or a part of it, with a reason that the buyer is told."""

from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from tijara.domains.fulfilment.actions import give_up_units
from tijara.domains.orders.shapes import CancelReason, OrderState
from tijara.faces.seller_hub.acts import (
    act_on,
    found_order,
    order_address,
    unit_fields,
    units_typed,
)
from tijara.faces.seller_hub.desk import Desk, at_desk, hub_page
from tijara.faces.seller_hub.parcels import SENDABLE, rest_of
from tijara.faces.seller_hub.words import REASONS
from tijara.ui.directions import see_other


@require_http_methods(["GET", "HEAD", "POST"])
@at_desk
def rest(request: HttpRequest, desk: Desk, order_id: UUID) -> HttpResponse:
    """A slip is said at its field, with all that was typed; that the order has moved on, by the
    action."""
    reason, units = request.POST.get("reason", ""), units_typed(request)
    found = found_order(desk, order_id)
    left = rest_of(found)
    may_give_up = bool(left) and found.state in {*SENDABLE, OrderState.PLACED}
    fields = unit_fields(request, left)
    is_slip = may_give_up and any(one.wrong for one in fields)
    if reason in REASONS and units and any(units.values()) and not is_slip:
        said = _("Done. The buyer has been told, and the units are back in your stock.")
        given = {"units": units, "reason": CancelReason(reason)}
        return act_on(desk, order_id, give_up_units, said, **given)
    if not may_give_up:
        return see_other(order_address(order_id))
    is_posted = request.method == "POST"
    context = {
        "order": found,
        "units": fields,
        "reasons": REASONS.items(),
        "chosen": reason,
        "lacks_units": is_posted and not any((units or {}).values()),
        "lacks_reason": is_posted and reason not in REASONS,
    }
    return hub_page(request, desk, "rest", context, status=422 if is_posted else 200)
