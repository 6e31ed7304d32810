"""Forms carry no token: a write is believed when the browser says that our own page sent it."""

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse

from tijara.ui.problems import problem_page

SAFE_METHODS = frozenset({"GET", "HEAD", "OPTIONS", "TRACE"})
EXEMPT = ("/hooks/",)
"""Callers that are no browsers and sign what they send."""


def is_same_origin(request: HttpRequest) -> bool:
    """Sec-Fetch-Site decides where it is sent; else Origin. A browser sends at least one of them
    with every write; a page can forge neither.

    "none" is the reader's own act (a bookmark, a reload of a form), believed only together with
    our own Origin. Neither header: refused.
    """
    site = request.headers.get("Sec-Fetch-Site")
    if site == "same-origin":
        return True
    if site not in (None, "none"):
        return False
    origin = request.headers.get("Origin", "")
    return is_of(origin, request.get_host())


def is_of(origin: str, host: str) -> bool:
    """Whether a header Origin (scheme://host, or null) names this host."""
    return bool(host) and origin.partition("://")[2] == host


class SameOriginMiddleware:
    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Under a name that is not ours nothing is answered at all: a page of another site whose
        name was made to lead to this machine would be of our origin to the browser.
        """
        request.get_host()
        if (
            request.method not in SAFE_METHODS
            and not request.path_info.startswith(EXEMPT)
            and not is_same_origin(request)
        ):
            return problem_page(request, 403, "same_origin")
        return self.get_response(request)
