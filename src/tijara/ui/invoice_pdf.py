"""The PDF of an invoice: there, or made for whoever wants to have it."""

from collections.abc import Callable
from http import HTTPStatus

from django.conf import settings
from django.http import Http404, HttpRequest
from django.http.response import HttpResponseBase
from django.shortcuts import render

from tijara.platform.files import StoredFile
from tijara.ui import downloads
from tijara.ui.typed import whole_number

TRIES = "tries"
MOST_TRIES = 15
SECONDS = 2
"""Until the page looks again by itself."""


def pdf_link(address: str, printed: StoredFile | None) -> str:
    """Where it is had; empty where it was never printed and there is no printer."""
    return address if settings.DOCUMENT_PRINTER or printed else ""


def pdf_answer(
    request: HttpRequest, number: str, printed: StoredFile | None, want: Callable[[], None]
) -> HttpResponseBase:
    """The file; or, when it is wanted, a page that waits for it: 202, which looks again each two
    seconds, with scripts or without, until it gives up."""
    if printed:
        return downloads.pdf(printed.path, number)
    if not settings.DOCUMENT_PRINTER:
        raise Http404
    tries = whole_number(request.GET.get(TRIES, "")) or 0
    if not tries:
        want()
    told = {"number": number, "is_late": tries >= MOST_TRIES}
    response = render(request, "ui/pdf_awaited.html", told, status=HTTPStatus.ACCEPTED)
    response["Cache-Control"] = "private, no-store"
    if tries < MOST_TRIES:
        response["Refresh"] = f"{SECONDS}; url=?{TRIES}={tries + 1}"
    return response
