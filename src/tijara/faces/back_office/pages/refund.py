"""Staff take a delivered order back for its buyer: asked once more, with a reason."""

from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from tijara.domains.orders.queries import order as find_order
from tijara.domains.orders.shapes import OrderState, OrderView
from tijara.domains.returns.actions import (
    NothingPaid,
    NotRefundable,
    NoWallet,
    ReturnUnderWay,
    refund_order,
)
from tijara.domains.returns.queries import share_of_rest
from tijara.domains.returns.shapes import RefundReason
from tijara.faces.back_office.office import in_office, office_page
from tijara.kit.actor import Actor
from tijara.ui.directions import see_other
from tijara.ui.language import local
from tijara.ui.refusal_texts import sentence_of
from tijara.ui.trade_words import RETURN_REASONS

RESTOCK = {"yes": True, "no": False}


@require_http_methods(["GET", "HEAD", "POST"])
@in_office
def refund(request: HttpRequest, actor: Actor, seller_id: UUID, order_id: UUID) -> HttpResponse:
    found = find_order(seller_id, order_id)
    if found is None:
        raise Http404
    here = local(f"/office/sellers/{seller_id}/orders/{order_id}")
    reason, restock = request.POST.get("reason", ""), request.POST.get("restock", "")
    if reason in RETURN_REASONS and restock in RESTOCK:
        given = {"reason": RefundReason(reason), "restock": RESTOCK[restock]}
        given["to_wallet"] = "to_wallet" in request.POST
        return _take_back(here, actor, found, given)
    if found.state != OrderState.DELIVERED:
        return see_other(here)
    lacks = request.method == "POST"
    context = {
        "order": found,
        "share": share_of_rest(found),
        "reasons": RETURN_REASONS.items(),
        "reason": reason,
        "restock": restock,
        "lacks": lacks,
        "back": here,
    }
    response = office_page(request, "refund", context)
    response.status_code = 422 if lacks else 200
    return response


def _take_back(here: str, actor: Actor, found: OrderView, given: dict) -> HttpResponse:
    try:
        refund_order(actor=actor, seller_id=found.seller_id, order_id=found.id, **given)
    except (ReturnUnderWay, NothingPaid, NoWallet) as refusal:
        return see_other(here, sentence_of(refusal), "warn")
    except NotRefundable:
        return see_other(here, _("The order has moved on meanwhile. Look at it again."), "warn")
    said = _("Taken back. The buyer has been told, and his money is on its way to him.")
    return see_other(here, said)
