"""The invoice desk: what went to the tax authority, what it said, and what waits for a hand."""

from collections.abc import Iterable
from datetime import datetime, time, timedelta
from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from tijara.domains.invoicing.actions import (
    NotRejected,
    NotWaiting,
    NoUnit,
    PaperHeld,
    correct_filing,
    retry_filing,
)
from tijara.domains.invoicing.queries import (
    all_filings,
    authorities_of,
    authority_title,
    days_of_answers,
    desk_figures,
    document_of,
    held_papers,
    issuer_of,
    replacement_of,
    rule_wording,
    unit_of,
    units,
)
from tijara.domains.invoicing.queries import filing as find_filing
from tijara.domains.invoicing.shapes import DayOfAnswers, FilingState, FilingView, Remark
from tijara.domains.markets.queries import markets
from tijara.domains.stores.queries import stores
from tijara.faces.back_office.lists import own_views
from tijara.faces.back_office.narrowing import kept_in
from tijara.faces.back_office.office import in_office, office_page
from tijara.kit.actor import Actor
from tijara.ui.directions import page_number, see_other
from tijara.ui.downloads import PRIVATE
from tijara.ui.filing_words import (
    FILING_STATES,
    NEXT_STEPS,
    TROUBLES,
    UNIT_STATES,
    rule_words,
    silence_words,
)
from tijara.ui.language import local
from tijara.ui.pieces.words import named
from tijara.ui.refusal_texts import sentence_of
from tijara.ui.trade_words import INVOICE_KINDS

LONGEST_TEXT = 60
DRAWN_DAYS = 30
KINDS = {"xml": "application/xml", "json": "application/json"}


@require_safe
@in_office
def filings(request: HttpRequest, actor: Actor) -> HttpResponse:
    said = request.GET.get("state", "")
    said = said if said in FilingState else ""
    text = request.GET.get("q", "").strip()[:LONGEST_TEXT]
    page = all_filings(state=said, text=text, page=page_number(request))
    known, held = units(), held_papers()
    sellers = {one.seller_id for one in [*page.items, *known, *held]}
    cards = stores(sellers) | {one.id: one for one in markets()}
    figures, writes = desk_figures(), {one.seller_id: one.authority for one in known}
    context = {
        "page": page,
        "query": text,
        "state": said,
        "sellers": local("/office/sellers"),
        "figures": figures,
        "drawn": None if said or text or page.number > 1 else _drawn(),
        "own": [one for one in markets() if authorities_of(one.country)],
        "waiting": figures.by_state.get(FilingState.WAITING, 0),
        "rejected": figures.by_state.get(FilingState.REJECTED, 0),
        "rows": [
            (
                one,
                cards.get(one.seller_id),
                named(authority_title(one.authority)),
                *FILING_STATES[one.state],
            )
            for one in page.items
        ],
        "held": [
            (one, cards.get(one.seller_id), _remarks(writes.get(one.seller_id, ""), one.remarks))
            for one in held
        ],
        "units": [
            (
                one,
                cards.get(one.seller_id),
                named(authority_title(one.authority)),
                *UNIT_STATES[one.state],
                TROUBLES.get(one.trouble, ""),
            )
            for one in known
        ],
    }
    tabs = _tabs(said, text, figures.by_state)
    return office_page(request, "filings", context | own_views(request, actor, "filings", tabs))


def _drawn() -> dict | None:
    """The last days as two lines; None where there was no document in them."""
    zone = timezone.get_current_timezone()
    today = timezone.localdate()
    days = [today - timedelta(days=ago) for ago in reversed(range(DRAWN_DAYS))]
    told = days_of_answers(datetime.combine(days[0], time(), zone), zone)
    if not told:
        return None
    known = {one.day: one for one in told}
    each = [known.get(day) or DayOfAnswers(day) for day in days]
    return {
        "days": days,
        "taken": [one.taken for one in each],
        "rejected": [one.rejected for one in each],
        "told": told,
    }


@require_safe
@in_office
def filing(request: HttpRequest, actor: Actor, seller_id: UUID, filing_id: UUID) -> HttpResponse:
    found, new = _found(seller_id, filing_id), replacement_of(seller_id, filing_id)
    state_name, tone = FILING_STATES[found.state]
    context = {
        "filing": found,
        "here": _address(seller_id, filing_id),
        "kind": INVOICE_KINDS[found.kind][0],
        "store": stores([seller_id]).get(seller_id),
        "issuer": issuer_of(seller_id),
        "replaces": _address(seller_id, found.replaces) if found.replaces else "",
        "replaced_by": _address(seller_id, new) if new else "",
        "is_markets": any(one.id == seller_id for one in markets()),
        "paper": local(f"/office/sellers/{found.paper_of}/invoices/{found.invoice_id}"),
        "authority": named(authority_title(found.authority)),
        "state_name": state_name,
        "tone": tone,
        "next_step": NEXT_STEPS[found.state],
        "silence": silence_words(found.last_error) if found.last_error else "",
        "trouble": _trouble(found),
        "errors": _remarks(found.authority, found.errors),
        "warnings": _remarks(found.authority, found.warnings),
    }
    return office_page(request, "filing", context)


@require_safe
@in_office
def filing_document(
    request: HttpRequest, actor: Actor, seller_id: UUID, filing_id: UUID
) -> HttpResponse:
    """The document itself, to take along."""
    found = _found(seller_id, filing_id)
    kind = f"{KINDS.get(found.ending, 'text/plain')}; charset=utf-8"
    answer = HttpResponse(document_of(seller_id, filing_id), content_type=kind, headers=PRIVATE)
    name = f"{found.number}-{found.counter}.{found.ending}"
    answer["Content-Disposition"] = f'attachment; filename="{name}"'
    return answer


@require_POST
@in_office
def filing_retry(
    request: HttpRequest, actor: Actor, seller_id: UUID, filing_id: UUID
) -> HttpResponse:
    here = _address(seller_id, filing_id)
    try:
        retry_filing(actor=actor, seller_id=seller_id, filing_id=filing_id)
    except NotWaiting as refusal:
        return see_other(here, sentence_of(refusal), "warn")
    return see_other(here, _("It is sent again within seconds."))


@require_POST
@in_office
def filing_correction(
    request: HttpRequest, actor: Actor, seller_id: UUID, filing_id: UUID
) -> HttpResponse:
    here = _address(seller_id, filing_id)
    try:
        made = correct_filing(actor=actor, seller_id=seller_id, filing_id=filing_id)
    except (NotRejected, NoUnit, PaperHeld) as refusal:
        return see_other(here, sentence_of(refusal), "warn")
    said = _("A new document says what the seller’s details say now. It is on its way.")
    return see_other(_address(seller_id, made), said)


def _trouble(found: FilingView) -> object:
    """What somebody must do about the seller's unit before this can go out."""
    unit = unit_of(found.seller_id) if found.state is FilingState.WAITING else None
    return TROUBLES.get(unit.trouble, "") if unit else ""


def _found(seller_id: UUID, filing_id: UUID) -> FilingView:
    found = find_filing(seller_id, filing_id)
    if found is None:
        raise Http404
    return found


def _address(seller_id: UUID, filing_id: UUID) -> str:
    return local(f"/office/sellers/{seller_id}/filings/{filing_id}")


def _remarks(authority: str, told: Iterable[Remark]) -> list[tuple]:
    return [(one, rule_words(one, rule_wording(authority, one.rule))) for one in told]


def _tabs(said: str, text: str, counts: dict[str, int]) -> list[dict]:
    shown: list[tuple] = [("", _("All"))]
    shown += [(each, name) for each, (name, _tone) in FILING_STATES.items() if counts.get(each)]
    return [
        {
            "text": name,
            "href": kept_in(local("/office/filings"), {"state": each, "q": text}),
            "count": counts.get(each, "") if each else "",
            "current": each == said,
        }
        for each, name in shown
    ]
