"""Who asks in the account's pages: a visitor, or the person who has signed in."""

from collections.abc import Callable
from functools import wraps
from urllib.parse import urlencode
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.cache import never_cache

from tijara.domains.catalogue.queries import departments
from tijara.domains.markets.queries import country_profile, market_at, markets, zone_of
from tijara.domains.markets.shapes import MarketPolicy
from tijara.domains.parties.actions import open_customer
from tijara.faces.account.landing import HOME
from tijara.kit.actor import Actor, ActorKind
from tijara.kit.clock import now
from tijara.kit.powers import BUYER_POWERS, VISITOR_POWERS
from tijara.ui.directions import see_other, to_sign_in
from tijara.ui.frame import IN_MASTHEAD, MarketLink
from tijara.ui.language import bare, local, market_start, speaking
from tijara.ui.market_links import links_to
from tijara.ui.visitors import BUYER

VISITOR = Actor(ActorKind.BUYER, powers=VISITOR_POWERS)
PROVED = "proved_at"
"""The session's key for the moment at which its person last proved who he is."""
PROOF_SECONDS = 15 * 60
SOMEWHERE = "SA"
"""The country of numbers without one, before any market is open."""


def as_person(request: HttpRequest) -> Actor:
    return Actor(ActorKind.BUYER, request.user.pk, powers=VISITOR_POWERS)


def as_buyer(request: HttpRequest) -> Actor:
    """With his own buyer's id as owner."""
    return Actor(ActorKind.BUYER, request.user.pk, buyer_of(request), BUYER_POWERS)


def buyer_of(request: HttpRequest) -> UUID:
    said = request.session.get(BUYER)
    if said is None:
        said = request.session[BUYER] = str(open_customer(actor=as_person(request)))
    return UUID(said)


def market() -> MarketPolicy | None:
    """The market that the address names, the first where it names none."""
    return market_at(market_start())


def country() -> str:
    """Whose numbers people mean when they write none: the market's."""
    here = market()
    return here.country if here else SOMEWHERE


def market_id() -> UUID | None:
    """Of the market that this page is in: it writes in its own name."""
    here = market()
    return here.id if here else None


def signed_in(view: Callable[..., HttpResponse]) -> Callable[..., HttpResponse]:
    """Only for who has signed in; anyone else is sent to do so, and back."""

    @never_cache
    @wraps(view)
    def seated(request: HttpRequest, **given) -> HttpResponse:
        if not request.user.is_authenticated:
            return to_sign_in(request, HOME)
        return view(request, **given)

    return seated


def proved(view: Callable[..., HttpResponse]) -> Callable[..., HttpResponse]:
    """Only for who has proved of late who he is: an open browser is not enough."""

    @signed_in
    @wraps(view)
    def checked(request: HttpRequest, **given) -> HttpResponse:
        if now().timestamp() - request.session.get(PROVED, 0) > PROOF_SECONDS:
            start = local("/account/security")
            wanted = request.get_full_path() if request.method in ("GET", "HEAD") else start
            return see_other(f"{local('/account/proof')}?{urlencode({'next': wanted})}")
        return view(request, **given)

    return checked


def account_page(
    request: HttpRequest, template: str, context: dict, *, status: int = 200
) -> HttpResponse:
    """Drawn as its market is: by its clock, in its languages."""
    here = market()
    frame = {
        "place": bare(request.path),
        "departments": departments()[:IN_MASTHEAD],
        "market": here,
        "market_links": _market_links(here) if here else (),
    }
    with timezone.override(zone_of(country())), speaking(here.languages if here else ()):
        return render(request, f"account/{template}.html", frame | context, status=status)


def _market_links(here: MarketPolicy) -> tuple[MarketLink, ...]:
    return links_to([(one, country_profile(one.country)) for one in markets()], here.id)
