"""Record that a parcel was delivered. It is asked once more: money follows from it."""

from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from tijara.domains.fulfilment.actions import record_delivery
from tijara.domains.fulfilment.shapes import Ending
from tijara.faces.seller_hub.acts import act_on_parcel, found_parcel, order_address
from tijara.faces.seller_hub.desk import Desk, at_desk, hub_page
from tijara.ui.directions import see_other


@require_http_methods(["GET", "HEAD", "POST"])
@at_desk
def delivery(request: HttpRequest, desk: Desk, shipment_id: UUID) -> HttpResponse:
    if request.method == "POST":
        said = _("Delivered. What is yours is on your account.")
        return act_on_parcel(desk, shipment_id, record_delivery, said)
    order, parcel = found_parcel(desk, shipment_id)
    if parcel.outcome is not Ending.NONE:
        return see_other(order_address(order.id))
    return hub_page(request, desk, "delivery", {"order": order, "parcel": parcel})
