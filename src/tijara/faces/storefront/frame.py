"""What every page of the storefront stands in: its departments, its clock, its addresses."""

from collections.abc import Iterable

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone

from tijara.domains.catalogue.queries import departments
from tijara.domains.markets.queries import levies_tax
from tijara.faces.storefront.here import here, in_its_language, market_links, zone
from tijara.ui import directions
from tijara.ui.frame import IN_MASTHEAD
from tijara.ui.language import bare, languages_here, local, speaking

PART = "X-Part"


def page(
    request: HttpRequest,
    template: str,
    context: dict,
    *,
    status: int = 200,
    is_private: bool = False,
    shows: Iterable[object] | None = None,
) -> HttpResponse:
    """Render a page, or lead to it in a language of the market. A private one shows a person's own
    things and is kept by no cache. One that is the same for everybody says what it `shows`: the
    front keeps it until one of these tags is told of (`platform/changes.py`)."""
    with timezone.override(zone()), speaking(here().languages):
        elsewhere = in_its_language(request)
        if elsewhere:
            return elsewhere
        response = render(
            request,
            f"storefront/{template}.html",
            {
                "departments": departments()[:IN_MASTHEAD],
                "market": here(),
                "levies_tax": levies_tax(here().country),
                "market_links": market_links(),
                "canonical": _canonical(request),
                "alternates": _alternates(request),
                "is_private": is_private,
                "is_for_all": shows is not None,
                **context,
            },
            status=status,
        )
    response["Cache-Control"] = "private, no-store" if is_private else "private, no-cache"
    if shows is not None:
        response.shows = frozenset(map(str, shows))
    return response


def asked_part(request: HttpRequest) -> str:
    """The piece of this page that a script asks for; nothing where the whole page is wanted."""
    return request.GET.get("part", "") or request.headers.get(PART, "")


def part(
    request: HttpRequest,
    name: str,
    context: dict,
    *,
    status: int = 200,
    is_private: bool = False,
    shows: Iterable[object] | None = None,
) -> HttpResponse:
    """A piece of a page, `parts/<name>.html`, for a script that has asked for it."""
    response = page(
        request, f"parts/{name}", context, status=status, is_private=is_private, shows=shows
    )
    response[PART] = name
    return response


def see_other(
    name: str, *args: object, say: object = "", tone: str = "good", at: str = ""
) -> HttpResponse:
    """After a change, look at this page of the storefront."""
    return directions.see_other(reverse(f"storefront:{name}", args=args) + at, say, tone)


def next_step(request: HttpRequest, response: HttpResponse) -> HttpResponse:
    """Where a form leads: a script that has sent it goes there itself."""
    if asked_part(request) != "next":
        return response
    response.status_code = 200
    response.content = response["Location"]
    del response["Location"]
    response[PART] = "next"
    return response


def _canonical(request: HttpRequest) -> str:
    """The page without what was picked on it; a further page of a list is a page of its own."""
    number = request.GET.get("page", "")
    is_further = number.isascii() and number.isdecimal() and 1 < int(number[:4]) < 1000
    return request.build_absolute_uri(request.path + (f"?page={number[:4]}" if is_further else ""))


def _alternates(request: HttpRequest) -> list[tuple[str, str]]:
    """(language, address) of this page in each of the market's languages."""
    path = bare(request.path)
    return [(code, request.build_absolute_uri(local(path, code))) for code in languages_here()]
