"""How the deals of a market live: the process that holds now as a picture, and the choice."""

import json
from dataclasses import replace

from django.http import HttpRequest, HttpResponse, QueryDict
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from tijara.domains.deals.actions import ProcessInvalid, choose_process
from tijara.domains.deals.queries import deal_terms, terms_history
from tijara.domains.deals.shapes import DealState, DealTerms, ProcessKind, TermsDraft
from tijara.domains.markets.shapes import MarketPolicy
from tijara.faces.back_office.market_parts import known_market, market_page
from tijara.faces.back_office.office import in_office
from tijara.kit.actor import Actor
from tijara.platform.process.loading import as_data
from tijara.platform.process.shapes import Process
from tijara.ui.deal_words import ACTORS, DEAL_STATES, KINDS, MOVES, fault_sentence, state_names
from tijara.ui.directions import see_other
from tijara.ui.language import local
from tijara.ui.pieces.words import joined
from tijara.ui.refusal_texts import field_sentences
from tijara.ui.typed import whole_number

DAYS = ("answer_days", "decide_days")


@require_http_methods(["GET", "HEAD", "POST"])
@in_office
def market_deals(request: HttpRequest, actor: Actor, slug: str) -> HttpResponse:
    known = known_market(slug)
    current = deal_terms(known.id)
    if request.method != "POST":
        return _page(request, known, current)
    draft = _draft(request.POST)
    try:
        version = choose_process(actor=actor, market_id=known.id, draft=draft)
    except ProcessInvalid as refusal:
        return _page(request, known, current, refusal, request.POST)
    said = _("Saved. Deals that begin from now on live by it; the others keep their own.")
    if version == current.version:
        said = _("This holds already. Nothing was changed.")
    return see_other(local(f"/office/markets/{slug}/deals"), said)


def _draft(form: QueryDict) -> TermsDraft:
    """What is no number is refused like one that is too small."""
    days = {name: whole_number(form.get(name, "")) or 0 for name in DAYS}
    return TermsDraft(form.get("kind", ""), **days, body=form.get("body", ""))


def _page(
    request: HttpRequest,
    known: MarketPolicy,
    current: DealTerms,
    refusal: ProcessInvalid | None = None,
    typed: QueryDict | None = None,
) -> HttpResponse:
    chosen = typed.get("kind", "") if typed else current.kind
    faults = refusal.facts.get("faults", ()) if refusal else ()
    context = {
        "known": known,
        "terms": current,
        "process": current.process,
        "names": state_names(current.process),
        "kind": KINDS[current.kind],
        "moves": _moves(current.process),
        "kinds": [(one.value, *words, one == chosen) for one, words in KINDS.items()],
        "days": {name: typed.get(name, "") for name in DAYS}
        if typed
        else {name: getattr(current, name) for name in DAYS},
        "body": typed.get("body", "") if typed else _body(current),
        "is_own": chosen == ProcessKind.OWN,
        "faults": list(dict.fromkeys(map(fault_sentence, faults))),
        "wrong": field_sentences(refusal.fields) if refusal else {},
        "history": [(one, KINDS[one.terms.kind][0]) for one in terms_history(known.id)],
    }
    return market_page(request, "market_deals", known, context, status=422 if refusal else 200)


def _moves(process: Process) -> list[tuple]:
    """(number, what happens, what it does, from where, to where, by whom)."""
    return [
        (
            number,
            *MOVES[move.name],
            joined(*(str(DEAL_STATES[DealState(state)][0]) for state in move.before)),
            DEAL_STATES[DealState(move.after)][0],
            joined(*(str(ACTORS[one]) for one in move.by)),
        )
        for number, move in enumerate(process.moves, 1)
    ]


def _body(terms: DealTerms) -> str:
    """To begin with; its name and its version are ours to give."""
    plain = replace(terms.process, name="own", version=1)
    return json.dumps(as_data(plain), indent=1, ensure_ascii=False)
