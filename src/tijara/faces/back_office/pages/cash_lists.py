"""Carriers' lists of what they pay: brought, read, booked when the bank shows the sum, closed."""

from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from tijara.domains.cash.actions import (
    AlreadyBooked,
    CarrierInvalid,
    ColumnsWrong,
    LineExplained,
    LinesUnread,
    ListKnown,
    ListUnreadable,
    NoSuchCarrier,
    NotWhatTheBankShows,
    book_remittance,
    discard_remittance,
    explain_line,
    map_columns,
    read_remittance,
    set_carrier,
)
from tijara.domains.cash.queries import (
    carrier,
    carriers,
    columns_guess,
    is_readable,
    remittance_lines,
    remittances,
)
from tijara.domains.cash.shapes import CarrierView, RemittanceView, Verdict
from tijara.domains.fulfilment.queries import carrier_name
from tijara.domains.markets.queries import markets
from tijara.faces.back_office.brought import column_fields, counts
from tijara.faces.back_office.cash import COLUMNS, FAULTS, VERDICTS, found_list, tabs_at
from tijara.faces.back_office.lists import own_views
from tijara.faces.back_office.office import in_office, office_page
from tijara.kit.actor import Actor
from tijara.platform.files import FileNotAccepted, FileTooLarge
from tijara.ui.directions import page_number, see_other
from tijara.ui.language import local
from tijara.ui.refusal_texts import field_sentences, sentence_of
from tijara.ui.typed import amount, whole_number

OF_CARRIERS = ("remit_days", "claim_days", "claims_to")
CarrierTyped = tuple[UUID, dict[str, str], dict[str, str]]
"""A carrier, what was typed of his terms, and what is wrong with it."""
UNREADABLE = (FileTooLarge, ListUnreadable, NoSuchCarrier)


@require_http_methods(["GET", "HEAD", "POST"])
@in_office
def cash_lists(request: HttpRequest, actor: Actor) -> HttpResponse:
    if request.method != "POST":
        return _lists(request, actor)
    brought, chosen = request.FILES.get("file"), _id(request.POST.get("carrier", ""))
    if brought is None or chosen is None:
        return _lists(request, actor, _("Choose the carrier and his file."))
    try:
        made = read_remittance(
            actor=actor, carrier_id=chosen, content=brought, file_name=brought.name or ""
        )
    except ListKnown as refusal:
        return see_other(_address(refusal.facts["list"]), sentence_of(refusal), "info")
    except FileNotAccepted:
        return _lists(request, actor, sentence_of(ListUnreadable()))
    except UNREADABLE as refusal:
        return _lists(request, actor, sentence_of(refusal))
    return see_other(_address(made), _("Read. Nothing is booked yet."))


@require_safe
@in_office
def cash_list(request: HttpRequest, actor: Actor, remittance_id: UUID) -> HttpResponse:
    return _list(request, found_list(remittance_id))


@require_POST
@in_office
def cash_list_columns(request: HttpRequest, actor: Actor, remittance_id: UUID) -> HttpResponse:
    told = found_list(remittance_id)
    columns = {name: request.POST.get(name, "") for name in COLUMNS}
    try:
        map_columns(actor=actor, remittance_id=remittance_id, columns=columns)
    except ColumnsWrong as refusal:
        wrong = field_sentences(refusal.fields)
        return _list(request, told, columns=columns, column_faults=wrong)
    except (AlreadyBooked, ListUnreadable) as refusal:
        return see_other(_address(remittance_id), sentence_of(refusal), "warn")
    said = _("Read again. This carrier’s next lists are read the same way.")
    return see_other(_address(remittance_id), said)


@require_POST
@in_office
def cash_list_booking(request: HttpRequest, actor: Actor, remittance_id: UUID) -> HttpResponse:
    told = found_list(remittance_id)
    typed = {name: request.POST.get(name, "").strip() for name in ("bank_reference", "received")}
    try:
        book_remittance(
            actor=actor,
            remittance_id=remittance_id,
            bank_reference=typed["bank_reference"],
            received=amount(typed["received"], told.net.currency),
        )
    except NotWhatTheBankShows as refusal:
        return _list(request, told, typed=typed, wrong=field_sentences(refusal.fields))
    except (AlreadyBooked, LinesUnread) as refusal:
        return see_other(_address(remittance_id), sentence_of(refusal), "warn")
    return see_other(_address(remittance_id), _("Booked, every line of it."))


@require_POST
@in_office
def cash_list_disposal(request: HttpRequest, actor: Actor, remittance_id: UUID) -> HttpResponse:
    try:
        discard_remittance(actor=actor, remittance_id=remittance_id)
    except AlreadyBooked as refusal:
        return see_other(_address(remittance_id), sentence_of(refusal), "warn")
    return see_other(local("/office/cash/lists"), _("Thrown away. Nothing of it was booked."))


@require_POST
@in_office
def cash_line(
    request: HttpRequest, actor: Actor, remittance_id: UUID, line_id: UUID
) -> HttpResponse:
    try:
        explain_line(actor=actor, remittance_id=remittance_id, line_id=line_id)
    except LineExplained as refusal:
        return see_other(_address(remittance_id), sentence_of(refusal), "warn")
    return see_other(_address(remittance_id), _("Written down: the carrier has it back."))


@require_POST
@in_office
def cash_carrier(request: HttpRequest, actor: Actor, carrier_id: UUID) -> HttpResponse:
    known = carrier(carrier_id)
    if known is None:
        return see_other(local("/office/cash/lists"), sentence_of(NoSuchCarrier()), "warn")
    typed = {name: request.POST.get(name, str(getattr(known, name)))[:254] for name in OF_CARRIERS}
    try:
        set_carrier(
            actor=actor,
            carrier_id=carrier_id,
            remit_days=whole_number(typed["remit_days"]),
            claims_to=typed["claims_to"],
            claim_days=whole_number(typed["claim_days"]),
        )
    except CarrierInvalid as refusal:
        return _lists(request, actor, said=(carrier_id, typed, field_sentences(refusal.fields)))
    return see_other(local("/office/cash/lists#carriers"), _("Saved. It holds from now on."))


def _lists(
    request: HttpRequest, actor: Actor, fault: str = "", *, said: CarrierTyped | None = None
) -> HttpResponse:
    page = remittances(page=page_number(request))
    several = len(markets()) > 1
    names = {one.id: one.slug.upper() for one in markets()}
    known = [
        (one, f"{name} ({names.get(one.market_id, '')})" if several else name)
        for one, name in ((one, carrier_name(one.name)) for one in carriers())
    ]
    context = {
        "page": page,
        "rows": page.items,
        "carriers": [(one, name, *_terms_of(one, said)) for one, name in known],
        "options": [("", _("Choose")), *((str(one.id), name) for one, name in known)],
        "chosen": request.POST.get("carrier", ""),
        "fault": fault,
        **own_views(request, actor, "cash_lists"),
    }
    context |= {"own_tabs": context["tabs"], **tabs_at("cash/lists")}
    return office_page(request, "cash_lists", context, status=422 if fault or said else 200)


def _terms_of(
    one: CarrierView, said: CarrierTyped | None
) -> tuple[dict[str, object], dict[str, str]]:
    """What stands in his fields, and what is wrong with it."""
    if said is None or said[0] != one.id:
        return {name: getattr(one, name) for name in OF_CARRIERS}, {}
    return dict(said[1]), said[2]


def _list(
    request: HttpRequest,
    told: RemittanceView,
    *,
    columns: dict[str, str] | None = None,
    column_faults: dict[str, str] | None = None,
    typed: dict[str, str] | None = None,
    wrong: dict[str, str] | None = None,
) -> HttpResponse:
    lines = remittance_lines(told)
    chosen = columns or columns_guess(told)
    faults = column_faults or {}
    context = {
        "told": told,
        "lines": [(one, *VERDICTS[one.verdict], FAULTS.get(one.fault, "")) for one in lines],
        "counts": counts((one.verdict for one in lines), VERDICTS),
        "is_readable": is_readable(told),
        "may_book": is_readable(told)
        and bool(lines)
        and not any(one.verdict is Verdict.UNREADABLE for one in lines),
        "columns": column_fields(COLUMNS, told.header, chosen, faults),
        "column_faults": faults,
        "typed": typed or {"received": told.net.to_decimal_string(), "bank_reference": ""},
        "wrong": wrong or {},
        **tabs_at("cash/lists"),
    }
    return office_page(request, "cash_list", context, status=422 if faults or wrong else 200)


def _address(remittance_id: object) -> str:
    return local(f"/office/cash/lists/{remittance_id}")


def _id(typed: str) -> UUID | None:
    try:
        return UUID(typed)
    except ValueError:
        return None
