"""A report on a page, as a table for spreadsheets, and as a document that is printed."""

from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.template.loader import render_to_string
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from tijara.domains.books.shapes import Period, ReportName
from tijara.kit.ids import new_id
from tijara.kit.refusal import Refusal
from tijara.ui import downloads
from tijara.ui.desks.books.front import MonthBar, frame, last_months, month_bars
from tijara.ui.desks.books.keeping import Days, Keeping, day_tabs, read_days
from tijara.ui.desks.books.sheets import CSV, XLSX, Sheet, sheet_file, sheet_of
from tijara.ui.desks.books.words import REPORTS
from tijara.ui.desks.figures import AGAINST
from tijara.ui.directions import see_other
from tijara.ui.goods.sheet import read_id
from tijara.ui.language import is_rtl
from tijara.ui.refusal_texts import sentence_of

COMPARED = (ReportName.PROFIT, ReportName.BALANCE)


def books_report(request: HttpRequest, keeping: Keeping, name: str) -> HttpResponse:
    asked = _asked(name)
    days = read_days(request.GET.dict(), keeping.today)
    sheet = _sheet(keeping, asked, days)
    path = f"reports/{name}"
    context = {
        "sheet": sheet,
        "why": REPORTS[asked][1],
        "report": asked,
        "days": days,
        "tabs": day_tabs(keeping, path, days),
        "against": list(AGAINST.items()) if asked in COMPARED else [],
        "files": [(form, keeping.address(f"{path}.{form}", **days.query)) for form in (XLSX, CSV)],
        "print_action": keeping.address("exports"),
        "rows": [
            (
                row,
                list(zip(sheet.columns, row.amounts, strict=False)),
                keeping.address(f"accounts/{row.code}", **days.query) if row.is_account else "",
            )
            for row in sheet.rows
        ],
        "bars": _tax_bars(keeping) if asked is ReportName.VAT else [],
        "exports": [one for one in keeping.books.exports(keeping.key) if one.report == asked],
        "export_start": keeping.seat.address("books/exports/"),
        "form_id": new_id(),
        "others": [
            {
                "text": text,
                "href": keeping.address(f"reports/{one}", **days.query),
                "current": one is asked,
            }
            for one, (text, _why) in REPORTS.items()
        ],
        **frame(keeping),
    }
    return keeping.seat.draw("ui/books/report.html", context, 200)


def books_file(request: HttpRequest, keeping: Keeping, name: str, form: str) -> HttpResponse:
    asked = _asked(name)
    days = read_days(request.GET.dict(), keeping.today)
    title = f"{keeping.name} · {days.span.first} – {days.span.last}"
    return sheet_file(_sheet(keeping, asked, days), f"{name}-{days.span.last}", form, title)


def books_exports(request: HttpRequest, keeping: Keeping) -> HttpResponse:
    """Ask for a document; a worker prints it. The page is drawn now, so that it says what stood
    here when it was asked for."""
    asked = _asked(request.POST.get("report", ""))
    days = read_days(request.POST.dict(), keeping.today)
    language = (get_language() or "ar")[:2]
    facts = {
        "sheet": _sheet(keeping, asked, days),
        "days": days,
        "name": keeping.name,
        "is_rtl": is_rtl(),
        "language": language,
        "is_day": asked is ReportName.BALANCE,
    }
    back = keeping.address(f"reports/{asked}", **days.query)
    try:
        keeping.books.ask_export(
            **keeping.owned,
            export_id=read_id(request.POST.get("id", "")) or new_id(),
            report=asked,
            language=language,
            page=render_to_string("books/messages/report.html", facts),
        )
    except Refusal as refusal:
        return see_other(back, sentence_of(refusal), "warn")
    said = _("It is being printed. Reload this page in a moment.")
    return see_other(f"{back}#documents", said)


def books_export(request: HttpRequest, keeping: Keeping, export_id: UUID) -> HttpResponseBase:
    file = keeping.books.export_file(keeping.key, export_id)
    if file is None:
        raise Http404
    return downloads.pdf(file.path, f"report-{keeping.today}")


def _asked(name: str) -> ReportName:
    if name not in {str(one) for one in ReportName}:
        raise Http404
    return ReportName(name)


def _tax_bars(keeping: Keeping) -> list[MonthBar]:
    """What the returns of the last months come to, asked for at once."""
    months = last_months(keeping.today)
    due = keeping.books.tax_due(keeping.key, Period(months[0].first, months[-1].last))
    return month_bars(keeping, ReportName.VAT, lambda month: due.get(month.first, 0))


def _sheet(keeping: Keeping, name: ReportName, days: Days) -> Sheet:
    beside = days.beside if name in COMPARED else None
    return sheet_of(keeping.books.report(keeping.key, name, days.period, beside), keeping.key.side)
