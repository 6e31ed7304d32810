"""What gateways settle: their reports brought, read, booked when the bank shows the sum."""

from collections.abc import Iterable
from datetime import datetime
from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.utils import timezone
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import pgettext_lazy
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from tijara.domains.clearing.actions import (
    AlreadyBooked,
    FormWrong,
    LineEnded,
    LinesUnread,
    NoSuchGateway,
    NotAPaymentOfOurs,
    NotWhatTheBankShows,
    ReportKnown,
    ReportUnreadable,
    book_report,
    discard_report,
    end_line,
    map_report,
    read_report,
)
from tijara.domains.clearing.queries import (
    kind_guess,
    kind_words,
    report,
    report_lines,
    report_sample,
    reports,
)
from tijara.domains.clearing.shapes import Ending, LineView, ReportView, Verdict
from tijara.domains.payments.queries import charges_by_id, known_gateways
from tijara.faces.back_office.brought import column_fields, counts
from tijara.faces.back_office.lists import own_views
from tijara.faces.back_office.office import in_office, office_page
from tijara.kit.actor import Actor
from tijara.kit.arabic import strip_controls
from tijara.kit.lists import LineKind
from tijara.platform.files import FileNotAccepted, FileTooLarge
from tijara.ui.directions import page_number, see_other
from tijara.ui.language import local
from tijara.ui.pieces.words import bdi
from tijara.ui.refusal_texts import field_sentences, sentence_of
from tijara.ui.typed import amount

VERDICTS: dict[Verdict, tuple[Promise, str]] = {
    Verdict.SETTLED: (pgettext_lazy("line of a report", "Settled"), "good"),
    Verdict.SHORT: (pgettext_lazy("line of a report", "Too little"), "warn"),
    Verdict.OVER: (pgettext_lazy("line of a report", "Too much"), "warn"),
    Verdict.UNKNOWN: (pgettext_lazy("line of a report", "No payment of ours"), "bad"),
    Verdict.REFUNDED: (pgettext_lazy("line of a report", "Refund"), ""),
    Verdict.TAKEN: (pgettext_lazy("line of a report", "Taken from us"), "bad"),
    Verdict.FEE: (pgettext_lazy("line of a report", "A fee"), ""),
    Verdict.PASSED: (pgettext_lazy("line of a report", "Doesn’t count"), ""),
    Verdict.REPEATED: (pgettext_lazy("line of a report", "Repeated, doesn’t count"), ""),
    Verdict.UNREADABLE: (pgettext_lazy("line of a report", "Can’t be read"), "bad"),
}
FAULTS = {
    "no_kind": pgettext_lazy("line of a report", "a kind that we don’t know"),
    "other_currency": pgettext_lazy("line of a report", "another currency"),
    "no_amount": pgettext_lazy("line of a report", "no amount that can be read"),
    "no_reference": pgettext_lazy("line of a report", "no payment is named"),
    "net_differs": pgettext_lazy("line of a report", "its net amount is not amount less fees"),
    "unreadable": pgettext_lazy("line of a report", "broken"),
}
ENDINGS = {
    Ending.GIVEN_BACK: pgettext_lazy("end of a line", "Given back"),
    Ending.BORNE: pgettext_lazy("end of a line", "The market bears it"),
    Ending.MATCHED: pgettext_lazy("end of a line", "It was a payment of ours"),
    Ending.OFFSET: pgettext_lazy("end of a line", "It came twice and went back"),
}
COLUMNS: dict[str, Promise] = {
    "reference": pgettext_lazy("column of a report", "Payment, by the gateway’s name of it"),
    "amount": pgettext_lazy("column of a report", "Amount, before fees"),
    "kind": pgettext_lazy("column of a report", "Kind of the line"),
    "fee": pgettext_lazy("column of a report", "Fee"),
    "vat": pgettext_lazy("column of a report", "VAT on the fee"),
    "net": pgettext_lazy("column of a report", "Net amount"),
    "currency": pgettext_lazy("column of a report", "Currency"),
    "moment": pgettext_lazy("column of a report", "Day or moment"),
}
KINDS: dict[LineKind, Promise] = {
    LineKind.PAYMENT: pgettext_lazy("kind of a line", "A payment"),
    LineKind.REFUND: pgettext_lazy("kind of a line", "A refund"),
    LineKind.TAKEN: pgettext_lazy("kind of a line", "Taken from us"),
    LineKind.FEE: pgettext_lazy("kind of a line", "A fee"),
    LineKind.NOTHING: pgettext_lazy("kind of a line", "Doesn’t count"),
}
UNREADABLE = (FileTooLarge, ReportUnreadable, NoSuchGateway)


@require_http_methods(["GET", "HEAD", "POST"])
@in_office
def gateway_reports(request: HttpRequest, actor: Actor) -> HttpResponse:
    if request.method != "POST":
        return _list(request, actor)
    brought = request.FILES.get("file")
    if brought is None:
        return _list(request, actor, _("Choose the gateway and its file."))
    try:
        made = read_report(
            actor=actor,
            gateway=request.POST.get("gateway", ""),
            content=brought,
            file_name=brought.name or "",
        )
    except ReportKnown as refusal:
        return see_other(_address(refusal.facts["report"]), sentence_of(refusal), "info")
    except FileNotAccepted:
        return _list(request, actor, sentence_of(ReportUnreadable()))
    except UNREADABLE as refusal:
        return _list(request, actor, sentence_of(refusal))
    is_read = bool(report_lines(_found(made)))
    said = _("Read. Nothing is booked yet.") if is_read else _("Say which column is which.")
    return see_other(_address(made), said)


@require_safe
@in_office
def gateway_report(request: HttpRequest, actor: Actor, report_id: UUID) -> HttpResponse:
    return _report(request, _found(report_id))


@require_POST
@in_office
def gateway_report_columns(request: HttpRequest, actor: Actor, report_id: UUID) -> HttpResponse:
    """Where a column of kinds is named for the first time, its words are asked for next."""
    told = _found(report_id)
    columns = {name: request.POST.get(name, "") for name in COLUMNS}
    words = kind_words(report_id, columns["kind"])
    kinds = {word: request.POST.get(f"kind-{place}", "") for place, word in enumerate(words)}
    if words and request.POST.get("kinds_of") != columns["kind"]:
        kinds = _meanings(told, words)
    try:
        map_report(actor=actor, report_id=report_id, columns=columns, kinds=kinds)
    except FormWrong as refusal:
        wrong = field_sentences(refusal.fields)
        return _report(request, told, columns=columns, kinds=kinds, column_faults=wrong)
    except (AlreadyBooked, ReportUnreadable) as refusal:
        return see_other(_address(report_id), sentence_of(refusal), "warn")
    said = _("Read again. The next reports of this gateway are read the same way.")
    return see_other(_address(report_id), said)


@require_POST
@in_office
def gateway_report_booking(request: HttpRequest, actor: Actor, report_id: UUID) -> HttpResponse:
    told = _found(report_id)
    typed = {name: request.POST.get(name, "").strip() for name in ("bank_reference", "received")}
    try:
        book_report(
            actor=actor,
            report_id=report_id,
            bank_reference=typed["bank_reference"],
            received=amount(typed["received"], told.net.currency),
        )
    except NotWhatTheBankShows as refusal:
        return _report(request, told, typed=typed, wrong=field_sentences(refusal.fields))
    except (AlreadyBooked, LinesUnread) as refusal:
        return see_other(_address(report_id), sentence_of(refusal), "warn")
    return see_other(_address(report_id), _("Booked, every line of it."))


@require_POST
@in_office
def gateway_report_disposal(request: HttpRequest, actor: Actor, report_id: UUID) -> HttpResponse:
    try:
        discard_report(actor=actor, report_id=report_id)
    except AlreadyBooked as refusal:
        return see_other(_address(report_id), sentence_of(refusal), "warn")
    return see_other(local("/office/payments/reports"), _("Thrown away. Nothing of it was booked."))


@require_POST
@in_office
def gateway_line(
    request: HttpRequest, actor: Actor, report_id: UUID, line_id: UUID
) -> HttpResponse:
    said = request.POST.get("ending", "")
    try:
        ending = Ending(said) if said in ENDINGS else Ending.OFFSET
        end_line(actor=actor, report_id=report_id, line_id=line_id, ending=ending)
    except (LineEnded, NotAPaymentOfOurs) as refusal:
        return see_other(_address(report_id), sentence_of(refusal), "warn")
    return see_other(_address(report_id), _("Written down and posted."))


def _list(request: HttpRequest, actor: Actor, fault: str = "") -> HttpResponse:
    page = reports(page=page_number(request))
    gateways = [(name, name.capitalize()) for name in known_gateways()]
    context = {
        "page": page,
        "rows": [(one, one.gateway.capitalize()) for one in page.items],
        "gateways": gateways,
        **own_views(request, actor, "gateway_reports"),
        "chosen": request.POST.get("gateway", ""),
        "fault": fault,
    }
    return office_page(request, "gateway_reports", context, status=422 if fault else 200)


def _report(
    request: HttpRequest,
    told: ReportView,
    *,
    columns: dict[str, str] | None = None,
    kinds: dict[str, str] | None = None,
    column_faults: dict[str, str] | None = None,
    typed: dict[str, str] | None = None,
    wrong: dict[str, str] | None = None,
) -> HttpResponse:
    lines = report_lines(told)
    known = charges_by_id(one.charge_id for one in lines if one.charge_id)
    context = {
        **_form(told, columns or dict(told.columns), kinds, column_faults or {}),
        "told": told,
        "gateway": told.gateway.capitalize(),
        "lines": [
            (
                one,
                [part.number for part in known[one.charge_id].parts]
                if one.charge_id in known
                else [],
                *VERDICTS[one.verdict],
                FAULTS.get(one.fault, ""),
                _ending(one),
                _when(one),
            )
            for one in lines
        ],
        "counts": counts((one.verdict for one in lines), VERDICTS),
        "may_book": bool(lines)
        and not any(one.verdict is Verdict.UNREADABLE for one in lines)
        and any(one.verdict not in (Verdict.REPEATED, Verdict.PASSED) for one in lines),
        "typed": typed or {"received": told.net.to_decimal_string(), "bank_reference": ""},
        "wrong": wrong or {},
    }
    status = 422 if wrong or column_faults else 200
    return office_page(request, "gateway_report", context, status=status)


def _form(
    told: ReportView, chosen: dict[str, str], kinds: dict[str, str] | None, faults: dict[str, str]
) -> dict:
    """How it is read: its columns, what its words mean, and how its file begins."""
    if told.booked_at:
        return {}
    meanings = [("", _("Choose")), *((str(kind), name) for kind, name in KINDS.items())]
    words = kind_words(told.id, chosen.get("kind", ""))
    known = _meanings(told, words) if kinds is None else kinds
    return {
        "columns": column_fields(COLUMNS, told.header, chosen, faults),
        "kinds_of": chosen.get("kind", ""),
        "kinds": [
            (f"kind-{place}", bdi(word or "—"), known.get(word, ""), meanings)
            for place, word in enumerate(words)
        ],
        "kinds_fault": faults.get("kinds", ""),
        "column_faults": faults,
        "header": [strip_controls(name) for name in told.header],
        "sample": [[(cell, _has_words(cell)) for cell in row] for row in report_sample(told.id)],
    }


def _meanings(told: ReportView, words: Iterable[str]) -> dict[str, str]:
    """As it was said before, else as it suggests itself."""
    return {word: told.kinds.get(word) or kind_guess(word) for word in words}


def _has_words(cell: str) -> bool:
    """What has none is a number or a day, and runs from left to right."""
    return any(sign.isalpha() for sign in cell)


def _ending(one: LineView) -> object:
    return ENDINGS[one.ending] if one.ending else ""


def _when(one: LineView) -> datetime | None:
    """What the gateway wrote, where it is a moment; it is shown as it stands where it isn't."""
    try:
        said = datetime.fromisoformat(one.moment)
    except ValueError:
        return None
    if len(one.moment) <= len("2026-11-21"):
        return None
    return said if said.tzinfo else timezone.make_aware(said)


def _found(report_id: UUID) -> ReportView:
    found = report(report_id)
    if found is None:
        raise Http404
    return found


def _address(report_id: object) -> str:
    return local(f"/office/payments/reports/{report_id}")
