"""The signed pass that a place in the queue of a flash sale is known by, beside who holds it.

It stands in a cookie of the sale's own addresses, survives the browser being closed, and is all
that the desk asks for when the button is pressed: no session, no page.
"""

from uuid import UUID

from django.conf import settings
from django.http import HttpRequest, HttpResponse

from tijara.domains.flash_sales.queries import pass_of, read_pass
from tijara.domains.flash_sales.shapes import PlaceView

COOKIE = "flash_pass"
NAMED = COOKIE.encode() + b"="
A_WEEK = 7 * 24 * 3600


def keep_pass(request: HttpRequest, response: HttpResponse, place: PlaceView) -> None:
    told = pass_of(place.seller_id, place.id)
    if request.COOKIES.get(COOKIE) == told:
        return
    response.set_cookie(
        COOKIE,
        told,
        max_age=A_WEEK,
        path=request.path.split("/order")[0],
        httponly=True,
        samesite="Lax",
        secure=settings.SESSION_COOKIE_SECURE,
    )


def pass_in(cookies: bytes) -> tuple[UUID, UUID] | None:
    """Of the header as it came to the front. The signature holds letters that a cookie may hold
    unquoted: nothing is decoded but that."""
    at = cookies.find(NAMED)
    if at < 0:
        return None
    told = cookies[at + len(NAMED) :].split(b";", 1)[0].strip().strip(b'"')
    return read_pass(told.decode("latin-1"))


def pass_of_request(request: HttpRequest) -> tuple[UUID, UUID] | None:
    return read_pass(request.COOKIES.get(COOKIE, ""))
