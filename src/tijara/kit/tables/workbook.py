"""A workbook of one sheet, written without a library that would stay in memory for it."""

import re
from collections.abc import Iterable, Sequence
from datetime import date, datetime
from decimal import Decimal
from io import BytesIO
from xml.sax.saxutils import escape
from zipfile import ZIP_DEFLATED, ZipFile

MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
LINKS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKED = "http://schemas.openxmlformats.org/package/2006"
HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
TYPES = (
    f'{HEAD}<Types xmlns="{PACKED}/content-types">'
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package'
    '.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>'
    '<Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-'
    'officedocument.spreadsheetml.sheet.main+xml"/>'
    '<Override PartName="/xl/worksheets/sheet1.xml" ContentType="application/vnd.openxmlformats-'
    'officedocument.spreadsheetml.worksheet+xml"/>'
    '<Override PartName="/xl/styles.xml" ContentType="application/vnd.openxmlformats-'
    'officedocument.spreadsheetml.styles+xml"/></Types>'
)
ROOT = (
    f'{HEAD}<Relationships xmlns="{PACKED}/relationships"><Relationship Id="r1" '
    f'Type="{LINKS}/officeDocument" Target="xl/workbook.xml"/></Relationships>'
)
BOOK = (
    f'{HEAD}<workbook xmlns="{MAIN}" xmlns:r="{LINKS}"><sheets>'
    '<sheet name="{name}" sheetId="1" r:id="r1"/></sheets></workbook>'
)
BOOK_LINKS = (
    f'{HEAD}<Relationships xmlns="{PACKED}/relationships"><Relationship Id="r1" '
    f'Type="{LINKS}/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="r2" '
    f'Type="{LINKS}/styles" Target="styles.xml"/></Relationships>'
)
# Cells: 0 text, 1 bold, 2 an amount, 3 a bold amount, 4 a day.
STYLES = (
    f'{HEAD}<styleSheet xmlns="{MAIN}"><numFmts count="2"><numFmt numFmtId="164" '
    'formatCode="{format}"/><numFmt numFmtId="165" formatCode="yyyy\\-mm\\-dd"/></numFmts>'
    '<fonts count="2"><font><sz val="11"/><name val="Arial"/></font>'
    '<font><b/><sz val="11"/><name val="Arial"/></font></fonts><fills count="2"><fill>'
    '<patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill>'
    '</fills><borders count="1"><border/></borders><cellStyleXfs count="1"><xf/></cellStyleXfs>'
    '<cellXfs count="5"><xf fontId="0"/><xf fontId="1" applyFont="1"/>'
    '<xf numFmtId="164" fontId="0" applyNumberFormat="1"/>'
    '<xf numFmtId="164" fontId="1" applyNumberFormat="1" applyFont="1"/>'
    '<xf numFmtId="165" fontId="0" applyNumberFormat="1"/></cellXfs>'
    '<cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles>'
    "</styleSheet>"
)
SHEET = (
    f'{HEAD}<worksheet xmlns="{MAIN}"><sheetViews><sheetView workbookViewId="0"'
    '{turned}><pane ySplit="1" topLeftCell="A2" state="frozen"/></sheetView></sheetViews><cols>'
    "{columns}</cols><sheetData>{rows}</sheetData></worksheet>"
)
WIDEST = 60
CONTROLS = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ud800-\udfff\ufffe\uffff]")
"""What no XML may hold."""
Cell = str | int | Decimal | date | None
DAY_NOUGHT = date(1899, 12, 30)
"""Spreadsheets count days from it."""


def write_workbook(
    name: str,
    rows: Iterable[Sequence[Cell]],
    *,
    exponent: int,
    is_right_to_left: bool,
    bold: frozenset[int] = frozenset({0}),
) -> bytes:
    """Amounts are numbers with `exponent` decimals, days are dates; the first row stays in sight.
    `bold` rows are counted from 0. Text is text, whatever it begins with."""
    told = [list(row) for row in rows]
    decimals = f".{'0' * exponent}" if exponent else ""
    shown = f"#,##0{decimals};[Red]-#,##0{decimals}"
    columns = "".join(
        f'<col min="{at}" max="{at}" width="{width}" customWidth="1"/>'
        for at, width in enumerate(_widths(told), 1)
    )
    body = "".join(_row(place, row, is_bold=place in bold) for place, row in enumerate(told))
    turned = ' rightToLeft="1"' if is_right_to_left else ""
    packed = BytesIO()
    with ZipFile(packed, "w", ZIP_DEFLATED) as file:
        file.writestr("[Content_Types].xml", TYPES)
        file.writestr("_rels/.rels", ROOT)
        file.writestr("xl/workbook.xml", BOOK.format(name=_said(name)[:31]))
        file.writestr("xl/_rels/workbook.xml.rels", BOOK_LINKS)
        file.writestr("xl/styles.xml", STYLES.format(format=escape(shown)))
        sheet = SHEET.format(turned=turned, columns=columns, rows=body)
        file.writestr("xl/worksheets/sheet1.xml", sheet)
    return packed.getvalue()


def _row(place: int, row: Sequence[Cell], *, is_bold: bool) -> str:
    cells = "".join(_cell(cell, is_bold=is_bold) for cell in row)
    return f'<row r="{place + 1}">{cells}</row>'


def _cell(cell: Cell, *, is_bold: bool) -> str:
    if cell is None or cell == "":
        return "<c/>"
    if isinstance(cell, str):
        style = ' s="1"' if is_bold else ""
        return f'<c t="inlineStr"{style}><is><t xml:space="preserve">{_said(cell)}</t></is></c>'
    if isinstance(cell, date):
        cell = cell.date() if isinstance(cell, datetime) else cell
        return f'<c s="4"><v>{(cell - DAY_NOUGHT).days}</v></c>'
    if isinstance(cell, int):
        return f"<c><v>{cell}</v></c>"
    return f'<c s="{3 if is_bold else 2}"><v>{cell}</v></c>'


def _said(text: str) -> str:
    return escape(CONTROLS.sub("", text), {'"': "&quot;"})


def _widths(rows: Sequence[Sequence[Cell]]) -> list[int]:
    wide = max(map(len, rows), default=1)
    return [
        min(WIDEST, max(10, *(len(str(row[at] or "")) + 3 if at < len(row) else 0 for row in rows)))
        for at in range(wide)
    ]
