"""Where a visitor is sent next, and which part of a list he asks for."""

from collections.abc import Iterable
from urllib.parse import urlencode

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.utils.encoding import iri_to_uri

from tijara.kit.page import Cursor, read_cursor
from tijara.ui.flash import flash
from tijara.ui.language import local
from tijara.ui.pieces.words import grouped

LAST_PAGE = 10_000


def see_other(address: str, say: object = "", tone: str = "good") -> HttpResponse:
    """After a change: look there (303), so that going back and reloading change nothing."""
    response = HttpResponse(status=303, headers={"Location": iri_to_uri(address)})
    if say:
        flash(response, say, tone)
    return response


def add_slash(request: HttpRequest) -> HttpResponse:
    """People leave the last stroke of an address out: /hub is /hub/."""
    query = request.META.get("QUERY_STRING", "")
    return see_other(f"{request.path}/{'?' + query if query else ''}")


def to_sign_in(request: HttpRequest, start: str) -> HttpResponse:
    """And back to the page that was asked for; a form that was sent too late leads to `start`."""
    wanted = request.get_full_path() if request.method in ("GET", "HEAD") else local(start)
    return see_other(f"{local(settings.LOGIN_URL)}?{urlencode({'next': wanted})}")


def query_of(request: HttpRequest) -> str:
    """What the address asks for, to come back to it: "?…", or nothing."""
    return f"?{request.GET.urlencode()}" if request.GET else ""


def page_number(request: HttpRequest) -> int:
    """From 1; anything else that a visitor may write is the first page."""
    said = request.GET.get("page", "")
    number = int(said) if said.isascii() and said.isdigit() and len(said) < 6 else 1
    return min(max(number, 1), LAST_PAGE)


def page_cursor(request: HttpRequest) -> Cursor | None:
    """Beside which row of a long list its page begins or ends, as its links say; else None."""
    if before := request.GET.get("before", ""):
        return read_cursor(before, is_end=True)
    return read_cursor(request.GET.get("after", ""))


def tabs_by_state(
    address: str,
    states: Iterable[tuple[str | None, object, str]],
    chosen: str | None,
    text: str,
) -> list[dict]:
    """A tab for each (state, name, count as `counted` says it); the search for `text` goes along
    from tab to tab."""
    return [
        {
            "text": name,
            "count": count,
            "current": state == chosen,
            "href": narrowed(address, state=state, q=text),
        }
        for state, name, count in states
    ]


def counted(number: int, *, is_cut: bool = False) -> str:
    """`is_cut`: it, or a part of it, was not counted to its end; of a thousand then "999+"."""
    return f"{grouped(number - 1)}+" if is_cut else grouped(number)


def narrowed(address: str, **given: object) -> str:
    """The address with what is not empty."""
    query = urlencode({name: value for name, value in given.items() if value})
    return f"{address}?{query}" if query else address
