"""Call an order off, with a reason that the buyer is told."""

from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from tijara.domains.orders.actions import cancel_order
from tijara.domains.orders.shapes import CancelReason
from tijara.faces.seller_hub.acts import act_on, found_order, order_address
from tijara.faces.seller_hub.desk import Desk, at_desk, hub_page
from tijara.faces.seller_hub.words import REASONS
from tijara.ui.directions import see_other


@require_http_methods(["GET", "HEAD", "POST"])
@at_desk
def cancellation(request: HttpRequest, desk: Desk, order_id: UUID) -> HttpResponse:
    reason = request.POST.get("reason", "")
    if reason in REASONS:
        return act_on(
            desk,
            order_id,
            cancel_order,
            _("Cancelled. The buyer has been told, and the units are back in your stock."),
            reason=CancelReason(reason),
        )
    found = found_order(desk, order_id)
    if not found.can_be_cancelled:
        return see_other(order_address(order_id))
    lacks = request.method == "POST"
    context = {"order": found, "reasons": REASONS.items(), "lacks_reason": lacks}
    return hub_page(request, desk, "cancellation", context, status=422 if lacks else 200)
