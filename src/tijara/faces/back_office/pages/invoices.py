"""The invoices of all sellers: the list, one to read, and its PDF."""

from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.views.decorators.http import require_POST, require_safe

from tijara.domains.invoicing.actions import DebitSettled, OneAlone, decide_debit_loss, want_print
from tijara.domains.invoicing.queries import (
    all_invoices,
    commission_invoice,
    debit_claim,
    enclosures,
    is_unprintable,
    pdf_of,
    qr_picture,
)
from tijara.domains.invoicing.queries import (
    invoice as find_invoice,
)
from tijara.domains.invoicing.shapes import InvoiceView
from tijara.domains.stores.queries import stores
from tijara.faces.back_office.lists import own_views
from tijara.faces.back_office.office import in_office, office_page
from tijara.kit.actor import SYSTEM, Actor
from tijara.kit.powers import Power
from tijara.ui.debit_words import SAID, claim_shown
from tijara.ui.directions import page_number, see_other
from tijara.ui.filing_words import filed_words
from tijara.ui.invoice_pdf import Print, pdf_answer, pdf_link
from tijara.ui.language import local
from tijara.ui.refusal_texts import sentence_of
from tijara.ui.trade_words import INVOICE_KINDS

LONGEST_TEXT = 60


@require_safe
@in_office
def invoices(request: HttpRequest, actor: Actor) -> HttpResponse:
    text = request.GET.get("q", "").strip()[:LONGEST_TEXT]
    page = all_invoices(text=text, page=page_number(request))
    cards = stores({row.seller_id for row in page.items})
    rows = [
        (row, cards.get(row.seller_id), *INVOICE_KINDS[row.kind], filed_words(row.filed))
        for row in page.items
    ]
    may_file = actor.may(Power.INVOICES_MANAGE)
    context = {"query": text, "page": page, "rows": rows, "may_file": may_file}
    return office_page(request, "invoices", context | own_views(request, actor, "invoices"))


@require_safe
@in_office
def invoice(request: HttpRequest, actor: Actor, seller_id: UUID, invoice_id: UUID) -> HttpResponse:
    found = _found(seller_id, invoice_id)
    here = local(f"/office/sellers/{seller_id}/invoices/{found.id}/pdf")
    context = {
        "invoice": found,
        "qr": qr_picture(found),
        "pdf": pdf_link(here, pdf_of(found)),
        "order": ""
        if found.is_commission
        else local(f"/office/sellers/{seller_id}/orders/{found.order_id}"),
        "filed": filed_words(found.filed),
        "filing": _filing(actor, found),
        **claim_shown(
            debit_claim(seller_id, invoice_id),
            actor,
            local(f"/office/sellers/{seller_id}/invoices/{invoice_id}"),
            may_act=False,
            may_decide=actor.may(Power.BOOKS_KEEP),
        ),
    }
    return office_page(request, "invoice", context)


@require_safe
@in_office
def invoice_pdf(
    request: HttpRequest, actor: Actor, seller_id: UUID, invoice_id: UUID
) -> HttpResponseBase:
    found = _found(seller_id, invoice_id)
    return pdf_answer(request, found, _print_of(found))


@require_POST
@in_office
def debit_decision(
    request: HttpRequest, actor: Actor, seller_id: UUID, invoice_id: UUID
) -> HttpResponse:
    """The second pair of eyes on a debit note that its seller would give up."""
    if debit_claim(seller_id, invoice_id) is None:
        raise Http404
    here = local(f"/office/sellers/{seller_id}/invoices/{invoice_id}")
    answer = "agree" if request.POST.get("answer") == "agree" else "keep"
    try:
        decide_debit_loss(
            actor=actor, seller_id=seller_id, note_id=invoice_id, is_agreed=answer == "agree"
        )
    except (DebitSettled, OneAlone) as refusal:
        return see_other(here, sentence_of(refusal), "warn")
    return see_other(here, SAID[answer])


def _filing(actor: Actor, found: InvoiceView) -> str:
    """Where its electronic document is seen to, for who may."""
    if found.filed is None or not actor.may(Power.INVOICES_MANAGE):
        return ""
    return local(f"/office/sellers/{found.filer}/filings/{found.filed.id}")


def _print_of(found: InvoiceView) -> Print:
    return Print(
        file=pdf_of(found),
        want=lambda: want_print(actor=SYSTEM, invoice=found),
        is_unable=lambda: is_unprintable(found),
        enclosed=lambda: enclosures([found])[found.id],
    )


def _found(seller_id: UUID, invoice_id: UUID) -> InvoiceView:
    found = find_invoice(seller_id, invoice_id) or commission_invoice(seller_id, invoice_id)
    if found is None:
        raise Http404
    return found
