"""Lists that are narrowed by their address: what was asked for stays in every link."""

from collections.abc import Mapping
from datetime import date
from urllib.parse import urlencode

from django.http import HttpRequest


def kept_in(address: str, given: Mapping[str, str]) -> str:
    """The address with what is not empty."""
    query = urlencode({name: value for name, value in given.items() if value})
    return f"{address}?{query}" if query else address


def read_day(request: HttpRequest, name: str) -> date | None:
    try:
        return date.fromisoformat(request.GET.get(name, ""))
    except ValueError:
        return None
