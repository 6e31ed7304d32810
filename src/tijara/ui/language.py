"""The page's language is in its address: Arabic at `/…`, English at `/en/…`, French at `/fr/…`.
Nothing else decides.
So is its market: the first at `/…`, another at `/eg/…`, `/eg/en/…`.

No redirect by Accept-Language: one address always shows one page, so that it can be cached.
"""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from functools import cache

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.urls import get_script_prefix, set_script_prefix
from django.utils import translation

RTL = frozenset({"ar"})
_market: ContextVar[str] = ContextVar("_market", default="")
_spoken: ContextVar[tuple[str, ...]] = ContextVar("_spoken", default=())


@contextmanager
def within_market(start: str) -> Iterator[None]:
    """While a page of a market is made, its links begin with `start`: "", or "/eg"."""
    token, outer = _market.set(start), get_script_prefix()
    set_script_prefix(f"{start}/")
    try:
        yield
    finally:
        set_script_prefix(outer)
        _market.reset(token)


@contextmanager
def speaking(languages: tuple[str, ...]) -> Iterator[None]:
    """While a page is drawn, these are the languages that it may be had in: its market's."""
    token = _spoken.set(languages)
    try:
        yield
    finally:
        _spoken.reset(token)


def market_start() -> str:
    """What the addresses of this page's market begin with."""
    return _market.get()


def languages_here() -> tuple[str, ...]:
    """The languages that this page may be had in; all, where no market is asked."""
    known = all_languages()
    return tuple(code for code in _spoken.get() if code in known) or known


@cache
def all_languages() -> tuple[str, ...]:
    return tuple(code for code, _ in settings.LANGUAGES)


@cache
def other_languages() -> tuple[str, ...]:
    return tuple(code for code in all_languages() if code != settings.LANGUAGE_CODE)


def language_of(path: str) -> str:
    """The language that an address names."""
    first = path.split("/", 2)[1] if path.startswith("/") else ""
    return first if first in other_languages() else settings.LANGUAGE_CODE


def bare(path: str) -> str:
    """The address without its market and language; never one that begins with two slashes, because
    a browser would take it for another site's."""
    start = _market.get()
    if start and (path == start or path.startswith(f"{start}/")):
        path = path[len(start) :] or "/"
    language = language_of(path)
    rest = path if language == settings.LANGUAGE_CODE else path[len(language) + 1 :]
    return f"/{rest.lstrip('/')}" if rest.startswith("//") else rest or "/"


def local(path: str, language: str | None = None) -> str:
    """`/cart` in this market and the active (or the given) language: `/cart`, `/eg/en/cart`."""
    language = language or translation.get_language() or settings.LANGUAGE_CODE
    start = _market.get()
    return f"{start}{path}" if language == settings.LANGUAGE_CODE else f"{start}/{language}{path}"


def is_rtl() -> bool:
    return (translation.get_language() or settings.LANGUAGE_CODE) in RTL


class LanguageMiddleware:
    """Activates the language of the address for the request, and notes on the answer in which
    language and market it was made: whoever fills in the rest speaks the same."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        language = language_of(request.path_info)
        translation.activate(language)
        request.LANGUAGE_CODE = language
        response = self.get_response(request)
        response.headers.setdefault("Content-Language", language)
        response.place = (language, market_start())
        return response
