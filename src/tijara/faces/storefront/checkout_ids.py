"""The id of a checkout that was begun and not finished: it holds units, so pages must know it."""

from uuid import UUID

from django.conf import settings
from django.http import HttpRequest, HttpResponse

from tijara.faces.storefront.typed import read_id

COOKIE = "checkout"


def started_checkout(request: HttpRequest) -> UUID | None:
    return read_id(request.COOKIES.get(COOKIE, ""))


def keep_started(response: HttpResponse, checkout_id: UUID, minutes: int) -> None:
    """For as long as its units are held."""
    response.set_cookie(
        COOKIE,
        str(checkout_id),
        max_age=minutes * 60,
        httponly=True,
        samesite="Lax",
        secure=settings.SESSION_COOKIE_SECURE,
    )


def forget_started(request: HttpRequest, response: HttpResponse) -> None:
    if COOKIE in request.COOKIES:
        response.delete_cookie(COOKIE, samesite="Lax")
