"""The receipt of a transfer: brought by its buyer, and given back to nobody but him and staff."""

from uuid import UUID

from django.http import FileResponse, Http404, HttpRequest, HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from tijara.domains.payments.actions import (
    NoTransferExpected,
    ReceiptWaiting,
    TooManyReceipts,
    upload_receipt,
)
from tijara.domains.payments.queries import receipt_file
from tijara.faces.storefront.buyers import as_actor
from tijara.faces.storefront.frame import see_other
from tijara.faces.storefront.pace import UPLOADING, pace
from tijara.faces.storefront.pages.pay import show_payment
from tijara.faces.storefront.payments import payment_of
from tijara.platform.files import FileNotAccepted, FileTooLarge, find
from tijara.ui.refusal_texts import sentence_of


@require_POST
def receipts(request: HttpRequest, key: str) -> HttpResponse:
    payment = payment_of(request, key)
    charge = payment.charge
    pace(UPLOADING, charge.buyer_id)
    brought = request.FILES.get("receipt")
    if brought is None:
        wrong = _("Choose the picture or PDF of your transfer.")
        return show_payment(request, payment, wrong=wrong, status=422)
    try:
        upload_receipt(
            actor=as_actor(charge.buyer_id),
            buyer_id=charge.buyer_id,
            charge_id=charge.id,
            content=brought,
        )
    except FileTooLarge:
        wrong = _("The file is larger than 10 MB. Take a smaller picture.")
        return show_payment(request, payment, wrong=wrong, status=422)
    except FileNotAccepted:
        wrong = _("This is no picture (PNG, JPEG, WebP) and no PDF.")
        return show_payment(request, payment, wrong=wrong, status=422)
    except (NoTransferExpected, ReceiptWaiting, TooManyReceipts) as refusal:
        return see_other("pay", key, say=sentence_of(refusal), tone="warn")
    return see_other("pay", key, say=_("We have your receipt. We compare it with our account."))


@require_safe
def receipt(request: HttpRequest, key: str, receipt_id: UUID) -> HttpResponse:
    charge = payment_of(request, key).charge
    file_id = receipt_file(charge.buyer_id, receipt_id)
    stored = find(charge.buyer_id, file_id) if file_id else None
    if stored is None or all(one.id != receipt_id for one in charge.receipts):
        raise Http404
    name = f"receipt-{charge.reference}.{stored.kind}"
    response = FileResponse(stored.path.open("rb"), as_attachment=True, filename=name)
    response["Content-Type"] = "application/octet-stream"
    response["Cache-Control"] = "private, no-store"
    return response
