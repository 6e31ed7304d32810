"""Take a delivered order back: asked once more, with a reason, and what becomes of the goods."""

from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from tijara.domains.orders.shapes import OrderState
from tijara.domains.returns.actions import NothingPaid, NotRefundable, ReturnUnderWay, refund_order
from tijara.domains.returns.queries import share_of_rest
from tijara.domains.returns.shapes import RefundReason
from tijara.faces.seller_hub.acts import found_order, order_address
from tijara.faces.seller_hub.desk import Desk, at_desk, hub_page
from tijara.kit.powers import Power
from tijara.ui.directions import see_other
from tijara.ui.refusal_texts import sentence_of
from tijara.ui.trade_words import RETURN_REASONS

RESTOCK = {"yes": True, "no": False}


@require_http_methods(["GET", "HEAD", "POST"])
@at_desk
def refund(request: HttpRequest, desk: Desk, order_id: UUID) -> HttpResponse:
    desk.must(Power.ORDERS_REFUND)
    found = found_order(desk, order_id)
    reason, restock = request.POST.get("reason", ""), request.POST.get("restock", "")
    if reason in RETURN_REASONS and restock in RESTOCK:
        return _take_back(desk, order_id, RefundReason(reason), RESTOCK[restock])
    if found.state != OrderState.DELIVERED:
        return see_other(order_address(order_id))
    lacks = request.method == "POST"
    context = {
        "order": found,
        "share": share_of_rest(found),
        "reasons": RETURN_REASONS.items(),
        "reason": reason,
        "restock": restock,
        "lacks": lacks,
    }
    return hub_page(request, desk, "refund", context, status=422 if lacks else 200)


def _take_back(desk: Desk, order_id: UUID, reason: RefundReason, restock: bool) -> HttpResponse:
    try:
        refund_order(
            actor=desk.actor,
            seller_id=desk.seller_id,
            order_id=order_id,
            reason=reason,
            restock=restock,
        )
    except (ReturnUnderWay, NothingPaid) as refusal:
        return see_other(order_address(order_id), sentence_of(refusal), "warn")
    except NotRefundable:
        late = _("The order has moved on in the meantime. This is how it stands now.")
        return see_other(order_address(order_id), late, "warn")
    said = _("Taken back. The buyer has been told, and his money is on its way to him.")
    return see_other(order_address(order_id), said)
