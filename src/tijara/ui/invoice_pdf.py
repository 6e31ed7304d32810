"""The PDF of an invoice: there, or made for whoever wants to have it."""

from collections.abc import Callable
from dataclasses import dataclass
from http import HTTPStatus

from django.conf import settings
from django.http import Http404, HttpRequest
from django.http.response import HttpResponseBase
from django.shortcuts import render

from tijara.domains.invoicing.shapes import Enclosure, InvoiceView
from tijara.platform.files import StoredFile
from tijara.ui import downloads
from tijara.ui.typed import whole_number

TRIES, FORM = "tries", "as"
MOST_TRIES = 15
SECONDS = 2
"""Until the page looks again by itself."""


def pdf_link(address: str, printed: StoredFile | None) -> str:
    """Where it is had; empty where it was never printed and there is no printer."""
    return address if settings.DOCUMENT_PRINTER or printed else ""


@dataclass(frozen=True, slots=True)
class Print:
    """What a face knows and does about an invoice's PDF."""

    file: StoredFile | None
    want: Callable[[], None]
    is_unable: Callable[[], bool]
    """Whether nothing comes out until somebody mends the machine."""
    enclosed: Callable[[], tuple[Enclosure, ...]]
    """Its documents for machines, to be had without a PDF too."""


def pdf_answer(request: HttpRequest, invoice: InvoiceView, told: Print) -> HttpResponseBase:
    """The file; or, when it is wanted, a page that waits for it: 202, which looks again each two
    seconds, with scripts or without, until it gives up. Where none can be made it says so, and
    offers what there is: the invoice's own page, and its document (`?as=xml`)."""
    if told.file:
        return downloads.pdf(told.file.path, invoice.number)
    if not settings.DOCUMENT_PRINTER:
        raise Http404
    if request.GET.get(FORM):
        return _document(told)
    tries = whole_number(request.GET.get(TRIES, "")) or 0
    if not tries:
        told.want()
    is_unable = tries > 0 and told.is_unable()
    is_late = is_unable or tries >= MOST_TRIES
    context = {
        "number": invoice.number,
        "is_late": is_late,
        "is_unable": is_unable,
        "page": request.path.removesuffix("/pdf"),
        "documents": [one.name for one in told.enclosed()] if is_late else [],
    }
    response = render(request, "ui/pdf_awaited.html", context, status=HTTPStatus.ACCEPTED)
    response["Cache-Control"] = "private, no-store"
    if not is_late:
        response["Refresh"] = f"{SECONDS}; url=?{TRIES}={tries + 1}"
    return response


def _document(told: Print) -> HttpResponseBase:
    found = told.enclosed()
    if not found:
        raise Http404
    return downloads.attachment(found[0].content.encode(), found[0].name)
