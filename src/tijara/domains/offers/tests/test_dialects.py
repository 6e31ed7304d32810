"""Exports of other shops are understood by their usual headers, variants and all."""

import pytest

from tijara.domains.offers.rules import RowReader, RowRefused, SectionNames, plan_columns

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


@pytest.fixture
def reader():
    def reader(header, **told):
        return RowReader(plan_columns(header), SectionNames(), "SAR", "shop", **told)

    return reader


def read(reader, header, *rows):
    using = reader(header)
    return [using.read([given.get(name, "") for name in header]) for given in rows]


def test_shopify(reader):
    assert plan_columns(SHOPIFY).dialect == "Shopify"
    shirt = {"Handle": "shirt", "Title": "Shirt", "Vendor": "Najm", "Type": "Men"}
    small, large, picture, plain = read(
        reader,
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
    assert (small.product.name_en, small.product.source_key) == ("Shirt - S", "shirt#S")
    assert (large.product.name_en, large.product.source_key) == ("Shirt - L", "shirt#L")
    assert large.product.brand_en == "Najm" and large.product.category_path_en == ("Men",)
    assert large.price.minor == 6500 and large.product.sku == "L1"
    assert picture is None
    assert (plain.product.name_en, plain.product.source_key) == ("Lamp", "lamp")
    assert plain.product.about_en == "A lamp"
    assert (plain.price.minor, plain.was.minor, plain.units) == (5000, 7500, 4)


def test_woocommerce(reader):
    assert plan_columns(WOO).dialect == "WooCommerce"
    head, medium, simple, orphan = read(
        reader,
        WOO,
        {
            "ID": "44",
            "Type": "variable",
            "SKU": "tee",
            "Name": "Tee",
            "Categories": "Clothing > Tshirts",
            "Attribute 1 name": "Color",
            "Attribute 1 value(s)": "Blue, Green",
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
    assert medium.product.name_en == "Tee - Blue / M" and medium.product.source_key == "60#Blue / M"
    assert medium.product.category_path_en == ("Clothing", "Tshirts")
    assert (medium.price.minor, medium.was.minor) == (1800, 2000)
    assert simple.price.minor == 1600 and simple.was is None
    assert orphan.product.name_en == "Alone - Red"


def test_salla(reader):
    assert plan_columns(SALLA).dialect == "سلة"
    oud, head, small = read(
        reader,
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
    assert small.product.name_ar == "عباية - S / أسود" and small.price.minor == 18000


def test_zid(reader):
    assert plan_columns(ZID).dialect == "زد"
    told = {"sku": "OUD", "name_ar": "عود", "name_en": "Oud", "quantity": "Infinite", "price": "5"}
    (oud,) = read(reader, ZID, told)
    assert (oud.product.name_ar, oud.product.name_en) == ("عود", "Oud")
    assert oud.units == 9_999 and oud.product.sku == "OUD"


def test_a_stock_column_named_after_a_warehouse():
    plan = plan_columns(("sku", "name_ar", "name_en", "المستودع الرئيسي - كميات"))
    assert plan.fields["stock"] == 3


def test_columns_may_be_kept_as_they_are(reader):
    header = ("الاسم", "بلد المنشأ", "لون")
    plan = plan_columns(header, {"بلد المنشأ": "spec", "لون": ""})
    read = RowReader(plan, SectionNames(), "SAR", "shop").read(["دلة", "السعودية", "أحمر"])
    assert read.product.specs == [
        {
            "ar": "بلد المنشأ",
            "en": "بلد المنشأ",
            "value_ar": "السعودية",
            "value_en": "السعودية",
        }
    ]
    assert plan.ignored == ("لون",)


def test_a_refusal_names_the_column(reader):
    using = reader(("name_ar", "price", "stock"))
    for cells, field in (
        (["دلة", "x", "1"], "price"),
        (["دلة", "5", "x"], "stock"),
        (["", "5", "1"], "name_ar"),
    ):
        with pytest.raises(RowRefused) as refused:
            using.read(cells)
        assert refused.value.field == field


def test_rows_of_their_own_seller_keep_their_source(reader):
    header = ("المصدر", "رقم المنتج", "الاسم")
    using = reader(header, is_own=True)
    product = using.read(["souq", "1", "دلة"]).product
    assert (product.source, product.source_key) == ("shop", "souq:1")
