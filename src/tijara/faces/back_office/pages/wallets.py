"""The wallets of a market's buyers: what we owe them, and what colleagues propose to give."""

from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from tijara.domains.markets.shapes import MarketPolicy
from tijara.domains.wallet.actions import (
    TermsInvalid,
    decide_grant,
    set_wallet_terms,
)
from tijara.domains.wallet.queries import (
    alone_up_to,
    grants_waiting,
    wallet_figures,
    wallets_of_market,
)
from tijara.faces.back_office.market_parts import market_here
from tijara.faces.back_office.office import in_office, office_page
from tijara.faces.back_office.wallets import (
    REASONS,
    buyer_at,
    missed_at,
    people_at,
    proposals,
    tabs_at,
)
from tijara.kit.actor import Actor
from tijara.kit.powers import Power
from tijara.platform.balances.grants import GrantDecided, OwnProposal
from tijara.ui.directions import page_number, see_other
from tijara.ui.language import local
from tijara.ui.refusal_texts import field_sentences, sentence_of
from tijara.ui.typed import amount


@require_safe
@in_office
def wallets(request: HttpRequest, actor: Actor) -> HttpResponse:
    here = market_here(request.GET.get("market", ""))
    text = request.GET.get("q", "").strip()[:100]
    if found := buyer_at(text, here):
        return see_other(local(f"/office/wallets/{here.slug}/{found}"))
    return wallets_page(request, actor, here, text=text)


@require_POST
@in_office
def wallet_terms(request: HttpRequest, actor: Actor, slug: str) -> HttpResponse:
    here = market_here(slug)
    typed = request.POST.get("alone_up_to", "")
    money = amount(typed or "0", here.currency)
    if money is None:
        return wallets_page(request, actor, here, typed=typed, fault="not_an_amount")
    try:
        set_wallet_terms(actor=actor, market_id=here.id, alone_up_to_minor=money.minor)
    except TermsInvalid as refusal:
        fault = refusal.fields["alone_up_to"]
        return wallets_page(request, actor, here, typed=typed, fault=fault)
    return see_other(_address(here), _("Kept. It holds from now on."))


@require_POST
@in_office
def wallet_decision(
    request: HttpRequest, actor: Actor, slug: str, buyer_id: UUID, grant_id: UUID
) -> HttpResponse:
    here, is_agreed = market_here(slug), request.POST.get("answer") == "agree"
    try:
        decide_grant(actor=actor, buyer_id=buyer_id, grant_id=grant_id, is_agreed=is_agreed)
    except (GrantDecided, OwnProposal) as refusal:
        return see_other(_address(here), sentence_of(refusal), "warn")
    said = _("Given. The buyer has been told.") if is_agreed else _("Not given.")
    return see_other(_address(here), said)


def wallets_page(
    request: HttpRequest,
    actor: Actor,
    here: MarketPolicy,
    *,
    text: str = "",
    typed: str | None = None,
    fault: str = "",
) -> HttpResponse:
    page = wallets_of_market(here.id, page=page_number(request))
    waiting = grants_waiting(here.id)
    people = people_at({one.buyer_id for one in (*page.items, *waiting)})
    alone = alone_up_to(here.id)
    context = {
        "page": page,
        "rows": [(one, people.get(one.buyer_id)) for one in page.items],
        "waiting": proposals(waiting, people, REASONS, actor),
        "figures": wallet_figures(here.id),
        "text": text,
        "missed": missed_at(request, text),
        "alone": alone,
        "may_set_terms": Power.MARKETS_MANAGE in actor.powers,
        "typed": alone.to_decimal_string() if typed is None else typed,
        "wrong": field_sentences({"alone_up_to": fault} if fault else {}),
        **tabs_at("wallets", here),
    }
    return office_page(request, "wallets", context, status=422 if fault else 200)


def _address(here: MarketPolicy) -> str:
    return local(f"/office/wallets?market={here.slug}")
