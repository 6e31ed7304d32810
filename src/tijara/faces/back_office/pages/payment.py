"""One charge with everything that happened to it; a transfer is approved or rejected here."""

from uuid import UUID

from django.http import FileResponse, Http404, HttpRequest, HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from tijara.domains.payments.actions import (
    NoReceiptWaiting,
    TransferInvalid,
    TransferNotOpen,
    approve_transfer,
    reject_receipt,
)
from tijara.domains.payments.queries import (
    attempts_of,
    charge_by_id,
    notices,
    receipt_file,
    refunds_of_charge,
)
from tijara.domains.payments.shapes import ChargeState, ChargeView, RejectReason
from tijara.faces.back_office.lists import NOTICES
from tijara.faces.back_office.office import in_office, office_page
from tijara.faces.back_office.pages.notices import notice_row
from tijara.faces.back_office.payment_words import (
    FAILURES,
    RECEIPT_STATES,
    REFUND_STATES,
    REJECT_REASONS,
    attempt_state,
    with_standing,
)
from tijara.kit.actor import Actor
from tijara.kit.arabic import parse_decimal
from tijara.kit.money import Money
from tijara.platform.files import find
from tijara.ui.directions import see_other
from tijara.ui.language import local
from tijara.ui.refusal_texts import field_sentence, field_sentences, sentence_of
from tijara.ui.trade_words import PAYMENT_METHODS


@require_safe
@in_office
def payment(request: HttpRequest, actor: Actor, charge_id: UUID) -> HttpResponse:
    return _page(request, _found(charge_id))


@require_POST
@in_office
def approval(request: HttpRequest, actor: Actor, charge_id: UUID) -> HttpResponse:
    charge = _found(charge_id)
    typed = {name: request.POST.get(name, "")[:80] for name in ("received", "bank_reference")}
    minor = parse_decimal(typed["received"], charge.amount.exponent)
    if minor is None:
        wrong = {"received": field_sentence("not_an_amount")}
        return _page(request, charge, typed=typed, wrong=wrong, status=422)
    try:
        approve_transfer(
            actor=actor,
            buyer_id=charge.buyer_id,
            charge_id=charge_id,
            received=Money(minor, charge.amount.currency),
            bank_reference=typed["bank_reference"],
        )
    except TransferInvalid as refusal:
        wrong = field_sentences(refusal.fields)
        return _page(request, charge, typed=typed, wrong=wrong, status=422)
    except TransferNotOpen as refusal:
        return see_other(_address(charge_id), sentence_of(refusal), "warn")
    return see_other(_address(charge_id), _("Approved. The shops may pack the orders now."))


@require_POST
@in_office
def rejection(
    request: HttpRequest, actor: Actor, charge_id: UUID, receipt_id: UUID
) -> HttpResponse:
    charge = _found(charge_id)
    reason = request.POST.get("reason", "")
    if reason not in RejectReason:
        return see_other(_address(charge_id), _("Choose why. Nothing was changed."), "warn")
    try:
        reject_receipt(
            actor=actor,
            buyer_id=charge.buyer_id,
            receipt_id=receipt_id,
            reason=RejectReason(reason),
            note=request.POST.get("note", ""),
        )
    except NoReceiptWaiting as refusal:
        return see_other(_address(charge_id), sentence_of(refusal), "warn")
    return see_other(_address(charge_id), _("Rejected. The buyer is told and may bring another."))


@require_safe
@in_office
def receipt(request: HttpRequest, actor: Actor, charge_id: UUID, receipt_id: UUID) -> HttpResponse:
    """Never shown in the page: it comes from anybody."""
    charge = _found(charge_id)
    file_id = receipt_file(charge.buyer_id, receipt_id)
    stored = find(charge.buyer_id, file_id) if file_id else None
    if stored is None or all(one.id != receipt_id for one in charge.receipts):
        raise Http404
    name = f"receipt-{charge.reference}.{stored.kind}"
    response = FileResponse(stored.path.open("rb"), as_attachment=True, filename=name)
    response["Content-Type"] = "application/octet-stream"
    return response


def _page(
    request: HttpRequest,
    charge: ChargeView,
    *,
    typed: dict[str, str] | None = None,
    wrong: dict[str, str] | None = None,
    status: int = 200,
) -> HttpResponse:
    ((_charge, name, tone),) = with_standing([charge])
    currency = charge.amount.currency
    context = {
        "charge": charge,
        "method": PAYMENT_METHODS[charge.method],
        "state_name": name,
        "state_tone": tone,
        "parts": [(part, Money(part.amount_minor, currency)) for part in charge.parts],
        "receipts": [
            (one, *RECEIPT_STATES[one.state], REJECT_REASONS.get(one.reason))
            for one in charge.receipts
        ],
        "waiting": charge.receipts[0] if charge.is_waiting_for_staff else None,
        "reasons": REJECT_REASONS.items(),
        "may_approve": charge.may_be_transfer and charge.state is not ChargeState.PAID,
        "attempts": [
            (one, *attempt_state(one), FAILURES.get(one.reason))
            for one in attempts_of(charge.buyer_id, charge.id)
        ],
        "notice_heads": NOTICES.heads(NOTICES.seen_at_first()),
        "notice_columns": NOTICES.seen_at_first(),
        "notices": [notice_row(one) for one in notices(charge_id=charge.id).items],
        "refunds": [
            (one, *REFUND_STATES[one.state])
            for one in refunds_of_charge(charge.buyer_id, charge.id)
        ],
        "typed": typed or {},
        "wrong": wrong or {},
    }
    return office_page(request, "payment", context, status=status)


def _found(charge_id: UUID) -> ChargeView:
    charge = charge_by_id(charge_id)
    if charge is None:
        raise Http404
    return charge


def _address(charge_id: UUID) -> str:
    return local(f"/office/payments/{charge_id}")
