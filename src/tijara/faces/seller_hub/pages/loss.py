"""Record that a carrier has lost a parcel: what its buyer gets, what the carrier is asked for."""

from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from tijara.domains.fulfilment.actions import (
    LossInvalid,
    NothingToSendAgain,
    ParcelEnded,
    record_loss,
)
from tijara.domains.fulfilment.queries import carriers_of
from tijara.domains.fulfilment.shapes import (
    Ending,
    LossDraft,
    ParcelKind,
    ShipmentView,
)
from tijara.domains.orders.shapes import OrderView
from tijara.faces.seller_hub.acts import found_parcel, order_address
from tijara.faces.seller_hub.desk import Desk, at_desk, hub_page
from tijara.kit.powers import Power
from tijara.ui.directions import see_other
from tijara.ui.loss_words import CLAIMANTS
from tijara.ui.refusal_texts import field_sentences, sentence_of
from tijara.ui.typed import amount

FIELDS = ("amount", "claimant", "basis", "instead", "carrier", "tracking_number")
AGAIN = "again"


@require_http_methods(["GET", "HEAD", "POST"])
@at_desk
def loss(request: HttpRequest, desk: Desk, shipment_id: UUID) -> HttpResponse:
    desk.must(Power.ORDERS_HANDLE)
    order, parcel = found_parcel(desk, shipment_id)
    if parcel.outcome is not Ending.NONE or parcel.kind is not ParcelKind.CARRIED:
        return see_other(order_address(order.id))
    if request.method != "POST":
        return _form(request, desk, order, parcel, {})
    typed = {name: request.POST.get(name, "").strip() for name in FIELDS}
    is_resent = typed["instead"] == AGAIN
    draft = LossDraft(
        amount=amount(typed["amount"], order.total.currency),
        claimant=typed["claimant"],
        basis=typed["basis"],
        carrier=typed["carrier"],
        tracking_number=typed["tracking_number"],
        is_resent=is_resent,
    )
    try:
        record_loss(
            actor=desk.actor, seller_id=desk.seller_id, shipment_id=shipment_id, draft=draft
        )
    except LossInvalid as refusal:
        return _form(request, desk, order, parcel, typed, refusal.fields)
    except NothingToSendAgain as refusal:
        return _form(request, desk, order, parcel, typed, said=str(sentence_of(refusal)))
    except ParcelEnded as refusal:
        return see_other(order_address(order.id), sentence_of(refusal), "warn")
    said = (
        _("Recorded. The buyer has been told that it is sent once more.")
        if is_resent
        else _("Recorded. The buyer has been told, and owes nothing for it.")
    )
    return see_other(order_address(order.id), said)


def _form(
    request: HttpRequest,
    desk: Desk,
    order: OrderView,
    parcel: ShipmentView,
    typed: dict[str, str],
    faults: dict[str, str] | None = None,
    said: str = "",
) -> HttpResponse:
    context = {
        "order": order,
        "parcel": parcel,
        "claimants": CLAIMANTS.items(),
        "carriers": carriers_of(desk.market.country),
        "typed": typed,
        "is_again": typed.get("instead") == AGAIN,
        "wrong": field_sentences(faults or {}),
        "refused": said,
    }
    status = 422 if faults else 409 if said else 200
    return hub_page(request, desk, "loss", context, status=status)
