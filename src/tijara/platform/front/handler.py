"""Django's handler as it is on threads: it remembers where fixed addresses lead, and keeps in the
thread what it keeps for a thread (decision 117).
"""

import threading

from django.core.handlers.wsgi import WSGIHandler
from django.db import connections
from django.http import HttpRequest
from django.urls import ResolverMatch, base
from django.utils import timezone
from django.utils.translation import get_language, trans_real


class KnowingHandler(WSGIHandler):
    def __init__(self) -> None:
        super().__init__()
        _keep_in_threads()
        self.known: dict[tuple[str, str | None], ResolverMatch] = {}
        """As many as there are fixed routes and languages."""

    def resolve_request(self, request: HttpRequest) -> ResolverMatch:
        """An address without anything of its own in it (`/checkout`, no `/p/…`) is looked up once:
        the routes that stand before it are not tried again for every visitor."""
        place = (request.path_info, get_language())
        match = self.known.get(place)
        if match is None:
            match = super().resolve_request(request)
            if not match.args and not match.kwargs:
                self.known[place] = match
        request.resolver_match = match
        return match


def _keep_in_threads() -> None:
    """Language, time zone, the addresses' prefix and the connections. Django keeps them so that
    coroutines can have them too, which costs five Python calls each time, and a page asks some two
    hundred times. Here Django runs on threads and in no coroutine (decision 12)."""
    trans_real._active = threading.local()
    timezone._active = threading.local()
    base._prefixes = threading.local()
    connections._connections = threading.local()
