"""Record that a parcel was brought to the door and not handed over."""

from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from tijara.domains.fulfilment.actions import AttemptInvalid, ParcelEnded, record_attempt
from tijara.domains.fulfilment.queries import doors
from tijara.domains.fulfilment.shapes import Ending, ParcelKind
from tijara.faces.seller_hub.acts import found_parcel, order_address
from tijara.faces.seller_hub.desk import Desk, at_desk, hub_page
from tijara.ui.cash_words import ATTEMPT_REASONS
from tijara.ui.directions import see_other
from tijara.ui.refusal_texts import sentence_of


@require_http_methods(["GET", "HEAD", "POST"])
@at_desk
def attempt(request: HttpRequest, desk: Desk, shipment_id: UUID) -> HttpResponse:
    order, parcel = found_parcel(desk, shipment_id)
    if parcel.outcome is not Ending.NONE or parcel.kind is not ParcelKind.CARRIED:
        return see_other(order_address(order.id))
    wrong = ""
    if request.method == "POST":
        try:
            is_back = record_attempt(
                actor=desk.actor,
                seller_id=desk.seller_id,
                shipment_id=shipment_id,
                reason=request.POST.get("reason", ""),
                note=request.POST.get("note", ""),
            )
        except ParcelEnded as refusal:
            return see_other(order_address(order.id), sentence_of(refusal), "warn")
        except AttemptInvalid:
            wrong = _("Choose why. Nothing was written down.")
        else:
            said = (
                _("Recorded. The parcel goes back, and its units are in your stock.")
                if is_back
                else _("Recorded. The buyer has been told, and chooses another day.")
            )
            return see_other(order_address(order.id), said)
    door = doors(order, [parcel])[parcel.id]
    context = {
        "order": order,
        "parcel": parcel,
        "reasons": ATTEMPT_REASONS.items(),
        "is_last": len(door.attempts) + 1 >= door.most_attempts,
        "wrong": wrong,
        "note": request.POST.get("note", ""),
    }
    return hub_page(request, desk, "attempt", context, status=422 if wrong else 200)
