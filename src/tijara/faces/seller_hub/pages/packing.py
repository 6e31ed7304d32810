"""Record that an order is packed."""

from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from tijara.domains.fulfilment.actions import pack_order
from tijara.faces.seller_hub.acts import act_on
from tijara.faces.seller_hub.desk import Desk, at_desk


@require_POST
@at_desk
def packing(request: HttpRequest, desk: Desk, order_id: UUID) -> HttpResponse:
    return act_on(desk, order_id, pack_order, _("Packed. Hand it to a carrier next."))
