"""What is promised of workbooks: values as a person sees them, and no file that fills memory."""

import datetime
import io
import zipfile

import openpyxl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from tijara.kit.tables import TableUnreadable, open_table

HEAD = ["الاسم", "السعر", "الكمية"]
BOOK = (
    '<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" '
    'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheets>'
    '<sheet name="a" sheetId="1" r:id="rId1"/></sheets></workbook>'
)
LINKS = '<Relationships><Relationship Id="rId1" Target="worksheets/sheet1.xml"/></Relationships>'


@pytest.fixture
def saved(tmp_path):
    def saved(*rows, hidden=False):
        book = openpyxl.Workbook()
        sheet = book.active
        if hidden:
            sheet.append(["secret"])
            sheet.sheet_state = "hidden"
            sheet = book.create_sheet("shown")
        for row in rows:
            sheet.append(row)
        book.save(tmp_path / "book.xlsx")
        return open_table(tmp_path / "book.xlsx")

    return saved


@pytest.fixture
def packed(tmp_path):
    def packed(sheet, **parts):
        with zipfile.ZipFile(tmp_path / "made.xlsx", "w", zipfile.ZIP_DEFLATED) as archive:
            archive.writestr("xl/workbook.xml", BOOK)
            archive.writestr("xl/_rels/workbook.xml.rels", LINKS)
            archive.writestr("xl/worksheets/sheet1.xml", sheet)
            for name, text in parts.items():
                archive.writestr(f"xl/{name}.xml", text)
        return tmp_path / "made.xlsx"

    return packed


def cells(table):
    return [row.cells for row in table.rows()]


def test_values_are_what_a_person_sees(saved):
    day = datetime.date(2026, 11, 20)
    table = saved(HEAD, ["دلّة", 249.5, 7], [6281000000011, 0.1 + 0.2, day], [True, None, "x"])
    assert (table.header, table.encoding) == (HEAD, "XLSX")
    assert cells(table) == [
        ["دلّة", "249.5", "7"],
        ["6281000000011", "0.3", "2026-11-20"],
        ["TRUE", "", "x"],
    ]


def test_a_formula_is_what_it_came_to(packed):
    sheet = (
        "<worksheet><sheetData><row r='1'><c r='A1' t='str'><v>name</v></c></row>"
        "<row r='2'><c r='A2' t='str'><f>cmd|' /C calc'!A0</f><v>دلة</v></c></row>"
        "<row r='3'><c r='A3'><f>1+1</f></c></row></sheetData></worksheet>"
    )
    table = open_table(packed(sheet))
    assert cells(table) == [["دلة"]] and table.blank == 1


def test_a_hidden_sheet_and_a_title_above_are_passed_over(saved):
    table = saved(["بيانات المنتجات"], HEAD, ["دلة", 1, 2], hidden=True)
    assert table.header == HEAD and cells(table) == [["دلة", "1", "2"]]


def test_lines_keep_their_numbers_and_gaps_are_counted(packed):
    sheet = (
        "<worksheet><sheetData><row r='1'><c r='A1' t='inlineStr'><is><t>name</t></is></c></row>"
        "<row r='5'><c r='A5'><v>7</v></c></row></sheetData></worksheet>"
    )
    table = open_table(packed(sheet))
    assert [(row.line, row.cells) for row in table.rows()] == [(5, ["7"])] and table.blank == 3


def test_what_unpacks_to_too_much_is_refused_unread(packed):
    row = "<row r='1'><c r='A1'><v>1</v></c></row>"
    bomb = packed(f"<worksheet><sheetData>{row * 200_000}</sheetData></worksheet>")
    assert bomb.stat().st_size < 100_000
    with pytest.raises(TableUnreadable) as refused:
        open_table(bomb, largest=1_000_000)
    assert refused.value.code == "too_large"


@pytest.mark.parametrize(
    "sheet",
    [
        '<!DOCTYPE a [<!ENTITY b "bbbb">]><worksheet><row><c><v>&b;</v></c></row></worksheet>',
        "<worksheet>" + "<a>" * 100_000,
        "<worksheet><sheetData><row r='1'>",
        "no xml at all",
    ],
)
def test_hostile_sheets_are_refused(packed, sheet):
    with pytest.raises(TableUnreadable) as refused:
        list(open_table(packed(sheet)).rows())
    assert refused.value.code in ("broken_archive", "empty")


def test_a_row_without_end_keeps_to_its_columns(packed):
    wide = "<c t='str'><v>x</v></c>" * 50_000
    sheet = f"<worksheet><sheetData><row r='1'>{wide}</row></sheetData></worksheet>"
    with pytest.raises(TableUnreadable) as refused:
        open_table(packed(sheet))
    assert refused.value.code == "too_wide"


def test_another_archive_is_no_table(tmp_path):
    with zipfile.ZipFile(tmp_path / "a.zip", "w") as archive:
        archive.writestr("a.txt", "a,b")
    with pytest.raises(TableUnreadable) as refused:
        open_table(tmp_path / "a.zip")
    assert refused.value.code == "not_a_table"


@pytest.fixture(scope="module")
def book() -> bytes:
    workbook, target = openpyxl.Workbook(), io.BytesIO()
    workbook.active.append(HEAD)
    workbook.active.append(["دلة", 1, 2])
    workbook.save(target)
    return target.getvalue()


DAMAGE = st.lists(st.tuples(st.integers(0, 1 << 16), st.integers(0, 255)), min_size=1, max_size=8)


@given(DAMAGE)
def test_never_breaks_on_a_damaged_book(tmp_path_factory, book, damage):
    content = bytearray(book)
    for place, byte in damage:
        content[4 + place % (len(content) - 4)] = byte
    file = tmp_path_factory.mktemp("books") / "book.xlsx"
    file.write_bytes(content)
    try:
        list(open_table(file).rows())
    except TableUnreadable as refused:
        assert refused.code
