"""Deliver the digital part of an order now: its codes or files were brought after it was paid."""

from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from tijara.domains.fulfilment.actions import deliver_digital
from tijara.faces.seller_hub.acts import found_order, order_address
from tijara.faces.seller_hub.desk import Desk, at_desk
from tijara.ui.directions import see_other


@require_POST
@at_desk
def digital(request: HttpRequest, desk: Desk, order_id: UUID) -> HttpResponse:
    found_order(desk, order_id)
    given = {"seller_id": desk.seller_id, "order_id": order_id}
    if deliver_digital(actor=desk.actor, **given):
        return see_other(order_address(order_id), _("Delivered. The buyer has been told."))
    said = _("There is nothing to deliver yet: bring the codes or the file first.")
    return see_other(order_address(order_id), said, "warn")
