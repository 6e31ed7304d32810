"""The buyer says when he is there, and how he is found, for a parcel on its way."""

from datetime import date
from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_POST

from tijara.domains.fulfilment.actions import NoSuchParcel, ParcelEnded, WishInvalid, wish_delivery
from tijara.domains.fulfilment.queries import order_of_shipment
from tijara.faces.storefront.buyers import as_actor
from tijara.faces.storefront.frame import see_other
from tijara.faces.storefront.pace import CANCELLING, pace
from tijara.faces.storefront.pages.order import found_order
from tijara.ui.refusal_texts import field_sentence

NOTED = _("Noted. The shop and its courier know your day.")
TOO_LATE = _("This parcel is no longer on its way.")


@require_POST
def wish(request: HttpRequest, token: str, shipment_id: UUID) -> HttpResponse:
    """What is wrong is said at its form; phone and words are short enough to be typed again."""
    found = found_order(token)
    pace(CANCELLING, found.buyer_id)
    if order_of_shipment(found.seller_id, shipment_id) != found.id:
        raise Http404
    try:
        wish_delivery(
            actor=as_actor(found.buyer_id),
            seller_id=found.seller_id,
            shipment_id=shipment_id,
            day=_day(request.POST.get("day", "")),
            phone=request.POST.get("phone", ""),
            note=request.POST.get("note", ""),
        )
    except WishInvalid as refusal:
        said = field_sentence(next(iter(refusal.fields.values())))
        return see_other("order", token, say=said, tone="warn", at=f"#when-{shipment_id}")
    except (ParcelEnded, NoSuchParcel):
        return see_other("order", token, say=TOO_LATE, tone="warn")
    return see_other("order", token, say=NOTED, at=f"#door-{shipment_id}")


def _day(typed: str) -> date | None:
    try:
        return date.fromisoformat(typed)
    except ValueError:
        return None
