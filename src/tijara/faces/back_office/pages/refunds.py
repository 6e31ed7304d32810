"""Money that goes back to buyers: what waits for a hand, and what has gone."""

from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from tijara.domains.payments.actions import NothingToRecord, RefundInvalid, record_refund
from tijara.domains.payments.queries import refunds
from tijara.domains.payments.shapes import RefundState, RefundView
from tijara.faces.back_office.office import in_office, office_page
from tijara.faces.back_office.payment_words import REFUND_REASONS, REFUND_STATES
from tijara.kit.actor import Actor
from tijara.ui.directions import page_number, see_other
from tijara.ui.language import local
from tijara.ui.refusal_texts import field_sentence, sentence_of
from tijara.ui.trade_words import PAYMENT_METHODS


@require_safe
@in_office
def payment_refunds(request: HttpRequest, actor: Actor) -> HttpResponse:
    said = request.GET.get("state", "")
    state = RefundState(said) if said in RefundState else None
    page = refunds(state=state, page=page_number(request))
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
    rows = [_row(one) for one in page.items]
    return office_page(request, "refunds", {"page": page, "tabs": tabs, "rows": rows})


@require_POST
@in_office
def recording(request: HttpRequest, actor: Actor, buyer_id: UUID, refund_id: UUID) -> HttpResponse:
    address = local("/office/refunds?state=due")
    try:
        record_refund(
            actor=actor,
            buyer_id=buyer_id,
            refund_id=refund_id,
            bank_reference=request.POST.get("bank_reference", ""),
        )
    except RefundInvalid as refusal:
        return see_other(address, field_sentence(refusal.fields["bank_reference"]), "warn")
    except NothingToRecord as refusal:
        return see_other(address, sentence_of(refusal), "warn")
    return see_other(address, _("Written down. The order and the journal follow."))


def _row(refund: RefundView) -> tuple:
    reason = REFUND_REASONS.get(refund.reason, refund.reason)
    return refund, PAYMENT_METHODS[refund.method], reason, *REFUND_STATES[refund.state]
