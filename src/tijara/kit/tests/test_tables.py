"""What is promised of reading tables: any usual file, and nothing lost in a broken one."""

import csv
import gzip
import io
from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st
from openpyxl import load_workbook

from tijara.kit.tables import (
    LONGEST_LINE,
    TableUnreadable,
    encoding_of,
    harmless,
    open_table,
    stays_open,
    write_table,
)
from tijara.kit.tables.workbook import write_workbook


@pytest.fixture
def opened(tmp_path):
    def opened(content: bytes | str, **limits):
        file = tmp_path / "table"
        file.write_bytes(content.encode() if isinstance(content, str) else content)
        return open_table(file, **limits)

    return opened


def cells(table):
    return [row.cells for row in table.rows()]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "windows-1256", "utf-16-le"])
@pytest.mark.parametrize("separator", [",", ";", "\t", "|"])
def test_reads_the_usual_files(opened, encoding, separator):
    text = f"الاسم{separator}السعر\r\nدلة نحاسية{separator}349\r\n"
    table = opened(text.encode(encoding))
    assert table.header == ["الاسم", "السعر"]
    assert table.separator == separator
    assert cells(table) == [["دلة نحاسية", "349"]]


def test_reads_packed_files(opened):
    table = opened(gzip.compress(b"a,b\n1,2\n"))
    assert cells(table) == [["1", "2"]]


def test_cells_may_hold_lines_separators_and_quotes(opened):
    table = opened('name,price\n"a, ""b""\nc",5\nd,6\n')
    assert [(row.line, row.cells) for row in table.rows()] == [
        (2, ['a, "b"\nc', "5"]),
        (4, ["d", "6"]),
    ]


def test_an_inch_sign_inside_a_cell_is_just_a_letter(opened):
    table = opened('name,price\nشاشة 32" LED,900\nb,1\n')
    assert cells(table) == [['شاشة 32" LED', "900"], ["b", "1"]]


def test_a_quote_that_never_closes_costs_its_own_line_only(opened):
    lines = ["name,price", '"broken,1'] + [f"row {number},2" for number in range(300)]
    rows = list(opened("\n".join(lines)).rows())
    assert [row.fault for row in rows] == ["broken_quotes"] + [""] * 300
    assert rows[1].line == 3


def test_blank_lines_are_counted_and_passed_over(opened):
    table = opened("\n\na,b\n\n1,2\n , \n")
    assert cells(table) == [["1", "2"]] and table.blank == 2


@pytest.mark.parametrize(
    ("row", "fault"),
    [
        ("1", "too_few_columns"),
        ("1,2,3", "too_many_columns"),
        ("1,2,", ""),
        ("\ufffd,2", "broken_letters"),
    ],
)
def test_rows_that_do_not_fit_say_so(opened, row, fault):
    assert [row.fault for row in opened(f"a,b\n{row}\n5,6\n").rows()] == [fault, ""]


def test_letters_that_are_broken_deep_in_the_file_say_so(opened):
    content = b"a,b\n" + b"1,2\n" * 30000 + b"\xff\xfe,2\n3,4\n"
    rows = list(opened(content).rows())
    assert [row.line for row in rows if row.fault == "broken_letters"] == [30002]
    assert len(rows) == 30002


def test_a_line_without_end_costs_itself_only(opened):
    rows = list(opened("a,b\n" + "x" * (3 * LONGEST_LINE) + "\n1,2\n").rows())
    assert [(row.line, row.fault) for row in rows] == [(2, "too_long"), (3, "")]


def test_zeros_inside_are_not_the_end(opened):
    assert cells(opened(b"a,b\n1\x00,2\n3,4\n")) == [["1\x00", "2"], ["3", "4"]]


def test_a_small_file_that_unpacks_to_a_large_one_is_refused(opened):
    bomb = gzip.compress(b"a,b\n" + b"1,2\n" * 500_000)
    with pytest.raises(TableUnreadable) as refused:
        list(opened(bomb, largest=100_000).rows())
    assert refused.value.code == "too_large"


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (b"", "empty"),
        (b"\n , \n", "empty"),
        (b"PK\x03\x04rest", "not_a_table"),
        (b"%PDF-1.7", "not_a_table"),
        (b"MZ\x90\x00\x03" + bytes(60), "not_a_table"),
        (b"a,b\x00\n1,2\n", "not_a_table"),
        (b"\x1f\x8b\x08rubbish that is no archive", "broken_archive"),
        (gzip.compress(b"a,b\n1,2\n" * 9999, mtime=0)[:-40], "broken_archive"),
        (b'"a,b\n1,2\n', "header_unreadable"),
        (",".join("x" * 301).encode(), "too_wide"),
    ],
)
def test_what_is_no_table_is_refused_with_its_reason(opened, content, code):
    with pytest.raises(TableUnreadable) as refused:
        list(opened(content).rows())
    assert refused.value.code == code


@given(st.lists(st.lists(st.text(), min_size=2, max_size=2), max_size=8))
def test_what_a_spreadsheet_writes_is_read_back(tmp_path_factory, rows):
    rows = [[cell.replace("\r", " ").replace("\ufffd", "") for cell in row] for row in rows]
    written = io.StringIO()
    csv.writer(written, lineterminator="\r\n").writerows([["a", "b"], *rows])
    file = tmp_path_factory.mktemp("tables") / "table.csv"
    file.write_bytes(b"\xef\xbb\xbf" + written.getvalue().encode(errors="ignore"))
    kept = [[cell.encode(errors="ignore").decode() for cell in row] for row in rows]
    table = open_table(file)
    read = cells(table)
    assert len(read) + table.blank == len(rows)
    assert read == [row for row in kept if row in read]


@given(st.binary(max_size=400))
def test_never_breaks_on_anything(tmp_path_factory, content):
    file = tmp_path_factory.mktemp("tables") / "table.csv"
    file.write_bytes(content)
    try:
        list(open_table(file).rows())
    except TableUnreadable as refused:
        assert refused.code


@given(st.binary(max_size=200))
def test_always_names_an_encoding(sample):
    assert encoding_of(sample)


def test_quotes_open_at_the_beginning_of_a_cell_only():
    assert stays_open('a,"b', ",", False)
    assert not stays_open('a,b"', ",", False)
    assert not stays_open('"a ""b"" c",d', ",", False)
    assert not stays_open('end",next', ",", True)


def test_a_title_above_the_header_is_passed_over(opened):
    table = opened("بيانات المنتج,,\nالاسم,السعر,الكمية\nدلة,1,2\n")
    assert table.header == ["الاسم", "السعر", "الكمية"] and cells(table) == [["دلة", "1", "2"]]


def test_a_spreadsheet_may_say_its_separator(opened):
    table = opened("sep=^\na^b\n1^2\n")
    assert (table.separator, cells(table)) == ("^", [["1", "2"]])


def test_what_a_person_tells_is_believed(opened):
    table = opened("a,b;c\n1,2;3\n", separator=";", encoding="windows-1252")
    assert table.header == ["a,b", "c"] and cells(table) == [["1,2", "3"]]


def test_no_download_runs_as_a_formula():
    target = io.StringIO()
    write_table(target, [["=cmd|' /C calc'!A0", " =1+1", "@x", "دلة", "-", 5, "|x"]])
    assert target.getvalue().startswith("\ufeff")
    read = next(csv.reader([target.getvalue().removeprefix("\ufeff")]))
    assert read == ["'=cmd|' /C calc'!A0", "' =1+1", "'@x", "دلة", "'-", "5", "'|x"]


@pytest.mark.parametrize("number", ["-6", "-1,234.50", "-6%"])
def test_a_number_below_nothing_stays_a_number(number):
    assert harmless(number) == number


@pytest.mark.parametrize("formula", ["-2+3", "+966 cmd", "-6|calc", "+", "%0A=1"])
def test_what_only_begins_like_a_number_does_not(formula):
    assert harmless(formula) == f"'{formula}"


def test_a_telephone_keeps_its_plus():
    assert harmless("+966554000012") == "'+966554000012"


@pytest.mark.parametrize(
    "formula", ["＝1", "＠x", "\u2003=1", "\u200f=1", "\ufeff=1", "\n=1", "\t1"]
)
def test_a_formula_is_one_in_full_width_and_behind_what_is_not_seen(formula):
    assert harmless(formula) == f"'{formula}"


def test_a_workbook_has_days_and_amounts_and_turns():
    content = write_workbook(
        "كشف",
        [["اليوم", "المبلغ"], [date(2026, 9, 5), Decimal("-13.52")]],
        exponent=2,
        is_right_to_left=True,
    )
    sheet = load_workbook(io.BytesIO(content)).active
    assert sheet.sheet_view.rightToLeft and sheet["A1"].value == "اليوم"
    assert sheet["A2"].value.date() == date(2026, 9, 5) and sheet["A2"].is_date
    assert sheet["B2"].value == -13.52
