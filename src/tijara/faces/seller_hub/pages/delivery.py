"""Record that an order was delivered and paid. It is asked once more: money follows from it."""

from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from tijara.domains.fulfilment.actions import record_delivery
from tijara.domains.orders.shapes import OrderState
from tijara.faces.seller_hub.acts import act_on, found_order, order_address
from tijara.faces.seller_hub.desk import Desk, at_desk, hub_page
from tijara.ui.directions import see_other


@require_http_methods(["GET", "HEAD", "POST"])
@at_desk
def delivery(request: HttpRequest, desk: Desk, order_id: UUID) -> HttpResponse:
    if request.method == "POST":
        return act_on(
            desk, order_id, record_delivery, _("Delivered. What is yours is on your account.")
        )
    found = found_order(desk, order_id)
    if found.state != OrderState.SHIPPED:
        return see_other(order_address(order_id))
    return hub_page(request, desk, "delivery", {"order": found})
