"""Confirm an order."""

from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from tijara.domains.orders.actions import confirm_order
from tijara.faces.seller_hub.acts import act_on
from tijara.faces.seller_hub.desk import Desk, at_desk


@require_POST
@at_desk
def confirmation(request: HttpRequest, desk: Desk, order_id: UUID) -> HttpResponse:
    return act_on(desk, order_id, confirm_order, _("Confirmed. The buyer has been told."))
