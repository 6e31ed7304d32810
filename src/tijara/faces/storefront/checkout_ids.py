"""The id of a checkout that was begun and not finished: it holds units, so pages must know it."""

from uuid import UUID

from django.conf import settings
from django.http import HttpRequest, HttpResponse

from tijara.faces.storefront.typed import read_id
from tijara.ui.language import market_start


def _cookie() -> str:
    """A market's checkout is its own: "checkout", "checkout_eg"."""
    return f"checkout{market_start().replace('/', '_')}"


def started_checkout(request: HttpRequest) -> UUID | None:
    return read_id(request.COOKIES.get(_cookie(), ""))


def keep_started(response: HttpResponse, checkout_id: UUID, minutes: int) -> None:
    """For as long as its units are held."""
    response.set_cookie(
        _cookie(),
        str(checkout_id),
        max_age=minutes * 60,
        httponly=True,
        samesite="Lax",
        secure=settings.SESSION_COOKIE_SECURE,
    )


def forget_started(request: HttpRequest, response: HttpResponse) -> None:
    if _cookie() in request.COOKIES:
        response.delete_cookie(_cookie(), samesite="Lax")
