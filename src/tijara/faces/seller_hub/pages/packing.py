"""Record that an order is packed; and the slip that lies in its parcel."""

from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from tijara.domains.fulfilment.actions import pack_order
from tijara.domains.geography.queries import city
from tijara.faces.seller_hub.acts import act_on, found_order
from tijara.faces.seller_hub.desk import Desk, at_desk, hub_page
from tijara.faces.seller_hub.parcels import parcel_cards, rest_of


@require_POST
@at_desk
def packing(request: HttpRequest, desk: Desk, order_id: UUID) -> HttpResponse:
    return act_on(desk, order_id, pack_order, _("Packed. Hand it to a carrier next."))


@require_safe
@at_desk
def slip(request: HttpRequest, desk: Desk, order_id: UUID) -> HttpResponse:
    """For the printer: what is to be packed now, for whom, and no prices."""
    found = found_order(desk, order_id)
    cards = parcel_cards(found)
    rest = rest_of(found, cards)
    carried = [card for card in cards if card.is_carried]
    context = {
        "order": found,
        "held": rest or (carried[-1].held if carried else ()),
        "number": len(carried) + bool(rest),
        "is_part": bool(carried) and len(carried) + bool(rest) > 1,
        "city": city(found.address.city),
    }
    return hub_page(request, desk, "slip", context)
