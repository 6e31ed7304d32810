"""The store's invoices: the list, one to read, and its PDF."""

from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.views.decorators.http import require_safe

from tijara.domains.invoicing.actions import want_print
from tijara.domains.invoicing.queries import (
    codes_to_register,
    commission_invoice,
    debit_claim,
    enclosures,
    invoices_of_seller,
    is_unprintable,
    pdf_of,
    qr_picture,
    registers_codes,
)
from tijara.domains.invoicing.queries import (
    invoice as find_invoice,
)
from tijara.domains.invoicing.shapes import InvoiceView
from tijara.domains.parties.queries import legal_identities
from tijara.faces.seller_hub.desk import Desk, at_desk, hub_page
from tijara.faces.seller_hub.lists import own_views
from tijara.faces.seller_hub.pages.debit_note import may_debit
from tijara.kit.actor import SYSTEM
from tijara.kit.powers import Power
from tijara.ui.debit_words import claim_shown
from tijara.ui.directions import page_number
from tijara.ui.downloads import table
from tijara.ui.filing_words import filed_words
from tijara.ui.invoice_pdf import Print, pdf_answer, pdf_link
from tijara.ui.language import local
from tijara.ui.trade_words import INVOICE_KINDS

LONGEST_TEXT = 60


@require_safe
@at_desk
def invoices(request: HttpRequest, desk: Desk) -> HttpResponse:
    text = request.GET.get("q", "").strip()[:LONGEST_TEXT]
    page = invoices_of_seller(desk.seller_id, text=text, page=page_number(request))
    context = {
        "query": text,
        "page": page,
        "rows": [(row, *INVOICE_KINDS[row.kind], filed_words(row.filed)) for row in page.items],
        "may_declare": desk.actor.may(Power.SELLER_IDENTITY),
        "identity": legal_identities([desk.seller_id])[desk.seller_id],
        "registers_codes": registers_codes(desk.seller_id),
        **own_views(request, desk, "invoices"),
    }
    return hub_page(request, desk, "invoices", context)


@require_safe
@at_desk
def item_codes(request: HttpRequest, desk: Desk) -> HttpResponse:
    """What the seller registers at the authority's portal, as a file."""
    desk.must(Power.SELLER_IDENTITY)
    rows = codes_to_register(desk.seller_id)
    if not rows:
        raise Http404
    return table("item-codes", rows)


@require_safe
@at_desk
def commission(request: HttpRequest, desk: Desk, commission_id: UUID) -> HttpResponse:
    """What the market has written to the store."""
    found = _found_commission(desk, commission_id)
    here = local(f"/hub/money/commission/{found.id}/pdf")
    filed = filed_words(found.filed)
    context = {
        "invoice": found,
        "qr": qr_picture(found),
        "filed": filed,
        "pdf": pdf_link(here, pdf_of(found)),
        "order": "",
    }
    return hub_page(request, desk, "commission", context)


@require_safe
@at_desk
def commission_pdf(request: HttpRequest, desk: Desk, commission_id: UUID) -> HttpResponseBase:
    found = _found_commission(desk, commission_id)
    return pdf_answer(request, found, _print_of(found))


def _found_commission(desk: Desk, commission_id: UUID) -> InvoiceView:
    desk.must(Power.STORE_MANAGE)
    found = commission_invoice(desk.seller_id, commission_id)
    if found is None:
        raise Http404
    return found


@require_safe
@at_desk
def invoice(request: HttpRequest, desk: Desk, invoice_id: UUID) -> HttpResponse:
    found = _found(desk, invoice_id)
    here = local(f"/hub/invoices/{found.id}/pdf")
    context = {
        "invoice": found,
        "qr": qr_picture(found),
        "pdf": pdf_link(here, pdf_of(found)),
        "order": local(f"/hub/orders/{found.order_id}"),
        "filed": filed_words(found.filed),
        **claim_shown(
            debit_claim(desk.seller_id, found.id),
            desk.actor,
            local(f"/hub/invoices/{found.id}"),
            may_act=desk.actor.may(Power.BOOKS_KEEP),
            may_decide=desk.actor.may(Power.BOOKS_KEEP),
        ),
        "debit": local(f"/hub/invoices/{found.id}/debit-note") if may_debit(desk, found) else "",
    }
    return hub_page(request, desk, "invoice", context)


@require_safe
@at_desk
def invoice_pdf(request: HttpRequest, desk: Desk, invoice_id: UUID) -> HttpResponseBase:
    found = _found(desk, invoice_id)
    return pdf_answer(request, found, _print_of(found))


def _print_of(found: InvoiceView) -> Print:
    return Print(
        file=pdf_of(found),
        want=lambda: want_print(actor=SYSTEM, invoice=found),
        is_unable=lambda: is_unprintable(found),
        enclosed=lambda: enclosures([found])[found.id],
    )


def _found(desk: Desk, invoice_id: UUID) -> InvoiceView:
    """An invoice of this seller; another's is as unknown as one that never was."""
    found = find_invoice(desk.seller_id, invoice_id)
    if found is None:
        raise Http404
    return found
