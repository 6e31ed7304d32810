"""The office of the market's operator: staff only. Every view of the back office begins here."""

from collections.abc import Callable, Iterator
from functools import wraps

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, pgettext
from django.views.decorators.cache import never_cache

from tijara.domains.markets.queries import country_profile, markets
from tijara.faces.back_office.doors import POWER_OF
from tijara.kit.actor import Actor, ActorKind
from tijara.kit.powers import STAFF_ROLES, Power
from tijara.ui.desks.seat import Seat
from tijara.ui.directions import to_sign_in
from tijara.ui.language import bare, local
from tijara.ui.problems import problem_page
from tijara.ui.visitors import NUDGE

UTC = "UTC"
UNDER = {
    "/notices": "/office/payments",
    "/refunds": "/office/payments",
    "/gift-cards": "/office/wallets",
    "/orders/": "/office/orders",
    "/returns/": "/office/returns",
    "/disputes/": "/office/disputes",
    "/invoices/": "/office/invoices",
    "/filings": "/office/invoices",
    "/texts": "/office/returns",
    "/commissions": "/office/invoices",
    "/tax-unit": "/office/sellers",
    "/payout": "/office/payouts",
    "/payout-runs": "/office/payouts",
    "/payouts/": "/office/payouts",
    "/iban": "/office/payouts",
    "/owners/": "/office/events",
}
"""Pages of one seller that stand under another link than his."""
TRADE, PEOPLE, GOODS, MONEY, HOUSE = "trade", "people", "goods", "money", "house"
PLACES = (
    (TRADE, gettext_lazy("Overview"), "home", "home"),
    (TRADE, gettext_lazy("Orders"), "orders", "box"),
    (TRADE, gettext_lazy("Returns"), "returns", "returns"),
    (TRADE, gettext_lazy("Complaints"), "disputes", "shield"),
    (TRADE, gettext_lazy("Reviews"), "reviews", "star"),
    (TRADE, gettext_lazy("Sales"), "sales", "chart"),
    (PEOPLE, gettext_lazy("Sellers"), "sellers", "store"),
    (PEOPLE, gettext_lazy("Applications"), "applications", "bell"),
    (PEOPLE, gettext_lazy("People"), "people", "users"),
    (GOODS, gettext_lazy("Catalogue"), "catalogue", "tag"),
    (GOODS, gettext_lazy("Markets"), "markets", "globe"),
    (GOODS, gettext_lazy("Flash sales"), "flash-sales", "clock"),
    (MONEY, gettext_lazy("Payments"), "payments", "card"),
    (MONEY, gettext_lazy("Cash on delivery"), "cash", "cash"),
    (MONEY, gettext_lazy("Wallets"), "wallets", "wallet"),
    (MONEY, gettext_lazy("Points"), "points", "star"),
    (MONEY, gettext_lazy("Payouts"), "payouts", "out"),
    (MONEY, gettext_lazy("Reconciliation"), "reconciliation", "ok"),
    (MONEY, gettext_lazy("Journal"), "journal", "edit"),
    (MONEY, gettext_lazy("Books"), "books", "list"),
    (MONEY, gettext_lazy("Invoices"), "invoices", "copy"),
    (HOUSE, gettext_lazy("First steps"), "start", "go"),
    (HOUSE, gettext_lazy("Health"), "health", "heart"),
    (HOUSE, gettext_lazy("Jobs"), "jobs", "clock"),
    (HOUSE, gettext_lazy("Events"), "events", "grid"),
    (HOUSE, gettext_lazy("Webhooks"), "webhooks", "share"),
    (HOUSE, gettext_lazy("Messages"), "messages", "mail"),
    (HOUSE, gettext_lazy("Audit trail"), "acts", "shield"),
    (HOUSE, gettext_lazy("Proofs"), "audit", "check"),
)
"""Where the masthead leads staff: section, text, name of the page, icon."""


def in_office(view: Callable[..., HttpResponse]) -> Callable[..., HttpResponse]:
    """Give the view its actor, or send the visitor to sign in, or away."""

    @never_cache
    @wraps(view)
    def seated(request: HttpRequest, **given) -> HttpResponse:
        if not request.user.is_authenticated:
            return to_sign_in(request, "/office/")
        powers = STAFF_ROLES.get(request.user.staff_role)
        if powers is None:
            return problem_page(request, 403, "forbidden")
        if _asked_of(request) not in powers:
            return problem_page(request, 403, "no_power")
        actor = Actor(ActorKind.STAFF, request.user.pk, powers=powers)
        with timezone.override(zone()):
            return view(request, actor, **given)

    return seated


def office_page(
    request: HttpRequest, template: str, context: dict, *, status: int = 200
) -> HttpResponse:
    """A template of the ui is named with its folder."""
    frame = {
        "who": {"name": request.user.name, "note": _("Staff of the market"), "hue": None},
        "desk_name": _("Back office"),
        "needs_second_factor": _is_nudged(request),
        "sections": _sections(request),
        "search_action": local("/office/find"),
        "find_action": local("/office/find"),
        "search_hint": _("Order, buyer, phone, store or product"),
    }
    name = template if "/" in template else f"back_office/{template}.html"
    return render(request, name, frame | context, status=status)


def _is_nudged(request: HttpRequest) -> bool:
    """Where the day begins, and not on each page that is worked on after it."""
    return bare(request.path) == "/office/" and bool(request.session.get(NUDGE))


def seat_at(request: HttpRequest, actor: Actor) -> Seat:
    """The office, for the pages that a seller's hub has too."""

    def draw(template: str, context: dict, status: int = 200) -> HttpResponse:
        return office_page(request, template, context, status=status)

    return Seat(actor, "/office", draw, shows_events=True)


def seated(view: Callable[..., HttpResponse]) -> Callable[..., HttpResponse]:
    """For pages that a seller's hub has too: they are given their seat."""

    @in_office
    def at(request: HttpRequest, actor: Actor, **given) -> HttpResponse:
        return view(request, seat_at(request, actor), **given)

    return at


def zone() -> str:
    """The staff's clock is the first market's."""
    known = markets()
    return country_profile(known[0].country).time_zone if known else UTC


def _sections(request: HttpRequest) -> list[dict]:
    """Only what the person's role may open."""
    powers = STAFF_ROLES[request.user.staff_role]
    titles = {
        TRADE: pgettext("sidebar", "Trade"),
        PEOPLE: pgettext("sidebar", "People"),
        GOODS: _("Goods"),
        MONEY: _("Money"),
        HOUSE: _("The house"),
    }
    sections = [
        {"title": title, "links": [*_links(request, section, powers)]}
        for section, title in titles.items()
    ]
    return [section for section in sections if section["links"]]


def _links(request: HttpRequest, section: str, powers: frozenset[Power]) -> Iterator[dict]:
    here = bare(request.path)
    here = next((where for part, where in UNDER.items() if part in here), here)
    for where, text, name, icon in PLACES:
        if where == section and POWER_OF[name] in powers:
            path = "/office/" if name == "home" else f"/office/{name}"
            current = here == path if name == "home" else here.startswith(path)
            yield {"text": text, "href": local(path), "icon": icon, "current": current}


def _asked_of(request: HttpRequest) -> Power | None:
    """None, which nobody has, for a page that stands in no row of the table."""
    match = request.resolver_match
    return POWER_OF.get(match.url_name or "") if match else None
