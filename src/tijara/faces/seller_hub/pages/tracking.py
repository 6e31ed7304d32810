"""Correct who carries a parcel on its way, and its tracking number."""

from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from tijara.domains.fulfilment.actions import correct_tracking
from tijara.domains.fulfilment.queries import carriers_of
from tijara.domains.fulfilment.shapes import Ending, ParcelKind
from tijara.faces.seller_hub.acts import act_on_parcel, found_parcel, order_address
from tijara.faces.seller_hub.desk import Desk, at_desk, hub_page
from tijara.kit.refusal import Invalid
from tijara.ui.directions import see_other
from tijara.ui.refusal_texts import field_sentences


@require_http_methods(["GET", "HEAD", "POST"])
@at_desk
def tracking(request: HttpRequest, desk: Desk, shipment_id: UUID) -> HttpResponse:
    order, parcel = found_parcel(desk, shipment_id)
    if parcel.outcome is not Ending.NONE or parcel.kind is not ParcelKind.CARRIED:
        return see_other(order_address(order.id))
    typed = {"carrier": parcel.carrier, "tracking_number": parcel.tracking_number}
    wrong: dict[str, str] = {}
    if request.method == "POST":
        typed = {name: request.POST.get(name, "") for name in typed}
        try:
            said = _("Saved. The buyer has been told of a change.")
            return act_on_parcel(desk, shipment_id, correct_tracking, said, **typed)
        except Invalid as refusal:
            wrong = field_sentences(refusal.fields)
    context = {
        "order": order,
        "parcel": parcel,
        "carriers": carriers_of(desk.market.country),
        "typed": typed,
        "wrong": wrong,
    }
    return hub_page(request, desk, "tracking", context, status=422 if wrong else 200)
