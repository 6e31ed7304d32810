"""No network address asks faster than many people behind it could.

Whole towns share an address of a mobile network, so the limits are wide: they stop robots.
"""

from collections.abc import Callable
from ipaddress import ip_address

from django.http import HttpRequest, HttpResponse

from tijara.platform.limits import Limit, RateLimited, take

from .problems import refusal_page

READING = Limit("pages", at_once=600, each_minute=3000)
WRITING = Limit("forms", at_once=100, each_minute=300)
SAFE = frozenset({"GET", "HEAD", "OPTIONS"})
OF_THEIR_OWN = ("/hooks/",)
"""Programs post more than people, from few addresses: the hooks have limits of their own."""


class PaceMiddleware:
    """Answers 429 with the time to wait, before anything is looked up."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        if request.path_info.startswith(OF_THEIR_OWN):
            return self.get_response(request)
        limit = READING if request.method in SAFE else WRITING
        try:
            take(limit, network_of(request.META.get("REMOTE_ADDR", "")))
        except RateLimited as refusal:
            return refusal_page(request, refusal)
        return self.get_response(request)


def network_of(address: str) -> str:
    """Who it is to us: an IPv4 address, or the /64 that one household has in IPv6."""
    if ":" not in address:
        return address
    try:
        return ip_address(address).exploded[:19]
    except ValueError:
        return address
