"""One buyer's wallet: what is in it, what moved it, and giving him credit."""

from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from tijara.domains.markets.shapes import MarketPolicy
from tijara.domains.parties.queries import home_of_buyer
from tijara.domains.wallet.actions import GrantInvalid, grant_credit
from tijara.domains.wallet.queries import alone_up_to, grants_of, moves_of, wallet_of
from tijara.domains.wallet.shapes import GrantDraft, GrantReason
from tijara.faces.back_office.market_parts import market_here
from tijara.faces.back_office.office import in_office, office_page
from tijara.faces.back_office.wallets import GRANTS, MOVES, REASONS, people_at
from tijara.kit.actor import Actor
from tijara.kit.balances import GrantState
from tijara.kit.ids import new_id
from tijara.kit.money import Money
from tijara.ui.directions import page_number, see_other
from tijara.ui.goods.sheet import read_id
from tijara.ui.language import local
from tijara.ui.refusal_texts import field_sentences
from tijara.ui.typed import amount, whole_number

FIELDS = ("amount", "reason", "note", "days")


@require_http_methods(["GET", "HEAD", "POST"])
@in_office
def wallet(request: HttpRequest, actor: Actor, slug: str, buyer_id: UUID) -> HttpResponse:
    """Of who has an account; nobody else has one."""
    here = market_here(slug)
    if home_of_buyer(buyer_id) != buyer_id:
        raise Http404
    if request.method != "POST":
        return _page(request, here, buyer_id, {"reason": str(GrantReason.LATE)})
    typed = {name: request.POST.get(name, "").strip() for name in FIELDS}
    grant_id = read_id(request.POST.get("id", "")) or new_id()
    draft, faults = _read(typed, here)
    if faults:
        return _page(request, here, buyer_id, typed, faults, grant_id)
    try:
        state = grant_credit(
            actor=actor, buyer_id=buyer_id, market_id=here.id, grant_id=grant_id, draft=draft
        )
    except GrantInvalid as refusal:
        return _page(request, here, buyer_id, typed, refusal.fields, grant_id)
    said = (
        _("Given. The buyer has been told.")
        if state is GrantState.DONE
        else _("Proposed. A colleague must agree.")
    )
    return see_other(local(f"/office/wallets/{slug}/{buyer_id}"), said)


def _read(typed: dict[str, str], here: MarketPolicy) -> tuple[GrantDraft, dict[str, str]]:
    worth, faults = amount(typed["amount"], here.currency), {}
    days = whole_number(typed["days"]) if typed["days"] else None
    if worth is None:
        faults["amount"] = "not_an_amount" if typed["amount"] else "required"
    if typed["days"] and days is None:
        faults["days"] = "not_a_number"
    money = worth or Money(0, here.currency)
    return GrantDraft(money, typed["reason"], typed["note"], days), faults


def _page(
    request: HttpRequest,
    here: MarketPolicy,
    buyer_id: UUID,
    typed: dict[str, str],
    faults: dict[str, str] | None = None,
    grant_id: UUID | None = None,
) -> HttpResponse:
    moves = moves_of(buyer_id, here.id, page=page_number(request))
    known = wallet_of(buyer_id, here.id)
    context = {
        "here": here,
        "person": people_at([buyer_id]).get(buyer_id),
        "balance": known.balance if known else Money(0, here.currency),
        "held": known.held if known else None,
        "page": moves,
        "moves": [(one, MOVES[one.kind]) for one in moves.items],
        "grants": [
            (one, REASONS[one.reason], *GRANTS[one.state]) for one in grants_of(buyer_id, here.id)
        ],
        "alone": alone_up_to(here.id),
        "reasons": [(str(one), name) for one, name in REASONS.items()],
        "typed": typed,
        "wrong": field_sentences(faults or {}),
        "form_id": grant_id or new_id(),
    }
    return office_page(request, "wallet", context, status=422 if faults else 200)
