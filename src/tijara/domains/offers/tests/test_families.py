"""Which rows of a file are one product, and what is said where they disagree."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tijara.domains.offers.rules import families as grouping
from tijara.domains.offers.rules import plan_columns

from .families import bundles, family_rows

HEADER = ("رقم المنتج", "رقم المنتج الأب", "الاسم", "اللون", "المقاس", "السعر")
SHEET = ("Handle", "Title", "Option1 Name", "Option1 Value", "Variant Price", "Option2 Value")


def codes(header, *rows):
    """The fault of each row, or nothing, in the file's order."""
    told = sorted(family_rows(header, rows), key=lambda pair: pair[0])
    return [row if isinstance(row, str) else "" for _, row in told]


def product(header, *rows):
    told = sorted(family_rows(header, rows), key=lambda pair: pair[0])
    return next(row.product for _, row in told if hasattr(row, "product"))


def test_a_column_of_the_parent_suggests_what_variants_are_told_apart_by():
    fields = plan_columns(HEADER).fields
    assert (fields["parent"], fields["option_1"], fields["option_2"]) == (1, 3, 4)
    assert "option_1" not in plan_columns(("الاسم", "اللون", "السعر")).fields
    assert "option_1" not in plan_columns(HEADER, {"اللون": "spec", "المقاس": ""}).fields


def test_rows_with_one_parent_are_one_product_named_without_the_variant():
    rows = [
        ["1", "D", "دلة نحاسية - ذهبي / كبير", "ذهبي", "كبير", "10"],
        ["2", "", "فنجان", "", "", "5"],
        ["3", "D", "دلة نحاسية فضي كبير", "فضي", "كبير", "12"],
    ]
    found = product(HEADER, *rows)
    assert codes(HEADER, *rows) == ["", "", ""]
    assert (found.name_ar, found.source_key) == ("دلة نحاسية", "D")
    assert found.options == ("اللون", "المقاس")
    told = [(each.values, each.source_key) for each in found.variants]
    assert told == [(("ذهبي", "كبير"), "1"), (("فضي", "كبير"), "3")]


def test_a_parents_own_row_names_the_product_and_sells_nothing():
    rows = [
        ["1", "D", "الذهبية", "ذهبي", "", "10"],
        ["D", "", "دلة نحاسية", "", "", ""],
        ["3", "D", "الفضية", "فضي", "", ""],
    ]
    told = sorted(family_rows(HEADER, rows), key=lambda pair: pair[0])
    assert told[1][1] is None and told[0][1].product.name_ar == "دلة نحاسية"
    assert told[0][1].product.source_key == "D" and told[2][1].price is None


@pytest.mark.parametrize(
    ("last", "code"),
    [
        (["shirt", "", "", "L", "70", ""], ""),
        (["shirt", "", "", "S", "70", ""], "repeated_variant"),
        (["shirt", "", "", "s ", "70", ""], "repeated_variant"),
        (["shirt", "", "", "", "70", ""], "option_missing"),
        (["shirt", "", "", "L", "x", ""], "price_unreadable"),
        (["shirt", "", "", "L" * 61, "70", ""], "option_too_long"),
        (["shirt", "", "Colour", "L", "70", ""], "options_differ"),
        (["shirt", "Other", "", "L", "70", ""], "names_differ"),
        (["shirt", "Shirt", "Size", "L", "70", ""], ""),
    ],
)
def test_what_is_wrong_with_a_variant_costs_its_row_alone(last, code):
    first = ["shirt", "Shirt", "Size", "S", "60", ""]
    assert codes(SHEET, first, last) == ["", code]


@pytest.mark.parametrize("name", ["=cmd()", "د" * 301])
def test_what_is_wrong_with_the_product_costs_every_row_of_it(name):
    rows = [["k", name, "Size", "S", "6", ""], ["k", "", "", "L", "6", ""], ["k", *[""] * 5]]
    found = codes(SHEET, *rows)
    assert found[0] in ("looks_like_formula", "name_too_long")
    assert found[1:] == ["head_refused", "head_refused"]


def test_options_beyond_the_third_are_refused_and_not_lost():
    header = (*SHEET, "Option4 Value")
    rows = [["k", "Shirt", "Size", "S", "6", "", ""], ["k", "", "", "L", "6", "", "wool"]]
    assert codes(header, *rows) == ["", "too_many_options"]


def test_rows_that_say_nothing_apart_are_the_same_product():
    rows = [["k", "Lamp", "Title", "Default Title", "6", ""], ["k", "Lamp", "", "", "7", ""]]
    assert codes(SHEET, *rows) == ["", "repeated_key"]


def test_an_option_of_nobody_is_refused():
    salla = ("النوع ", "أسم المنتج", "سعر المنتج", "[1] الاسم", "[1] القيمة")
    rows = [["خيار", "", "5", "المقاس", "S"], ["منتج", "عباية", "9", "المقاس", ""]]
    rows.append(["خيار", "", "", "", ""])
    assert codes(salla, *rows) == ["head_missing", "", "option_missing"]


def test_without_a_key_rows_of_one_name_belong_together():
    header = ("الاسم", "قيمة الخيار 1", "السعر")
    rows = [["دلة", "صغير", "5"], ["فنجان", "", "3"], ["دلّة", "كبير", "7"]]
    assert codes(header, *rows) == ["", "", ""]
    found = product(header, *rows)
    assert [each.values for each in found.variants] == [("صغير",), ("كبير",)]
    assert found.options == ("",)


def test_what_stands_too_far_below_is_refused(monkeypatch):
    monkeypatch.setattr(grouping, "MOST_APART", 3)
    rows = [
        ["k", "Shirt", "Size", "S", "6", ""],
        ["k", "", "", "M", "6", ""],
        *([f"other {n}", f"Other {n}", "", "", "5", ""] for n in range(3)),
        ["k", "", "", "L", "6", ""],
    ]
    assert codes(SHEET, *rows) == ["", "", "", "", "", "too_far_apart"]


ROWS = st.lists(
    st.tuples(st.sampled_from("abcde"), st.sampled_from("SML"), st.booleans()), max_size=30
)


@given(ROWS, st.integers(1, 12))
def test_each_row_is_handed_over_once_with_those_of_its_product(told, most):
    """In the order in which products are complete; none is held longer than it may be."""
    apart, grouping.MOST_APART = grouping.MOST_APART, most
    try:
        rows = [[key, "T" if has_title else "", "", size, "5", ""] for key, size, has_title in told]
        _, found = bundles(SHEET, rows)
    finally:
        grouping.MOST_APART = apart
    lines = [row.line for bundle in found for row in bundle.rows]
    assert sorted(lines) == list(range(2, len(rows) + 2))
    assert [bundle.line for bundle in found] == sorted(bundle.line for bundle in found)
    whole = {}
    for bundle in found:
        (key,) = {row.cells[0] for row in bundle.rows}
        first = whole.setdefault(key, bundle.rows[0].line)
        span = bundle.rows[-1].line - first
        assert (bundle.fault == "too_far_apart") == (span > most)
        assert bundle.fault or (first == bundle.rows[0].line and bundle.line <= first + most + 1)
