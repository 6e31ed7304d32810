"""Exports of other shops are understood by their usual headers, variants and all."""

import pytest

from tijara.domains.offers.rules import RowReader, RowRefused, SectionNames, plan_columns

from .families import family_rows

SHOPIFY = (
    "Handle", "Title", "Body (HTML)", "Vendor", "Type", "Tags", "Published", "Option1 Name",
    "Option1 Value", "Option2 Name", "Option2 Value", "Variant SKU", "Variant Inventory Qty",
    "Variant Price", "Variant Compare At Price", "Variant Barcode", "Image Src",
)  # fmt: skip
WOO = (
    "ID", "Type", "SKU", "Name", "Published", "Short description", "Description", "Stock",
    "Sale price", "Regular price", "Categories", "Parent", "Attribute 1 name",
    "Attribute 1 value(s)", "Attribute 2 name", "Attribute 2 value(s)",
)  # fmt: skip
SALLA = (
    "النوع ", "أسم المنتج", "تصنيف المنتج", "نوع المنتج", "سعر المنتج", "الوصف", "رمز المنتج sku",
    "السعر المخفض", "الماركة", "الباركود", "[1] الاسم", "[1] القيمة", "[2] الاسم", "[2] القيمة",
)  # fmt: skip
ZID = ("sku", "name_ar", "name_en", "quantity", "price", "sale_price", "barcode", "published")


def read(header, *rows, chosen=None):
    """What became of each row: a ReadRow, nothing, or the code of its fault."""
    told = [[given.get(name, "") for name in header] for given in rows]
    return [row for _, row in sorted(family_rows(header, told, chosen), key=lambda pair: pair[0])]


def test_shopify():
    assert plan_columns(SHOPIFY).dialect == "Shopify"
    shirt = {"Handle": "shirt", "Title": "Shirt", "Vendor": "Najm", "Type": "Men"}
    small, large, picture, plain = read(
        SHOPIFY,
        shirt | {"Option1 Name": "Size", "Option1 Value": "S", "Variant Price": "60"},
        {"Handle": "shirt", "Option1 Value": "L", "Variant Price": "65", "Variant SKU": "L1"},
        {"Handle": "shirt", "Image Src": "https://example.com/2.jpg"},
        {
            "Handle": "lamp",
            "Title": "Lamp",
            "Body (HTML)": "<p>A <b>lamp</b></p>",
            "Option1 Value": "Default Title",
            "Variant Price": "50",
            "Variant Compare At Price": "75.00",
            "Variant Inventory Qty": "4",
        },
    )
    shirt = small.product
    assert shirt is large.product and picture is None
    assert (shirt.name_en, shirt.source_key, shirt.options) == ("Shirt", "shirt", ("Size",))
    assert shirt.brand_en == "Najm" and shirt.category_path_en == ("Men",)
    assert [variant.values for variant in shirt.variants] == [("S",), ("L",)]
    assert shirt.variants[large.place].sku == "L1" and large.price.minor == 6500
    assert (plain.product.name_en, plain.product.source_key) == ("Lamp", "lamp")
    assert plain.product.about_en == "A lamp" and not plain.product.variants
    assert (plain.price.minor, plain.was.minor, plain.units) == (5000, 7500, 4)


def test_woocommerce():
    assert plan_columns(WOO).dialect == "WooCommerce"
    head, medium, simple, orphan = read(
        WOO,
        {
            "ID": "44",
            "Type": "variable",
            "SKU": "tee",
            "Name": "Tee",
            "Categories": "Clothing > Tshirts",
            "Attribute 1 name": "Color",
            "Attribute 1 value(s)": "Blue, Green",
            "Attribute 2 name": "Size",
        },
        {
            "ID": "60",
            "Type": "variation",
            "Name": "Tee - Blue",
            "Parent": "id:44",
            "Regular price": "20",
            "Sale price": "18",
            "Attribute 1 value(s)": "Blue",
            "Attribute 2 value(s)": "M",
        },
        {"ID": "61", "Type": "simple", "Name": "Cap", "Regular price": "16", "Sale price": "0"},
        {
            "ID": "62",
            "Type": "variation",
            "Name": "Alone",
            "Parent": "gone",
            "Regular price": "5",
            "Attribute 1 value(s)": "Red",
        },
    )
    assert head is None
    tee = medium.product
    assert (tee.name_en, tee.source_key, tee.options) == ("Tee", "sku:tee", ("Color", "Size"))
    assert tee.variants[0].values == ("Blue", "M") and tee.variants[0].source_key == "60"
    assert tee.category_path_en == ("Clothing", "Tshirts")
    assert (medium.price.minor, medium.was.minor) == (1800, 2000)
    assert simple.price.minor == 1600 and simple.was is None
    assert (orphan.product.name_ar, orphan.product.source_key) == ("", "sku:gone")


def test_a_woocommerce_parent_may_follow_and_be_named_by_its_sku():
    blue = {"Type": "variation", "Parent": "tee", "Attribute 1 value(s)": "Blue"}
    head = {"ID": "44", "Type": "variable", "SKU": "tee", "Name": "Tee"}
    first, simple, second, told = read(
        WOO,
        blue | {"ID": "60"},
        {"ID": "61", "Type": "simple", "Name": "Cap"},
        blue | {"ID": "62", "Parent": "id:44", "Attribute 1 value(s)": "Red"},
        head | {"Attribute 1 name": "Color", "Regular price": "9"},
    )
    assert first.product is second.product and told is None
    assert first.product.name_en == "Tee" and simple.product.name_en == "Cap"
    assert first.price.minor == second.price.minor == 900


def test_salla():
    assert plan_columns(SALLA).dialect == "سلة"
    oud, head, small = read(
        SALLA,
        {
            "النوع ": "منتج",
            "أسم المنتج": "عطر العود",
            "تصنيف المنتج": "العطور > عطور للجنسين",
            "سعر المنتج": "٢٤٩٫٥٠",
            "السعر المخفض": "199",
            "الوصف": "<p>عود طبيعي، <strong>١٠٠ مل</strong></p>",
            "رمز المنتج sku": "OUD-100",
            "الماركة": "مثال",
        },
        {"النوع ": "منتج", "أسم المنتج": "عباية", "سعر المنتج": "180", "[1] الاسم": "المقاس"},
        {"النوع ": "خيار", "رمز المنتج sku": "ABY-S", "[1] القيمة": "S", "[2] القيمة": "أسود"},
    )
    assert oud.product.name_ar == "عطر العود" and oud.product.sku == "OUD-100"
    assert (oud.price.minor, oud.was.minor) == (19900, 24950)
    assert oud.product.category_path_ar == ("العطور", "عطور للجنسين")
    assert "<" not in oud.product.about_ar
    assert head is None
    assert small.product.name_ar == "عباية" and small.price.minor == 18000
    assert small.product.options == ("المقاس", "")
    assert small.product.variants[0].values == ("S", "أسود")


def test_zid():
    assert plan_columns(ZID).dialect == "زد"
    told = {"sku": "OUD", "name_ar": "عود", "name_en": "Oud", "quantity": "Infinite", "price": "5"}
    (oud,) = read(ZID, told)
    assert (oud.product.name_ar, oud.product.name_en) == ("عود", "Oud")
    assert oud.units == 9_999 and oud.product.sku == "OUD"


def test_a_stock_column_named_after_a_warehouse():
    plan = plan_columns(("sku", "name_ar", "name_en", "المستودع الرئيسي - كميات"))
    assert plan.fields["stock"] == 3


def test_columns_may_be_kept_as_they_are():
    header = ("الاسم", "بلد المنشأ", "لون")
    plan = plan_columns(header, {"بلد المنشأ": "spec", "لون": ""})
    told = RowReader(plan, SectionNames(), "SAR", "shop").read(["دلة", "السعودية", "أحمر"])
    assert told.product.specs == [
        {
            "ar": "بلد المنشأ",
            "en": "بلد المنشأ",
            "value_ar": "السعودية",
            "value_en": "السعودية",
        }
    ]
    assert plan.ignored == ("لون",)


def test_a_refusal_names_the_column():
    plan = plan_columns(("name_ar", "price", "stock"))
    using = RowReader(plan, SectionNames(), "SAR", "shop")
    for cells, field in (
        (["دلة", "x", "1"], "price"),
        (["دلة", "5", "x"], "stock"),
        (["", "5", "1"], "name_ar"),
    ):
        with pytest.raises(RowRefused) as refused:
            using.read(cells)
        assert refused.value.field == field


def test_rows_of_their_own_seller_keep_their_source():
    plan = plan_columns(("المصدر", "رقم المنتج", "الاسم"))
    using = RowReader(plan, SectionNames(), "SAR", "shop", is_own=True)
    product = using.read(["souq", "1", "دلة"]).product
    assert (product.source, product.source_key) == ("shop", "souq:1")
