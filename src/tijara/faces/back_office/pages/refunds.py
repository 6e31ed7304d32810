"""Money that goes back to buyers: what waits for a hand, and what has gone."""

from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from tijara.domains.payments.queries import refunds
from tijara.domains.payments.shapes import RefundState, RefundView
from tijara.faces.back_office.lists import own_views
from tijara.faces.back_office.office import in_office, office_page
from tijara.faces.back_office.payment_words import REFUND_REASONS, REFUND_STATES
from tijara.kit.actor import Actor
from tijara.ui.directions import page_cursor, page_number
from tijara.ui.language import local
from tijara.ui.trade_words import PAYMENT_METHODS


@require_safe
@in_office
def payment_refunds(request: HttpRequest, actor: Actor) -> HttpResponse:
    said = request.GET.get("state", "")
    state = RefundState(said) if said in RefundState else None
    page = refunds(state=state, page=page_number(request), beside=page_cursor(request))
    shown: list[tuple] = [(None, _("All"))]
    shown += [(each, name) for each, (name, _tone) in REFUND_STATES.items()]
    tabs = [
        {
            "text": name,
            "href": local(f"/office/refunds?state={each}" if each else "/office/refunds"),
            "current": each == state,
        }
        for each, name in shown
    ]
    context = {
        "page": page,
        "rows": [_row(one) for one in page.items],
        "may_fill": any(one.state is RefundState.DUE and one.needs_staff for one in page.items),
        **own_views(request, actor, "refunds", tabs),
    }
    return office_page(request, "refunds", context)


def _row(refund: RefundView) -> tuple:
    reason = REFUND_REASONS.get(refund.reason, refund.reason)
    return refund, PAYMENT_METHODS[refund.method], reason, *REFUND_STATES[refund.state]
