"""Files that a visitor takes with him: never kept by anything between, never taken for a page."""

import csv
from collections.abc import Iterable
from io import StringIO
from pathlib import Path

from django.http import FileResponse, HttpResponse
from django.http.response import HttpResponseBase

from tijara.kit.money import Money
from tijara.kit.tables import MARK, harmless

SPREADSHEET = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
PRIVATE = {"Cache-Control": "private, no-store", "X-Content-Type-Options": "nosniff"}


def pdf(path: Path, name: str) -> HttpResponseBase:
    """Shown in the browser; kept by it as `<name>.pdf`. The name is one that we made."""
    given = {"content_type": "application/pdf", "filename": f"{name}.pdf", "headers": PRIVATE}
    return FileResponse(path.open("rb"), **given)


def attachment(content: bytes, name: str) -> HttpResponse:
    """To be kept, never shown, whatever is in it. The name is one that we made."""
    answer = HttpResponse(content, content_type="application/octet-stream", headers=PRIVATE)
    answer["Content-Disposition"] = f'attachment; filename="{name}"'
    return answer


def kept(path: Path, name: str) -> HttpResponseBase:
    """A file that we made and keep for somebody: to be kept by him, never shown."""
    given = {"content_type": "application/octet-stream", "filename": name, "headers": PRIVATE}
    return FileResponse(path.open("rb"), as_attachment=True, **given)


def workbook(content: bytes, name: str) -> HttpResponse:
    answer = HttpResponse(content, content_type=SPREADSHEET, headers=PRIVATE)
    answer["Content-Disposition"] = f'attachment; filename="{name}.xlsx"'
    return answer


def picture(path: Path) -> HttpResponseBase:
    """One that we made ourselves, for whom it is shown to alone."""
    return FileResponse(path.open("rb"), content_type="image/webp", headers=PRIVATE)


def table(name: str, rows: Iterable[Iterable[object]]) -> HttpResponse:
    """As CSV that any spreadsheet opens, with the mark of UTF-8, and none runs what is in it."""
    text = StringIO(newline="")
    text.write(MARK)
    csv.writer(text).writerows([_cell(cell) for cell in row] for row in rows)
    answer = HttpResponse(text.getvalue(), content_type="text/csv; charset=utf-8", headers=PRIVATE)
    answer["Content-Disposition"] = f'attachment; filename="{name}.csv"'
    return answer


def _cell(cell: object) -> str:
    """An amount stays a number, below nothing too."""
    return cell.to_decimal_string() if isinstance(cell, Money) else harmless(str(cell))
