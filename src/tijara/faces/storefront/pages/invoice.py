"""The invoice of an order, for whoever holds the order's signed link."""

from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.views.decorators.http import require_safe

from tijara.domains.invoicing.actions import want_print
from tijara.domains.invoicing.queries import enclosures, is_unprintable, pdf_of, qr_picture
from tijara.domains.invoicing.queries import invoice as find_invoice
from tijara.domains.invoicing.shapes import InvoiceView
from tijara.domains.orders.queries import read_order_token
from tijara.faces.storefront.frame import page
from tijara.kit.actor import SYSTEM
from tijara.ui.invoice_pdf import Print, pdf_answer, pdf_link
from tijara.ui.language import local


@require_safe
def invoice(request: HttpRequest, token: str, invoice_id: UUID) -> HttpResponse:
    found = _found(token, invoice_id)
    here = local(f"/orders/{token}/invoices/{found.id}/pdf")
    context = {
        "token": token,
        "invoice": found,
        "qr": qr_picture(found),
        "pdf": pdf_link(here, pdf_of(found)),
    }
    return page(request, "invoice", context, is_private=True)


@require_safe
def invoice_pdf(request: HttpRequest, token: str, invoice_id: UUID) -> HttpResponseBase:
    found = _found(token, invoice_id)
    return pdf_answer(request, found, _print_of(found))


def _print_of(found: InvoiceView) -> Print:
    return Print(
        file=pdf_of(found),
        want=lambda: want_print(actor=SYSTEM, invoice=found),
        is_unable=lambda: is_unprintable(found),
        enclosed=lambda: enclosures([found])[found.id],
    )


def _found(token: str, invoice_id: UUID) -> InvoiceView:
    """Of this very order: the link to one opens no other's."""
    key = read_order_token(token)
    found = find_invoice(key[0], invoice_id) if key else None
    if found is None or key is None or found.order_id != key[1]:
        raise Http404
    return found
