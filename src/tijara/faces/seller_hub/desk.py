"""Who sits at this desk: one person, working for one store. Every view of the hub begins here."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import wraps
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache

from tijara.domains.markets.queries import country_profile, market_by_id
from tijara.domains.markets.shapes import MarketPolicy
from tijara.domains.orders.queries import standing_orders
from tijara.domains.parties.queries import roles_of, seller_terms
from tijara.domains.parties.shapes import Role
from tijara.domains.stores.queries import application_of, stores
from tijara.domains.stores.shapes import ApplicationState, StoreCard
from tijara.faces.seller_hub.sidebar import sections
from tijara.kit.actor import Actor, ActorKind
from tijara.kit.powers import SELLER_ROLES, Power
from tijara.platform.action import NotAllowed
from tijara.ui.desks.seat import Seat
from tijara.ui.directions import see_other, to_sign_in
from tijara.ui.language import bare, local
from tijara.ui.pieces.words import named
from tijara.ui.problems import problem_page
from tijara.ui.visitors import SELLER

SAFE = frozenset({"GET", "HEAD"})


@dataclass(frozen=True, slots=True)
class Desk:
    """`actor` acts for the seller and for nobody else, with the powers of his role there."""

    actor: Actor
    seller_id: UUID
    store: StoreCard
    market: MarketPolicy
    role: Role

    def must(self, power: Power) -> None:
        """For pages that only some roles may open."""
        if not self.actor.may(power):
            raise NotAllowed(power=str(power))


def at_desk(view: Callable[..., HttpResponse]) -> Callable[..., HttpResponse]:
    """Give the view its desk, or send the visitor to sign in, to choose a store, or away."""

    @never_cache
    @wraps(view)
    def seated(request: HttpRequest, **given) -> HttpResponse:
        if not request.user.is_authenticated:
            return to_sign_in(request, "/hub/")
        roles = roles_of(request.user.pk)
        mine = list(stores(roles))
        if not mine:
            return _without_a_store(request)
        seller_id = _chosen(request, mine)
        if seller_id is None:
            return see_other(local("/account/"))
        desk = _desk(request.user.pk, seller_id, roles[seller_id])
        with timezone.override(country_profile(desk.market.country).time_zone):
            return view(request, desk, **given)

    return seated


def _without_a_store(request: HttpRequest) -> HttpResponse:
    """Who looks in at the door is told how one comes to have a store; any other page is not his."""
    if request.method in SAFE and bare(request.path) == "/hub/":
        asked = application_of(request.user.pk)
        if asked is not None and asked.state is not ApplicationState.APPROVED:
            return see_other(local("/account/selling"))
        said = _("You have no store yet. Apply to open one, or ask a store's owner to invite you.")
        return see_other(local("/account/selling"), said, "info")
    return problem_page(request, 403, "forbidden")


def hub_page(
    request: HttpRequest, desk: Desk, template: str, context: dict, *, status: int = 200
) -> HttpResponse:
    """A page of the hub with its sidebar; `standing` may be given by a view that has it anyway.
    A template of the ui is named with its folder."""
    standing = context.get("standing") or standing_orders(desk.seller_id)
    frame = {
        "desk": desk,
        "desk_name": named(desk.store),
        "who": {"name": named(desk.store), "note": _("Seller hub"), "hue": desk.store.hue},
        "sections": sections(bare(request.path), desk.actor, standing),
        "find_action": local("/hub/find"),
        "search_action": local("/hub/find"),
        "search_hint": _("An order, a buyer, a product"),
    }
    name = template if "/" in template else f"seller_hub/{template}.html"
    return render(request, name, frame | context, status=status)


def seat_at(request: HttpRequest, desk: Desk) -> Seat:
    """The desk, for the pages that the office has too."""

    def draw(template: str, context: dict, status: int = 200) -> HttpResponse:
        return hub_page(request, desk, template, context, status=status)

    return Seat(desk.actor, "/hub", draw)


def seated(view: Callable[..., HttpResponse]) -> Callable[..., HttpResponse]:
    """For pages that the office has too: they are given their seat."""

    @at_desk
    def at(request: HttpRequest, desk: Desk, **given) -> HttpResponse:
        return view(request, seat_at(request, desk), **given)

    return at


def _chosen(request: HttpRequest, mine: list[UUID]) -> UUID | None:
    """The store chosen in this session, as long as he works there; the only one; else none."""
    said = request.session.get(SELLER, "")
    for seller_id in mine:
        if str(seller_id) == said:
            return seller_id
    return mine[0] if len(mine) == 1 else None


def _desk(person_id: UUID, seller_id: UUID, role: Role) -> Desk:
    actor = Actor(ActorKind.SELLER, person_id, seller_id, SELLER_ROLES[role])
    market = market_by_id(seller_terms([seller_id])[seller_id].market_id)
    return Desk(actor, seller_id, stores([seller_id])[seller_id], market, role)
