"""A market's points: what it owes in them, who has them, what colleagues propose to give."""

from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import pgettext
from django.views.decorators.http import require_POST, require_safe

from tijara.domains.loyalty.actions import MoreThanThere, decide_points_grant
from tijara.domains.loyalty.queries import (
    accounts_of_market,
    grants_waiting,
    points_figures,
    programme_of,
    tiers_in,
)
from tijara.domains.loyalty.shapes import PointsFigures, PointsKind, Tier
from tijara.faces.back_office.market_parts import market_here
from tijara.faces.back_office.office import in_office, office_page
from tijara.faces.back_office.points import MOVES, REASONS
from tijara.faces.back_office.wallets import (
    buyer_at,
    market_tabs,
    missed_at,
    people_at,
    proposals,
)
from tijara.kit.actor import Actor
from tijara.kit.powers import Power
from tijara.platform.balances.grants import GrantDecided, OwnProposal
from tijara.ui.directions import page_number, see_other
from tijara.ui.language import local
from tijara.ui.pieces.words import named
from tijara.ui.refusal_texts import sentence_of

FLOWS = (PointsKind.EARNED, PointsKind.GRANTED, PointsKind.SPENT, PointsKind.EXPIRED)


@require_safe
@in_office
def points(request: HttpRequest, actor: Actor) -> HttpResponse:
    here = market_here(request.GET.get("market", ""))
    text = request.GET.get("q", "").strip()[:100]
    if found := buyer_at(text, here):
        return see_other(local(f"/office/points/{here.slug}/{found}"))
    listed = accounts_of_market(here.id, page=page_number(request))
    waiting = grants_waiting(here.id)
    people = people_at({one.buyer_id for one in (*listed.items, *waiting)})
    figures, tiers = points_figures(here.id), tiers_in(here.id)
    by_id: dict[UUID | None, Tier] = {one.id: one for one in tiers}
    context = {
        "here": here,
        "markets": market_tabs("points", here),
        "programme": programme_of(here.id),
        "figures": figures,
        "flows": _flows(figures) if figures else (),
        "levels": _levels(figures, tiers) if figures and tiers else (),
        "waiting": proposals(waiting, people, REASONS, actor),
        "page": listed,
        "rows": [(one, people.get(one.buyer_id), by_id.get(one.tier_id)) for one in listed.items],
        "text": text,
        "missed": missed_at(request, text),
        "setup": local(f"/office/markets/{here.slug}/points"),
        "may_set": Power.MARKETS_MANAGE in actor.powers,
    }
    return office_page(request, "points", context)


@require_POST
@in_office
def points_decision(
    request: HttpRequest, actor: Actor, slug: str, buyer_id: UUID, grant_id: UUID
) -> HttpResponse:
    here, is_agreed = market_here(slug), request.POST.get("answer") == "agree"
    back = local(f"/office/points?market={here.slug}")
    try:
        decide_points_grant(actor=actor, buyer_id=buyer_id, grant_id=grant_id, is_agreed=is_agreed)
    except (MoreThanThere, GrantDecided, OwnProposal) as refusal:
        return see_other(back, sentence_of(refusal), "warn")
    return see_other(back, _("Done.") if is_agreed else _("Declined. Nothing was changed."))


def _flows(figures: PointsFigures) -> list[tuple[Promise, int, float]]:
    """What came and went, each beside all that ever came."""
    came = sum(many for many in figures.by_kind.values() if many > 0)
    told = [(kind, abs(figures.by_kind.get(kind, 0))) for kind in FLOWS]
    return [(MOVES[kind], many, 100 * many / came if came else 0) for kind, many in told]


def _levels(figures: PointsFigures, tiers: list[Tier]) -> list[tuple[str, int, float]]:
    """How many buyers stand on each tier, the lowest first."""
    everybody = sum(figures.by_tier.values())
    known = [(named(one), figures.by_tier.get(one.id, 0)) for one in tiers]
    none = everybody - sum(many for _name, many in known)
    told = [(pgettext("points", "No tier yet"), none), *known] if none else known
    return [(name, many, 100 * many / everybody if everybody else 0) for name, many in told]
