"""Letters that claim cash from carriers: of many parcels at once, with a day to answer by."""

from decimal import Decimal
from uuid import UUID
from zoneinfo import ZoneInfo

from django.http import Http404, HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.utils.translation import get_language_bidi
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from tijara.domains.cash.actions import (
    MOST_PARCELS,
    AnswerInvalid,
    ClaimInvalid,
    NoOpenClaim,
    NothingToClaim,
    claim_parcels,
    note_refusal,
)
from tijara.domains.cash.queries import (
    carriers,
    claim_letter,
    claimable,
    claims_of_letter,
    last_day,
    letter_file,
)
from tijara.domains.cash.shapes import CarrierView, CashParcelView, ClaimLetterView
from tijara.domains.fulfilment.queries import carrier_name
from tijara.domains.markets.queries import market_by_id, zone_of
from tijara.domains.stores.queries import stores
from tijara.faces.back_office.cash import CLAIM_REASONS, CLAIM_STATES, tabs_at
from tijara.faces.back_office.office import in_office, office_page
from tijara.kit.actor import Actor
from tijara.kit.ids import new_id
from tijara.kit.money import total
from tijara.kit.tables.workbook import write_workbook
from tijara.ui.directions import see_other
from tijara.ui.downloads import pdf, table, workbook
from tijara.ui.language import local
from tijara.ui.refusal_texts import field_sentences, sentence_of
from tijara.ui.typed import whole_number

CSV, XLSX = "csv", "xlsx"
MOST_DAYS = 365


@require_http_methods(["GET", "HEAD", "POST"])
@in_office
def cash_claim_new(request: HttpRequest, actor: Actor) -> HttpResponse:
    if request.method != "POST":
        return _form(request)
    chosen, letter_id = _id(request.POST.get("carrier", "")), _id(request.POST.get("id", ""))
    if chosen is None or letter_id is None:
        return see_other(local("/office/cash/claims/new"), _("Choose a carrier."), "warn")
    try:
        made = claim_parcels(
            actor=actor,
            carrier_id=chosen,
            letter_id=letter_id,
            parcels=[key for one in request.POST.getlist("parcel") if (key := _key(one))],
            days=whole_number(request.POST.get("answer_days", "")) or 0,
            note=request.POST.get("note", ""),
        )
    except ClaimInvalid as refusal:
        return _form(request, field_sentences(refusal.fields))
    except NothingToClaim as refusal:
        return see_other(local("/office/cash/claims/new"), sentence_of(refusal), "warn")
    return see_other(_address(made), _said(made))


@require_safe
@in_office
def cash_letter(request: HttpRequest, actor: Actor, letter_id: UUID) -> HttpResponse:
    return _letter(request, _found(letter_id))


@require_safe
@in_office
def cash_letter_pdf(request: HttpRequest, actor: Actor, letter_id: UUID) -> HttpResponseBase:
    found = _found(letter_id)
    file = letter_file(found)
    if file is None:
        raise Http404
    return pdf(file.path, found.number)


@require_safe
@in_office
def cash_letter_file(
    request: HttpRequest, actor: Actor, letter_id: UUID, form: str
) -> HttpResponse:
    """What was claimed, as a table that the carrier can work on."""
    found = _found(letter_id)
    heads = [
        _("Waybill"),
        _("Order"),
        _("Why"),
        _("Collected on"),
        _("Due on"),
        _("Days late"),
        _("Amount"),
        _("Claimed"),
        _("Currency"),
    ]
    rows = [
        [
            one.waybill,
            one.number,
            str(CLAIM_REASONS[one.reason]),
            one.collected_on,
            one.due_on,
            one.days_late,
            Decimal(one.amount.to_decimal_string()),
            Decimal(one.asked.to_decimal_string()),
            one.asked.currency,
        ]
        for one in found.parcels
    ]
    if form == CSV:
        return table(found.number, [heads, *rows])
    made = write_workbook(
        found.number,
        [heads, *rows],
        exponent=found.amount.exponent,
        is_right_to_left=get_language_bidi(),
    )
    return workbook(made, found.number)


@require_POST
@in_office
def cash_letter_refusal(request: HttpRequest, actor: Actor, letter_id: UUID) -> HttpResponse:
    found = _found(letter_id)
    try:
        note_refusal(actor=actor, letter_id=letter_id, words=request.POST.get("words", ""))
    except AnswerInvalid as refusal:
        return _letter(request, found, field_sentences(refusal.fields))
    except NoOpenClaim as refusal:
        return see_other(_address(letter_id), sentence_of(refusal), "warn")
    said = _("Written down. Ask again, or propose to write it off.")
    return see_other(_address(letter_id), said)


@require_POST
@in_office
def cash_letter_again(request: HttpRequest, actor: Actor, letter_id: UUID) -> HttpResponse:
    """A new letter for what the old one asked for and did not get."""
    found, new = _found(letter_id), _id(request.POST.get("id", ""))
    still = [(one.seller_id, one.parcel_id) for one in claims_of_letter(letter_id)]
    try:
        made = claim_parcels(
            actor=actor,
            carrier_id=found.carrier_id,
            letter_id=new or new_id(),
            parcels=still,
            note=request.POST.get("note", ""),
        )
    except (ClaimInvalid, NothingToClaim):
        said = _("Nothing of it is open any more.")
        return see_other(_address(letter_id), said, "warn")
    return see_other(_address(made), _said(made))


def _form(request: HttpRequest, wrong: dict | None = None) -> HttpResponse:
    given = request.POST if request.method == "POST" else request.GET
    known = carriers()
    wanted = _id(given.get("carrier", ""))
    chosen = next((one for one in known if one.id == wanted), None)
    days = max(0, min(whole_number(given.get("days", "")) or 0, MOST_DAYS))
    rows = claimable(chosen.id, days=days, most=MOST_PARCELS) if chosen else []
    cards = stores({one.seller_id for one in rows})
    ticked = set(request.POST.getlist("parcel"))
    context = {
        "options": [("", _("Choose")), *((str(one.id), _named(one)) for one in known)],
        "chosen": chosen,
        "chosen_name": carrier_name(chosen.name) if chosen else "",
        "days": days,
        "rows": [
            (one, cards.get(one.seller_id), f"{one.seller_id}/{one.id}", _is_ticked(ticked, one))
            for one in rows
        ],
        "total": total([one.left for one in rows], rows[0].left.currency) if rows else None,
        "most": MOST_PARCELS,
        "is_cut": len(rows) == MOST_PARCELS,
        "answer_days": given.get("answer_days", chosen.claim_days if chosen else ""),
        "note": given.get("note", ""),
        "form_id": given.get("id", "") or str(new_id()),
        "wrong": wrong or {},
        **tabs_at("cash/claims"),
    }
    return office_page(request, "cash_claim_new", context, status=422 if wrong else 200)


def _is_ticked(ticked: set[str], one: CashParcelView) -> bool:
    """All of them, until somebody has said otherwise."""
    return not ticked or f"{one.seller_id}/{one.id}" in ticked


def _letter(
    request: HttpRequest, found: ClaimLetterView, wrong: dict | None = None
) -> HttpResponse:
    here, zone = _address(found.id), _zone(found)
    standing = {(one.seller_id, one.parcel_id): one for one in claims_of_letter(found.id)}
    cards = stores({one.seller_id for one in found.parcels})
    rows = []
    for one in found.parcels:
        now = standing.get((one.seller_id, one.id))
        rows.append(
            {
                "parcel": one,
                "store": cards.get(one.seller_id),
                "reason": CLAIM_REASONS[one.reason],
                "claim": now,
                "state": CLAIM_STATES[now.state] if now else None,
            }
        )
    context = {
        "letter": found,
        "here": here,
        "rows": rows,
        "answers": sorted({one.answer for one in standing.values() if one.answer}),
        "last_day": last_day(found.answer_by, zone),
        "files": [(form, f"{here}.{form}") for form in (XLSX, CSV)],
        "pdf": f"{here}/pdf" if letter_file(found) else "",
        "may_ask_again": any(one.state in ("open", "refused") for one in standing.values()),
        "new_id": new_id(),
        "words": request.POST.get("words", ""),
        "wrong": wrong or {},
        **tabs_at("cash/claims"),
    }
    return office_page(request, "cash_letter", context, status=422 if wrong else 200)


def _zone(found: ClaimLetterView) -> ZoneInfo:
    return zone_of(market_by_id(found.market_id).country)


def _said(letter_id: UUID) -> str:
    found = claim_letter(letter_id)
    if found and found.sent_to:
        return _("Claimed. The letter is on its way to the carrier.")
    return _("Claimed. This carrier has no mailbox here: print the letter and send it.")


def _named(one: CarrierView) -> str:
    return f"{carrier_name(one.name)} ({market_by_id(one.market_id).slug.upper()})"


def _found(letter_id: UUID) -> ClaimLetterView:
    found = claim_letter(letter_id)
    if found is None:
        raise Http404
    return found


def _address(letter_id: UUID) -> str:
    return local(f"/office/cash/letters/{letter_id}")


def _key(typed: str) -> tuple[UUID, UUID] | None:
    seller, _slash, parcel = typed.partition("/")
    told = _id(seller), _id(parcel)
    return (told[0], told[1]) if told[0] and told[1] else None


def _id(typed: str) -> UUID | None:
    try:
        return UUID(typed)
    except ValueError:
        return None
