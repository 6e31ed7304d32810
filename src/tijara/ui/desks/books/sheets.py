"""A report as rows to show: names in words, amounts as money; for page, table and print."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from django.http import HttpResponse
from django.utils.translation import get_language

from tijara.domains.books.shapes import Report, ReportRow, RowKind, Side
from tijara.kit.money import EXPONENTS, Money
from tijara.kit.tables.workbook import write_workbook
from tijara.ui import downloads
from tijara.ui.desks.books.words import COLUMNS, NOTES, REPORTS, ROWS, SUMS, account_name

CSV, XLSX = "csv", "xlsx"
RIGHT_TO_LEFT = frozenset({"ar"})


@dataclass(frozen=True, slots=True)
class SheetRow:
    """One row; of an account, `code` is the account's."""

    kind: RowKind
    number: str
    name: str
    amounts: tuple[Money | None, ...]
    code: str = ""
    is_account: bool = False

    @property
    def printed(self) -> list[str]:
        """With separators, and a mark where nothing is known."""
        return ["…" if one is None else grouped_amount(one) for one in self.amounts]


@dataclass(frozen=True, slots=True)
class Sheet:
    name: str
    columns: tuple[str, ...]
    rows: tuple[SheetRow, ...]
    notes: tuple[str, ...]
    ties: bool
    currency: str


def grouped_amount(money: Money) -> str:
    return f"{Decimal(money.to_decimal_string()):,.{money.exponent}f}"


def sheet_of(report: Report, side: Side) -> Sheet:
    def row_name(row: ReportRow) -> str:
        if row.is_account:
            return account_name(side, row.code)
        sums = SUMS if row.kind is RowKind.SUM else {}
        return str(sums.get(row.code) or ROWS.get(row.code, row.code))

    rows = tuple(
        SheetRow(
            one.kind,
            one.number,
            row_name(one),
            tuple(None if value is None else Money(value, report.currency) for value in one.values),
            one.code,
            one.is_account,
        )
        for one in report.rows
    )
    return Sheet(
        name=str(REPORTS[report.name][0]),
        columns=tuple(str(COLUMNS[one]) for one in report.columns),
        rows=rows,
        notes=tuple(str(NOTES[one]) for one in report.notes),
        ties=report.ties,
        currency=report.currency,
    )


def sheet_file(sheet: Sheet, name: str, form: str, title: str) -> HttpResponse:
    """As a table for spreadsheets; `title` says whose it is and of which days."""
    head = ["", f"{sheet.name} · {title}", *(f"{one} {sheet.currency}" for one in sheet.columns)]
    body = [[one.number, one.name, *one.amounts] for one in sheet.rows]
    strong = {place for place, one in enumerate(sheet.rows, 1) if one.kind is not RowKind.LINE}
    notes = [["", note] for note in sheet.notes]
    return table_file(name, form, [head, *body, *notes], sheet.currency, frozenset({0} | strong))


def table_file(
    name: str,
    form: str,
    rows: Iterable[Iterable[object]],
    currency: str,
    bold: frozenset[int] = frozenset({0}),
) -> HttpResponse:
    if form != XLSX:
        return downloads.table(name, [["" if one is None else one for one in row] for row in rows])
    told = [[_cell(one) for one in row] for row in rows]
    language = (get_language() or "ar")[:2]
    content = write_workbook(
        name,
        told,
        exponent=EXPONENTS[currency],
        is_right_to_left=language in RIGHT_TO_LEFT,
        bold=bold,
    )
    return downloads.workbook(content, name)


def _cell(cell: object) -> str | int | Decimal | date | None:
    if isinstance(cell, Money):
        return Decimal(cell.to_decimal_string())
    return cell if cell is None or isinstance(cell, int | Decimal | date) else str(cell)
