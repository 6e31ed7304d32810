"""The buyer calls off what has not been shipped, when a part of his order is on its way."""

from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_POST

from tijara.domains.fulfilment.actions import NothingLeft, give_up_units
from tijara.domains.orders.actions import NotCancellable
from tijara.domains.orders.shapes import CancelReason
from tijara.faces.storefront.buyers import as_actor
from tijara.faces.storefront.frame import see_other
from tijara.faces.storefront.order_words import REASONS
from tijara.faces.storefront.pace import CANCELLING, pace
from tijara.faces.storefront.pages.order import NO_REASON, TOO_LATE, found_order

CALLED_OFF = _("What was not shipped is called off. You don’t pay for it.")
MONEY_BACK = _("What was not shipped is called off. Its money goes back to you.")


@require_POST
def rest(request: HttpRequest, token: str) -> HttpResponse:
    found = found_order(token)
    pace(CANCELLING, found.buyer_id)
    reason = request.POST.get("reason", "")
    if reason not in REASONS:
        return see_other("order", token, say=NO_REASON, tone="warn", at="#why-rest")
    try:
        give_up_units(
            actor=as_actor(found.buyer_id),
            seller_id=found.seller_id,
            order_id=found.id,
            reason=CancelReason(reason),
        )
    except (NotCancellable, NothingLeft):
        return see_other("order", token, say=TOO_LATE, tone="warn")
    return see_other("order", token, say=MONEY_BACK if found.paid_at else CALLED_OFF)
