"""The office of the market's operator: staff only. Every view of the back office begins here."""

from collections.abc import Callable
from functools import wraps

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache

from tijara.domains.markets.queries import country_profile, markets
from tijara.kit.actor import Actor, ActorKind
from tijara.kit.powers import STAFF_POWERS
from tijara.ui.directions import to_sign_in
from tijara.ui.language import bare, local
from tijara.ui.problems import problem_page

UTC = "UTC"


def in_office(view: Callable[..., HttpResponse]) -> Callable[..., HttpResponse]:
    """Give the view its actor, or send the visitor to sign in, or away."""

    @never_cache
    @wraps(view)
    def seated(request: HttpRequest, **given) -> HttpResponse:
        if not request.user.is_authenticated:
            return to_sign_in(request, "/office/")
        if not request.user.is_operator:
            return problem_page(request, 403, "forbidden")
        actor = Actor(ActorKind.STAFF, request.user.pk, powers=STAFF_POWERS)
        with timezone.override(_zone()):
            return view(request, actor, **given)

    return seated


def office_page(
    request: HttpRequest, template: str, context: dict, *, status: int = 200
) -> HttpResponse:
    frame = {
        "who": {"name": request.user.name, "note": _("Staff of the market"), "hue": None},
        "sections": _sections(request),
        "search_action": local("/office/orders"),
        "search_hint": _("Order number, name or phone"),
    }
    return render(request, f"back_office/{template}.html", frame | context, status=status)


def _zone() -> str:
    """The staff's clock is the first market's."""
    known = markets()
    return country_profile(known[0].country).time_zone if known else UTC


def _sections(request: HttpRequest) -> list[dict]:
    trade = [
        (_("Orders"), "/office/orders", "box"),
        (_("Payments"), "/office/payments", "card"),
        (_("Sellers"), "/office/sellers", "store"),
        (_("Markets"), "/office/markets", "globe"),
    ]
    system = [
        (_("Audit"), "/office/audit", "shield"),
        (_("Events"), "/office/events", "bell"),
        (_("Messages"), "/office/messages", "mail"),
    ]
    return [
        {"title": "", "links": _links(request, trade)},
        {"title": _("The house"), "links": _links(request, system)},
    ]


def _links(request: HttpRequest, links: list[tuple[str, str, str]]) -> list[dict]:
    here = bare(request.path)
    here = "/office/orders" if here == "/office/" or "/orders/" in here else here
    return [
        {"text": text, "href": local(path), "icon": icon, "current": here.startswith(path)}
        for text, path, icon in links
    ]
