"""Record that a parcel was delivered. It is asked once more: money follows from it."""

from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from tijara.domains.fulfilment.actions import (
    NoMoreTries,
    WrongDeliveryCode,
    check_delivery_code,
    record_delivery,
)
from tijara.domains.fulfilment.queries import doors
from tijara.domains.fulfilment.shapes import Ending
from tijara.faces.seller_hub.acts import act_on_parcel, found_parcel, order_address
from tijara.faces.seller_hub.desk import Desk, at_desk, hub_page
from tijara.ui.directions import see_other
from tijara.ui.refusal_texts import field_sentence, sentence_of


@require_http_methods(["GET", "HEAD", "POST"])
@at_desk
def delivery(request: HttpRequest, desk: Desk, shipment_id: UUID) -> HttpResponse:
    order, parcel = found_parcel(desk, shipment_id)
    door = doors(order, [parcel]).get(parcel.id)
    asks_code = bool(door and door.asks_code and not door.proved_at)
    wrong = ""
    if request.method == "POST":
        wrong = _code_fault(request, desk, shipment_id) if asks_code and parcel.is_open else ""
        if not wrong:
            said = _("Delivered. What is yours is on your account.")
            return act_on_parcel(desk, shipment_id, record_delivery, said)
        door = doors(order, [parcel]).get(parcel.id)
    if parcel.outcome is not Ending.NONE:
        return see_other(order_address(order.id))
    context = {
        "order": order,
        "parcel": parcel,
        "asks_code": asks_code,
        "has_tries": bool(door and door.has_tries),
        "wrong": wrong,
    }
    return hub_page(request, desk, "delivery", context, status=422 if wrong else 200)


def _code_fault(request: HttpRequest, desk: Desk, shipment_id: UUID) -> str:
    """What is wrong with the buyer's code, unless the parcel was handed over without."""
    if request.POST.get("without"):
        return ""
    code = request.POST.get("code", "").strip()
    if not code:
        return field_sentence("required")
    try:
        check_delivery_code(
            actor=desk.actor, seller_id=desk.seller_id, shipment_id=shipment_id, code=code
        )
    except (WrongDeliveryCode, NoMoreTries) as refusal:
        return sentence_of(refusal)
    return ""
