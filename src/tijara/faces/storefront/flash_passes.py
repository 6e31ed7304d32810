"""The signed pass that a place in the queue of a flash sale is known by, beside who holds it.

It stands in a cookie that is named by its sale, survives the browser being closed, and is all that
the desk asks for when the button is pressed: no session, no page.

A pass is good in the session in which it was given, or, for a guest, where there is none: whoever
comes after in this browser can do nothing with it at the front, and Django asks whose place it is.
"""

from hashlib import sha256
from uuid import UUID

from django.conf import settings
from django.http import HttpRequest, HttpResponse

from tijara.domains.flash_sales.queries import pass_of, read_pass
from tijara.domains.flash_sales.shapes import PlaceView
from tijara.ui.visitors import FLASH_COOKIE

A_WEEK = 7 * 24 * 3600


def keep_pass(request: HttpRequest, response: HttpResponse, place: PlaceView) -> None:
    """It holds in every language of its market, so it is the whole site's."""
    session = request.COOKIES.get(settings.SESSION_COOKIE_NAME, "")
    told = pass_of(place.seller_id, place.id, _mark_of(session))
    name = cookie_of(place.sale_id)
    if request.COOKIES.get(name) == told:
        return
    response.set_cookie(
        name,
        told,
        max_age=A_WEEK,
        httponly=True,
        samesite="Lax",
        secure=settings.SESSION_COOKIE_SECURE,
    )


def cookie_of(sale_id: UUID) -> str:
    """Signing out drops all that begin like it."""
    return f"{FLASH_COOKIE}_{sale_id.hex[-12:]}"


def pass_in(cookies: bytes, sale_id: UUID) -> tuple[UUID, UUID] | None:
    """(seller, place), of the header as it came to the front; None where Django must judge: there
    is no pass, or it was given to whoever was here before."""
    found = read_pass(_cookie(cookies, cookie_of(sale_id)))
    if found is None or found.reader != _mark_of(_cookie(cookies, settings.SESSION_COOKIE_NAME)):
        return None
    return found.seller_id, found.place_id


def pass_of_request(request: HttpRequest, sale_id: UUID) -> tuple[UUID, UUID] | None:
    """In whatever session it was given: who asks is known, and whose the place is."""
    found = read_pass(request.COOKIES.get(cookie_of(sale_id), ""))
    return (found.seller_id, found.place_id) if found else None


def _cookie(header: bytes, name: str) -> str:
    """The signature holds letters that a cookie may hold unquoted: nothing is decoded."""
    start = f"{name}=".encode()
    for one in header.split(b";"):
        if (told := one.strip()).startswith(start):
            return told[len(start) :].strip(b'"').decode("latin-1")
    return ""


def _mark_of(session: str) -> str:
    return sha256(session.encode()).hexdigest()[:16] if session else ""
