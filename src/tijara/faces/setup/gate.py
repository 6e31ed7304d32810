"""While no market is open, every page leads to the set-up."""

from collections.abc import Callable

from django.conf import settings
from django.http import HttpRequest, HttpResponse

from tijara.domains.markets.queries import forget_markets, markets
from tijara.ui.directions import see_other
from tijara.ui.language import bare, local

ALWAYS = ("/setup", "/account/", "/ui/", "/hooks/", "/inbox/", "/robots.txt", "/health")
DESKS = ("/office", "/hub", "/account")
"""Open to who has signed in: also without a market there may be something to do there."""
START = "/setup/"


class SetupMiddleware:
    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        if markets() or _is_open(request) or _has_opened():
            return self.get_response(request)
        return see_other(local(START))


def _is_open(request: HttpRequest) -> bool:
    path = bare(request.path_info)
    if path.startswith(ALWAYS) or request.method not in ("GET", "HEAD"):
        return True
    return path.startswith(DESKS) and settings.SESSION_COOKIE_NAME in request.COOKIES


def _has_opened() -> bool:
    """Looked up anew: a command may have opened one since."""
    forget_markets()
    return bool(markets())
