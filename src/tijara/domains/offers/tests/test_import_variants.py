"""What is promised of products with variants through the hub: grouped, taken in, undone, again."""

import pytest

from tijara.domains.offers.actions import advance_imports, import_catalogue, start_import
from tijara.domains.offers.queries import rejected_rows, seller_offers
from tijara.domains.offers.shapes import ImportState

from .wizard import Wizard, ask, assert_proved, shown

pytestmark = pytest.mark.django_db
CHUNKS = import_catalogue.__wrapped__.__globals__
SHOPIFY = """\
Handle,Title,Vendor,Type,Option1 Name,Option1 Value,Option2 Name,Option2 Value,Variant SKU,\
Variant Inventory Qty,Variant Price,Variant Barcode,Image Src
dallah,دلة نحاسية,النحّاس,دلال,اللون,ذهبي,الحجم,صغير,D-GS,4,300,,https://example.com/1.jpg
dallah,,,,,ذهبي,,كبير,D-GL,2,350,6281000000017,
dallah,,,,,فضي,,صغير,D-SS,7,280,,
dallah,,,,,,,,,,,,https://example.com/2.jpg
lamp,فانوس,النحّاس,فوانيس,Title,Default Title,,,F1,9,120,,
"""
WOO = """\
ID,Type,SKU,Name,Published,Stock,Sale price,Regular price,Categories,Parent,Attribute 1 name,\
Attribute 1 value(s),Attribute 2 name,Attribute 2 value(s)
71,variation,,عباية - S,1,3,,180,,ABY,المقاس,S,,
70,variable,ABY,عباية,1,,,,ملابس > عبايات,,المقاس,"S, M",,
72,variation,ABY-M,عباية - M,1,5,150,180,,id:70,المقاس,M,,
73,simple,CAP,قبعة,1,8,,40,ملابس,,,,,
"""
PARENTS = """\
رقم المنتج,رقم المنتج الأب,الاسم,اللون,المقاس,السعر,الكمية
1,T,ثوب أبيض S,أبيض,S,90,3
2,,كوب,,,20,5
3,T,ثوب أبيض M,أبيض,M,95,4
"""


def offered(seller):
    """(name, label): price, stock and SKU of what stands on the shelf."""
    return {
        (row.name_ar, row.label_ar): (row.price.minor, row.on_hand, row.sku)
        for row in seller_offers(seller, size=100).items
        if row.is_active and is_on_sale(row.variant_id)
    }


def variants():
    return ask("SELECT count(*) FROM catalogue_variant")[0]


def products():
    return ask("SELECT count(*) FROM catalogue_product")[0]


def is_on_sale(variant_id):
    return ask("SELECT is_active FROM catalogue_variant WHERE id = %s", variant_id) == [True]


def is_sold(key):
    return ask("SELECT is_active FROM catalogue_variant WHERE source_key = %s", key) == [True]


def told(wizard):
    run = wizard.run
    return run.created, run.updated, run.unchanged, run.rejected, run.passed


def faults(wizard):
    return [(row.line, row.fault) for row in rejected_rows(wizard.seller_id, wizard.run_id)]


def test_a_shopify_file(seller):
    wizard = Wizard(seller, SHOPIFY)
    (family,) = wizard.preview.families
    assert family.name == "دلة نحاسية"
    assert family.variants == ("ذهبي / صغير", "ذهبي / كبير", "فضي / صغير")
    wizard.take_in()
    assert told(wizard) == (4, 0, 0, 0, 1)
    assert shown() == ["دلة نحاسية", "فانوس"]
    assert offered(seller) == {
        ("دلة نحاسية", "ذهبي، صغير"): (30000, 4, "D-GS"),
        ("دلة نحاسية", "ذهبي، كبير"): (35000, 2, "D-GL"),
        ("دلة نحاسية", "فضّي، صغير"): (28000, 7, "D-SS"),
        ("فانوس", ""): (12000, 9, "F1"),
    }
    assert ask("SELECT gtin FROM catalogue_variant WHERE sku = 'D-GL'") == ["6281000000017"]
    assert_proved()


def test_a_woocommerce_file_whose_parent_follows(seller):
    wizard = Wizard(seller, WOO).take_in()
    assert told(wizard) == (3, 0, 0, 0, 1)
    assert offered(seller) == {
        ("عباية", "S"): (18000, 3, ""),
        ("عباية", "M"): (15000, 5, "ABY-M"),
        ("قبعة", ""): (4000, 8, "CAP"),
    }
    keys = "SELECT source_key FROM catalogue_variant WHERE source_key <> '' ORDER BY position"
    assert ask(keys) == ["71", "72"]


def test_a_file_with_a_column_of_the_parent(seller):
    wizard = Wizard(seller, PARENTS)
    assert wizard.fields()[1:5] == ["parent", "name", "option_1", "option_2"]
    assert [(each.name, len(each.variants)) for each in wizard.preview.families] == [("ثوب", 2)]
    wizard.take_in()
    assert set(offered(seller)) == {("ثوب", "أبيض، S"), ("ثوب", "أبيض، M"), ("كوب", "")}


def test_columns_of_any_name_can_be_told_and_are_remembered(seller):
    content = "الاسم,السعر,مجموعة,درجة\nسجاد أ,90,T,أ\nسجاد ب,80,T,ب\n"
    columns = {"مجموعة": "parent", "درجة": "option_1", "الاسم": "name", "السعر": "price"}
    Wizard(seller, content).take_in(columns=columns)
    assert set(offered(seller)) == {("سجاد", "أ"), ("سجاد", "ب")}
    again = Wizard(seller, content)
    assert again.fields() == ["name", "price", "parent", "option_1"]
    assert len(again.preview.families) == 1


@pytest.mark.parametrize("content", [SHOPIFY, WOO, PARENTS])
def test_again_changes_nothing(seller, content):
    Wizard(seller, content).take_in()
    before, count = offered(seller), variants()
    wizard = Wizard(seller, content).take_in()
    assert wizard.run.unchanged == len(before) and wizard.run.created == 0
    assert (offered(seller), variants()) == (before, count)


def test_one_more_variant_comes_to_the_product_and_goes_with_its_import(seller):
    Wizard(seller, PARENTS).take_in()
    more = PARENTS.replace("1,T,ثوب أبيض S,أبيض,S,90", "9,T,ثوب كحلي L,كحلي,L,99")
    second = Wizard(seller, more).take_in()
    assert told(second) == (1, 0, 2, 0, 0)
    assert set(offered(seller)) == {
        ("ثوب", "أبيض، S"),
        ("ثوب", "أبيض، M"),
        ("ثوب", "كحلي، L"),
        ("كوب", ""),
    }
    second.undo()
    assert ("ثوب", "كحلي، L") not in offered(seller) and len(offered(seller)) == 3
    assert not is_sold("9")
    third = Wizard(seller, more).take_in()
    assert third.run.created == 1 and len(offered(seller)) == 4
    assert is_sold("9")
    third.undo()
    assert not is_sold("9") and "ثوب" in shown()
    assert_proved()


def test_undoing_takes_the_whole_product_back_and_again_brings_a_part(seller):
    wizard = Wizard(seller, SHOPIFY).take_in().undo()
    assert wizard.run.state is ImportState.UNDONE
    assert not shown() and not offered(seller)
    some = "\n".join(line for line in SHOPIFY.splitlines() if "D-GL" not in line)
    Wizard(seller, some).take_in()
    assert len(offered(seller)) == 3 and shown() == ["دلة نحاسية", "فانوس"]
    Wizard(seller, SHOPIFY).take_in()
    assert offered(seller)["دلة نحاسية", "ذهبي، كبير"] == (35000, 2, "D-GL")
    assert_proved()


def test_a_product_that_got_variants_is_plain_again_when_that_is_undone(seller):
    head, *rows = SHOPIFY.splitlines()
    plain = rows[0].replace("اللون,ذهبي,الحجم,صغير", "Title,Default Title,,").replace("D-GS", "D")
    Wizard(seller, f"{head}\n{plain}").take_in()
    assert set(offered(seller)) == {("دلة نحاسية", "")}
    wizard = Wizard(seller, SHOPIFY).take_in()
    assert wizard.run.created == 4 and ("دلة نحاسية", "ذهبي، كبير") in offered(seller)
    wizard.undo()
    assert offered(seller) == {("دلة نحاسية", ""): (30000, 4, "D")}
    Wizard(seller, SHOPIFY).take_in()
    assert ("دلة نحاسية", "ذهبي، كبير") in offered(seller)
    assert_proved()


def test_a_row_left_out_can_be_brought_alone(seller):
    broken = SHOPIFY.replace(",280,,", ",?,,")
    wizard = Wizard(seller, broken).take_in()
    assert faults(wizard) == [(4, "price_unreadable")] and len(offered(seller)) == 3
    head, *rows = SHOPIFY.splitlines()
    Wizard(seller, "\n".join([head, rows[2]])).take_in()
    assert len(offered(seller)) == 4 and products() == 2


def test_a_product_that_fails_costs_each_row_its_reason(seller):
    broken = SHOPIFY.replace("دلة نحاسية", "=دلة")
    wizard = Wizard(seller, broken).take_in()
    others = [(line, "head_refused") for line in (3, 4, 5)]
    assert faults(wizard) == [(2, "looks_like_formula"), *others]
    assert told(wizard) == (1, 0, 0, 4, 0)
    orphans = "\n".join(line for line in WOO.splitlines() if "variable" not in line)
    wizard = Wizard(seller, orphans).take_in()
    assert faults(wizard) == [(2, "head_missing"), (3, "head_missing")]


def test_too_many_variants_cost_the_product_and_its_own_row(seller):
    head, *_ = WOO.splitlines()
    lines = [head, "70,variable,ABY,عباية,1,,,,,,المقاس,,,"]
    lines += [f"{n},variation,,عباية,1,3,,180,,ABY,المقاس,قياس {n},," for n in range(100, 161)]
    wizard = Wizard(seller, "\n".join([*lines, "73,simple,CAP,قبعة,1,8,,40,,,,,,"])).take_in()
    assert {fault for _, fault in faults(wizard)} == {"too_many_variants"}
    assert told(wizard) == (1, 0, 0, 62, 0) and set(offered(seller)) == {("قبعة", "")}


def test_a_product_is_never_parted_and_an_import_goes_on_behind_it(seller, monkeypatch):
    """Six products of five rows, their rows mixed: nothing is lost or doubled wherever it stops."""
    rows = [f"{n}{s},P{n},ثوب {n},{s},50,2" for s in "ABCDE" for n in range(6)]
    content = "\n".join(["رقم المنتج,رقم المنتج الأب,الاسم,المقاس,السعر,الكمية", *rows])
    monkeypatch.setitem(CHUNKS, "CHUNK", 7)
    take, calls = CHUNKS["take_rows"], []
    wizard = Wizard(seller, content).check()

    def breaks_now_and_then(**given):
        calls.append({row.product.source_key for row in given["rows"]})
        if len(calls) % 2:
            raise RuntimeError("the plug was pulled")
        return take(**given)

    monkeypatch.setitem(CHUNKS, "take_rows", breaks_now_and_then)
    monkeypatch.setitem(advance_imports.__wrapped__.__globals__, "MOST_TRIES", 99)
    wizard.do(start_import)
    for _ in range(12):
        wizard.work()
    assert (wizard.run.state, wizard.run.created) == (ImportState.DONE, 30)
    assert (products(), variants()) == (6, 30)
    assert {row[1] for row in offered(seller).values()} == {2}
    assert_proved()
