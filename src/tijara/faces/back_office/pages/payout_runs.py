"""Payout runs: what was paid to sellers by one order to the bank; prepare the next."""

from datetime import date
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from tijara.domains.markets.queries import MarketUnknown, market, markets
from tijara.domains.settlements.actions import (
    MarketHasNoBank,
    NobodyToPay,
    RunInvalid,
    RunIsPrepared,
    prepare_run,
)
from tijara.domains.settlements.queries import runs
from tijara.faces.back_office.lists import own_views
from tijara.faces.back_office.office import in_office, office_page
from tijara.faces.back_office.run_words import run_state
from tijara.kit.actor import Actor
from tijara.kit.clock import now
from tijara.kit.ids import new_id
from tijara.kit.refusal import Refusal
from tijara.ui.directions import page_number, see_other
from tijara.ui.language import local
from tijara.ui.refusal_texts import field_sentence, field_sentences, sentence_of
from tijara.ui.typed import amount

FIELDS = ("market", "pay_on", "least")


@require_safe
@in_office
def payout_runs(request: HttpRequest, actor: Actor) -> HttpResponse:
    return _page(request, actor)


@require_POST
@in_office
def run_preparation(request: HttpRequest, actor: Actor, run_id: UUID) -> HttpResponse:
    typed = {name: request.POST.get(name, "").strip() for name in FIELDS}
    if not typed["pay_on"]:
        return _page(request, actor, typed, {"pay_on": field_sentence("required")})
    try:
        policy = market(typed["market"])
        least = amount(typed["least"], policy.currency) if typed["least"] else None
        if typed["least"] and least is None:
            return _page(request, actor, typed, {"least": field_sentence("not_an_amount")})
        prepare_run(
            actor=actor,
            run_id=run_id,
            market_id=policy.id,
            pay_on=_day(typed["pay_on"]),
            least_minor=least.minor if least else 1,
        )
    except RunInvalid as refusal:
        return _page(request, actor, typed, field_sentences(refusal.fields))
    except (MarketHasNoBank, NobodyToPay, RunIsPrepared, MarketUnknown) as refusal:
        return _page(request, actor, typed, refusal=refusal)
    said = _("The run is prepared. Another one of the staff approves it.")
    return see_other(local(f"/office/payout-runs/{run_id}"), said)


def _day(typed: str) -> date:
    """What can't be read is a day that is over: the action refuses it."""
    try:
        return date.fromisoformat(typed)
    except ValueError:
        return date.min


def _page(
    request: HttpRequest,
    actor: Actor,
    typed: dict[str, str] | None = None,
    wrong: dict[str, str] | None = None,
    refusal: Refusal | None = None,
) -> HttpResponse:
    """A form has its run's id before it is sent: sent twice, it prepares one."""
    listed = runs(page=page_number(request))
    known = markets()
    slugs = {one.id: one for one in known}
    context = {
        "page": listed,
        "rows": [(one, slugs.get(one.market_id), *run_state(one)) for one in listed.items],
        **own_views(request, actor, "payout_runs"),
        "markets": known,
        "run_id": new_id(),
        "typed": typed
        or {
            "market": known[0].slug if known else "",
            "pay_on": timezone.localtime(now()).date().isoformat(),
        },
        "wrong": wrong or {},
        "refused": sentence_of(refusal) if refusal else "",
    }
    status = 422 if wrong else 409 if refusal else 200
    return office_page(request, "payout_runs", context, status=status)
