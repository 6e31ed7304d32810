"""Hand an order to a carrier."""

from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from tijara.domains.fulfilment.actions import ship_order
from tijara.faces.seller_hub.acts import act_on, found_order
from tijara.faces.seller_hub.desk import Desk, at_desk
from tijara.faces.seller_hub.pages.order import order_page
from tijara.kit.refusal import Invalid
from tijara.ui.refusal_texts import field_sentence


@require_POST
@at_desk
def shipment(request: HttpRequest, desk: Desk, order_id: UUID) -> HttpResponse:
    typed = {name: request.POST.get(name, "") for name in ("carrier", "tracking_number")}
    said = _("Shipped. The buyer has been told that it is on its way.")
    try:
        return act_on(desk, order_id, ship_order, said, **typed)
    except Invalid as refusal:
        wrong = {field: field_sentence(code) for field, code in refusal.fields.items()}
        return order_page(request, desk, found_order(desk, order_id), typed=typed, wrong=wrong)
