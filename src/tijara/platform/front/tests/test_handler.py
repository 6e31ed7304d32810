"""What our handler does otherwise than Django's, and what it relies on."""

import io
import threading
from collections.abc import Iterator

import pytest
from django.core.handlers.wsgi import WSGIRequest
from django.db import connections
from django.http import Http404
from django.urls import base
from django.utils import timezone, translation
from django.utils.translation import trans_real

from tijara.platform.front.environ import environ_of
from tijara.platform.front.handler import KnowingHandler


@pytest.fixture
def handler() -> Iterator[KnowingHandler]:
    """Whatever it has put elsewhere is put back."""
    replaced = [
        (trans_real, "_active"), (timezone, "_active"), (base, "_prefixes"),
        (connections, "_connections"),
    ]  # fmt: skip
    before = [getattr(where, name) for where, name in replaced]
    yield KnowingHandler()
    for (where, name), value in zip(replaced, before, strict=True):
        setattr(where, name, value)


def asked(path: str) -> WSGIRequest:
    scope = {"method": "GET", "path": path, "query_string": b"", "headers": [(b"host", b"a")]}
    return WSGIRequest(environ_of(scope, io.BytesIO()))


def test_a_fixed_address_is_looked_up_once_a_language(handler):
    first, again = asked("/checkout"), asked("/checkout")
    match = handler.resolve_request(first)
    assert handler.resolve_request(again) is match
    assert first.resolver_match is again.resolver_match is match
    with translation.override("en"):
        assert handler.resolve_request(asked("/en/checkout")).func is match.func
        with pytest.raises(Http404):
            handler.resolve_request(asked("/checkout"))
    assert len(handler.known) == 2


def test_an_address_with_something_of_its_own_is_not_kept(handler):
    one, other = handler.resolve_request(asked("/p/a")), handler.resolve_request(asked("/p/b"))
    assert (one.kwargs, other.kwargs) == ({"slug": "a"}, {"slug": "b"})
    assert not handler.known


def test_each_thread_has_its_own_language_zone_and_connection(handler):
    told = {}

    def look() -> None:
        told["language"] = translation.get_language()
        told["zone"] = timezone.get_current_timezone_name()
        told["connection"] = connections["default"]

    with translation.override("fr"), timezone.override("Africa/Cairo"):
        assert translation.get_language() == "fr"
        thread = threading.Thread(target=look)
        thread.start()
        thread.join()
    assert (told["language"], told["zone"]) == ("ar", "Asia/Riyadh")
    assert told["connection"] is not connections["default"]
