"""How columns, categories and rows are understood."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tijara.domains.offers.rules import RowReader, SectionNames, plan_columns
from tijara.domains.offers.rules.columns import unknown_choices
from tijara.domains.offers.rules.rows import RowRefused
from tijara.kit.money import Money

HEADER = ["id", "name_ar", "name_en", "price", "sale_price", "currency", "stock", "category_ar"]


def reader(header=HEADER, chosen=None):
    return RowReader(plan_columns(header, chosen), SectionNames(), "SAR", "shop")


def read(**cells):
    row = {"id": "1", "name_ar": "دلة", "price": "10"} | cells
    return reader().read([row.get(name, "") for name in HEADER])


def refusal(**cells):
    with pytest.raises(RowRefused) as refused:
        read(**cells)
    return refused.value.code


@pytest.mark.parametrize(
    ("header", "field"),
    [
        ("اسم المنتج", "name"),
        ("الإسم", "name"),
        ("السّعر", "price"),
        ("Sale Price", "sale_price"),
        ("السعر بعد الخصم", "sale_price"),
        ("الماركة", "brand"),
        ("الكمية", "stock"),
        ("BARCODE", "gtin"),
    ],
)
def test_columns_are_known_by_what_people_call_them(header, field):
    assert plan_columns([header, "x"]).used() == {field: header}


def test_a_choice_wins_over_the_name_and_may_pass_a_column_over():
    plan = plan_columns(["name", "title", "price"], {"title": "name_ar", "price": ""})
    assert plan.used() == {"name_ar": "title", "name": "name"}
    assert plan.ignored == ("price",)


def test_choices_that_name_nothing_are_told():
    assert unknown_choices(["a"], {"b": "price", "a": "nonsense"}) == ["b=price", "a=nonsense"]


def test_without_a_name_column_nothing_can_be_read():
    assert plan_columns(["price"]).fault == "no_name_column"
    assert plan_columns(["الاسم"]).fault == ""


def test_the_shops_own_id_is_the_key_and_later_columns_tell_whose_they_are():
    told = reader(["row_id", "ext_id", "sku", "name"])
    assert told.read(["7", "x9", "S1", "دلة"]).product.source_key == "x9"
    assert told.read(["7", "", "S1", "دلة"]).product.source_key == "sku:S1"
    assert told.read(["7", "", "", "دلة"]).product.source_key == "row id:7"


def test_without_an_id_the_name_is_the_key_however_it_is_spelled():
    told = reader(["name"])
    keys = {told.read([name]).product.source_key for name in ("دلّة نحاسية", "دله  نحاسيه")}
    assert len(keys) == 1


def test_a_name_goes_by_its_letters():
    told = reader(["name"])
    assert told.read(["دلة"]).product.name_en == ""
    assert told.read(["Dallah"]).product.name_en == "Dallah"
    assert told.read(["Dallah"]).product.name_ar == "Dallah"


def test_entities_and_hidden_letters_leave_the_text():
    product = read(name_en="Head &amp; Shoulders\u202e").product
    assert product.name_en == "Head & Shoulders"


def test_line_breaks_that_an_export_has_spelt_out_leave_the_text():
    product = read(name_ar=r"منظف عالي\n اللمعان،\nSW-3501").product
    assert product.name_ar == "منظف عالي اللمعان، SW-3501"


@pytest.mark.parametrize(
    ("cells", "price", "was"),
    [
        ({"price": "٣٤٩٫٥٠"}, 34950, None),
        ({"price": "100", "sale_price": "80"}, 8000, 10000),
        ({"price": "80", "sale_price": "100"}, 10000, None),
        ({"price": "", "sale_price": "80"}, 8000, None),
        ({"price": ""}, None, None),
    ],
)
def test_prices(cells, price, was):
    found = read(**cells)
    assert found.price == (None if price is None else Money(price, "SAR"))
    assert found.was == (None if was is None else Money(was, "SAR"))


@pytest.mark.parametrize(
    ("cells", "code"),
    [
        ({"name_ar": ""}, "no_name"),
        ({"name_ar": "\u200f ؟!"}, "no_name"),
        ({"name_ar": "=HYPERLINK(1)"}, "looks_like_formula"),
        ({"name_en": "@SUM(A1)"}, "looks_like_formula"),
        ({"name_en": "-2+3+cmd|' /C calc'!A0(1)"}, "looks_like_formula"),
        ({"name_ar": "د" * 301}, "name_too_long"),
        ({"id": "k" * 101}, "key_too_long"),
        ({"price": "12-15"}, "price_unreadable"),
        ({"price": "nan"}, "price_unreadable"),
        ({"price": "0"}, "price_zero"),
        ({"price": "-5"}, "price_negative"),
        ({"price": "9" * 20}, "price_too_dear"),
        ({"currency": "AED"}, "other_currency"),
        ({"stock": "كثير"}, "units_unreadable"),
        ({"stock": "-1"}, "units_unreadable"),
    ],
)
def test_rows_are_refused_with_their_reason(cells, code):
    assert refusal(**cells) == code


def test_stock_is_read_in_arabic_digits_and_may_be_absent():
    assert read(stock="١٢").units == 12
    assert read(stock="0").units == 0
    assert read().units is None


@given(st.lists(st.text(), min_size=len(HEADER), max_size=len(HEADER)))
def test_any_row_is_read_or_refused(cells):
    try:
        found = reader().read(cells)
    except RowRefused as refused:
        assert refused.code
    else:
        assert found.product.name_ar and len(found.product.source_key) <= 100


def test_the_deepest_category_counts():
    sections = SectionNames()
    assert sections.resolve("العطور, العطور > عطور رجال", "") == (("العطور", "عطور رجال"), ())


def test_english_names_are_learned_from_cells_without_doubt():
    sections = SectionNames()
    sections.learn("العطور, العطور > عطور رجال", "Perfumes > Men, Perfumes")
    sections.learn("أ > ب, أ > ج", "A > C, A > B")
    assert sections.resolve("العطور > عطور رجال", "Z > Y, Z > X") == (
        ("العطور", "عطور رجال"),
        ("Perfumes", "Men"),
    )
    assert sections.resolve("العطور", "") == (("العطور",), ("Perfumes",))
    assert sections.resolve("أ > ب, أ > ج", "A > C, A > B") == (("أ", "ب"), ())


def test_ordinary_departments_get_their_arabic_name():
    sections = SectionNames()
    assert sections.resolve("", "riceAndNoodles") == (
        ("أرز ومعكرونة سريعة",),
        ("Rice and noodles",),
    )
    assert sections.resolve("", "odd_things") == ((), ("Odd things",))
    assert sections.resolve("", "") == ((), ())
