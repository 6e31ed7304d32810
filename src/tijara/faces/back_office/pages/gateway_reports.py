"""What gateways settle: their reports brought, read, booked when the bank shows the sum."""

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
    read_report,
)
from tijara.domains.clearing.queries import report, report_lines, reports
from tijara.domains.clearing.shapes import Ending, LineView, ReportView, Verdict
from tijara.domains.payments.queries import known_gateways
from tijara.faces.back_office.lists import own_views
from tijara.faces.back_office.office import in_office, office_page
from tijara.kit.actor import Actor
from tijara.platform.files import FileNotAccepted, FileTooLarge
from tijara.ui.directions import page_number, see_other
from tijara.ui.language import local
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
    return see_other(_address(made), _("Read. Nothing is booked yet."))


@require_safe
@in_office
def gateway_report(request: HttpRequest, actor: Actor, report_id: UUID) -> HttpResponse:
    return _report(request, _found(report_id))


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
    typed: dict[str, str] | None = None,
    wrong: dict[str, str] | None = None,
) -> HttpResponse:
    lines = report_lines(told)
    context = {
        "told": told,
        "gateway": told.gateway.capitalize(),
        "lines": [
            (one, *VERDICTS[one.verdict], FAULTS.get(one.fault, ""), _ending(one), _when(one))
            for one in lines
        ],
        "counts": _counts(lines),
        "may_book": bool(lines)
        and not any(one.verdict is Verdict.UNREADABLE for one in lines)
        and any(one.verdict is not Verdict.REPEATED for one in lines),
        "typed": typed or {"received": told.net.to_decimal_string(), "bank_reference": ""},
        "wrong": wrong or {},
    }
    return office_page(request, "gateway_report", context, status=422 if wrong else 200)


def _counts(lines: list[LineView]) -> list[tuple]:
    """(name, tone, how many) of each verdict that there is."""
    found = [(verdict, sum(one.verdict is verdict for one in lines)) for verdict in Verdict]
    return [(*VERDICTS[verdict], many) for verdict, many in found if many]


def _ending(one: LineView) -> object:
    return ENDINGS[one.ending] if one.ending else ""


def _when(one: LineView) -> datetime | None:
    """What the gateway wrote, where it is a moment; it is shown as it stands where it isn't."""
    try:
        said = datetime.fromisoformat(one.moment)
    except ValueError:
        return None
    return said if said.tzinfo else timezone.make_aware(said)


def _found(report_id: UUID) -> ReportView:
    found = report(report_id)
    if found is None:
        raise Http404
    return found


def _address(report_id: object) -> str:
    return local(f"/office/payments/reports/{report_id}")
