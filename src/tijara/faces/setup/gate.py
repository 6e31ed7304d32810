"""While no market is open, every page leads to the set-up."""

from collections.abc import Callable
from typing import Any

from django.conf import settings
from django.http import HttpRequest, HttpResponse

from tijara.domains.markets.queries import forget_markets, markets
from tijara.ui.directions import see_other
from tijara.ui.language import bare, local

SHOP = "tijara.faces.storefront."
DESKS = ("/hub/", "/office/")
"""By their addresses: both have pages that are written once for the two. Open to who has signed
in: also without a market there may be something to do there."""
FOR_ROBOTS = "/robots.txt"
START = "/setup/"


class SetupMiddleware:
    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        return self.get_response(request)

    def process_view(
        self, request: HttpRequest, view: Callable[..., Any], args: tuple, given: dict
    ) -> HttpResponse | None:
        """Asked where the page is known, so that a page that needs no market asks for none."""
        if not _needs_market(request, view.__module__) or markets() or _has_opened():
            return None
        return see_other(local(START))


def _needs_market(request: HttpRequest, face: str) -> bool:
    here = bare(request.path_info)
    if request.method not in ("GET", "HEAD") or here == FOR_ROBOTS:
        return False
    is_person = settings.SESSION_COOKIE_NAME in request.COOKIES
    return face.startswith(SHOP) or (here.startswith(DESKS) and not is_person)


def _has_opened() -> bool:
    """Looked up anew: a command may have opened one since."""
    forget_markets()
    return bool(markets())
