"""A short message for the next page, in a signed cookie: no session, no table."""

from collections.abc import Callable

from django.conf import settings
from django.core import signing
from django.http import HttpRequest, HttpResponse

COOKIE = "flash"
SALT = "tijara.ui.flash"
SECONDS = 60
AT_THE_FIELD = "field"
"""The tone of what a page shows at the field that it is about; no toast says it."""


def flash(response: HttpResponse, text: object, tone: str = "good") -> None:
    """Say `text` on the page that comes next. `tone`: good, info, warn, bad or AT_THE_FIELD."""
    said = signing.dumps([str(text), tone], salt=SALT)
    response.set_cookie(
        COOKIE,
        said,
        max_age=SECONDS,
        httponly=True,
        samesite="Lax",
        secure=settings.SESSION_COOKIE_SECURE,
    )


def flashed(request: HttpRequest) -> tuple[str, str] | None:
    """(text, tone) that the page before left for this one; whoever reads it, shows it."""
    if COOKIE not in request.COOKIES:
        return None
    request.flash_was_shown = True
    try:
        text, tone = signing.loads(request.COOKIES[COOKIE], salt=SALT, max_age=SECONDS)
    except (signing.BadSignature, ValueError):
        return None
    return text, tone


class FlashMiddleware:
    """Forgets the message once a page has shown it."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        response = self.get_response(request)
        if getattr(request, "flash_was_shown", False) and COOKIE not in response.cookies:
            response.delete_cookie(COOKIE, samesite="Lax")
        return response
