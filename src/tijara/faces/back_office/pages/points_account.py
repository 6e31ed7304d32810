"""One buyer's points: what he has, what moved them, and giving him some or taking them."""

from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.utils.translation import gettext as _
from django.utils.translation import pgettext
from django.views.decorators.http import require_http_methods

from tijara.domains.loyalty.actions import MoreThanThere, PointsGrantInvalid, grant_points
from tijara.domains.loyalty.queries import (
    account_of,
    grants_of,
    moves_of,
    pending_points,
    programme_of,
    standing_of,
)
from tijara.domains.loyalty.shapes import GrantReason, PointsGrantDraft
from tijara.domains.markets.shapes import MarketPolicy
from tijara.domains.parties.queries import home_of_buyer
from tijara.faces.back_office.market_parts import market_here
from tijara.faces.back_office.office import in_office, office_page
from tijara.faces.back_office.points import MOVES, REASONS
from tijara.faces.back_office.wallets import GRANTS, people_at
from tijara.kit.actor import Actor
from tijara.kit.balances import GrantState
from tijara.kit.ids import new_id
from tijara.ui.directions import page_number, see_other
from tijara.ui.goods.sheet import read_id
from tijara.ui.language import local
from tijara.ui.refusal_texts import field_sentence, field_sentences, sentence_of
from tijara.ui.typed import whole_number

FIELDS = ("act", "points", "reason", "note")
GIVE, TAKE = "give", "take"


@require_http_methods(["GET", "HEAD", "POST"])
@in_office
def points_account(request: HttpRequest, actor: Actor, slug: str, buyer_id: UUID) -> HttpResponse:
    """Of who has an account, where the market has a programme."""
    here = market_here(slug)
    if home_of_buyer(buyer_id) != buyer_id or programme_of(here.id) is None:
        raise Http404
    if request.method != "POST":
        return _page(request, here, buyer_id, {"act": GIVE, "reason": str(GrantReason.SORRY)})
    typed = {name: request.POST.get(name, "").strip()[:300] for name in FIELDS}
    grant_id = read_id(request.POST.get("id", "")) or new_id()
    many = whole_number(typed["points"])
    if many is None:
        wrong = {"points": field_sentence("not_a_number")}
        return _page(request, here, buyer_id, typed, wrong, grant_id)
    signed = -many if typed["act"] == TAKE else many
    try:
        state = grant_points(
            actor=actor,
            buyer_id=buyer_id,
            market_id=here.id,
            grant_id=grant_id,
            draft=PointsGrantDraft(signed, typed["reason"], typed["note"]),
        )
    except PointsGrantInvalid as refusal:
        wrong = field_sentences(refusal.fields)
        return _page(request, here, buyer_id, typed, wrong, grant_id)
    except MoreThanThere as refusal:
        wrong = {"points": sentence_of(refusal)}
        return _page(request, here, buyer_id, typed, wrong, grant_id)
    is_done = state is GrantState.DONE
    said = _("Done.") if is_done else _("Proposed. A colleague must agree.")
    return see_other(local(f"/office/points/{slug}/{buyer_id}"), said)


def _page(
    request: HttpRequest,
    here: MarketPolicy,
    buyer_id: UUID,
    typed: dict[str, str],
    wrong: dict | None = None,
    grant_id: UUID | None = None,
) -> HttpResponse:
    moves = moves_of(buyer_id, here.id, page=page_number(request))
    context = {
        "here": here,
        "person": people_at([buyer_id]).get(buyer_id),
        "programme": programme_of(here.id),
        "account": account_of(buyer_id, here.id),
        "standing": standing_of(buyer_id, here.id),
        "coming": pending_points(buyer_id, here.id),
        "page": moves,
        "moves": [(one, MOVES[one.kind]) for one in moves.items],
        "grants": [
            (one, REASONS[one.reason], *GRANTS[one.state]) for one in grants_of(buyer_id, here.id)
        ],
        "acts": [(GIVE, pgettext("points", "Give")), (TAKE, pgettext("points", "Take"))],
        "reasons": [(str(one), name) for one, name in REASONS.items()],
        "typed": typed,
        "wrong": wrong or {},
        "form_id": grant_id or new_id(),
    }
    return office_page(request, "points_account", context, status=422 if wrong else 200)
