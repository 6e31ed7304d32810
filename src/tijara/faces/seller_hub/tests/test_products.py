"""Products at their seller's desk: brought, described, priced, pictured, published."""

import html
import re
from uuid import UUID

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from tijara.domains.catalogue.actions import (
    arrange_options,
    define_attribute,
    make_pictures,
    publish_product,
)
from tijara.domains.catalogue.queries import (
    category,
    edited_product,
    find_products,
    forget_categories,
)
from tijara.domains.catalogue.shapes import AttributeDraft, Choice, Option, OptionValue
from tijara.domains.catalogue.testing import make_product
from tijara.domains.offers.queries import offers_of_product, own_offers
from tijara.kit.actor import SYSTEM
from tijara.kit.ids import new_id
from tijara.platform.pictures.tests.samples import picture

pytestmark = pytest.mark.django_db
HOSTILE = "<script>alert(1)</script>\"'><b>"
DALLAHS = "coffee-and-hosting/dallahs"


@pytest.fixture(autouse=True)
def tree(settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path
    make_product()
    forget_categories()


def details(**told):
    return {
        "name_ar": "شال صوف",
        "category": str(category(DALLAHS).id),
        "kind": "physical",
    } | told


def bring(shop, **told):
    answer = shop.post("/hub/products/new", product_id=str(new_id()), **details(**told))
    assert answer.status_code == 303, answer.content.decode()
    return re.search(r"/hub/products/([0-9a-f-]{36})/terms", answer["Location"])[1]


def fields_of(shown):
    """What a browser would send of a page's last form, as it stands."""
    form = shown[shown.rindex("<form method") :]
    found = {}
    for tag in re.findall(r"<input [^>]*>", form):
        name = re.search(r' name="([^"]*)"', tag)
        value = re.search(r' value="([^"]*)"', tag)
        if name and 'type="file"' not in tag and ("checkbox" not in tag or " checked" in tag):
            found[name[1]] = html.unescape(value[1]) if value else "on"
    return found


def ids_of(product_id):
    return [one.details.id for one in edited_product(product_id).active]


def test_a_product_is_brought_described_priced_and_published(shop):
    assert "أضف أول منتجاتك" in shop.read("/hub/products")
    product_id = bring(shop, name_en="Wool shawl", brand="دار الصوف")
    assert "مسودّة" in shop.read("/hub/products")
    base = f"/hub/products/{product_id}"
    answer = shop.post(
        f"{base}/options", version="1", name_ar_0="اللون", values_0="أحمر\nرملي | Sand | | #d9c29a"
    )
    assert answer.status_code == 303
    one = edited_product(product_id).options[0]
    assert (one.name_en, one.name_fr) == ("Colour", "Couleur")
    assert [(each.name_en, each.swatch) for each in one.values] == [
        ("Red", "#b3261e"),
        ("Sand", "#d9c29a"),
    ]
    red, sand = ids_of(product_id)
    grid = fields_of(shop.read(f"{base}/terms"))
    grid |= {f"price_{red}": "٩٩٫٥٠", f"units_{red}": "٧", f"sku_{red}": "SH-R"}
    grid |= {"all_price": "120", "all_units": "3", "handling_days": "2"}
    assert shop.post(f"{base}/terms", **grid).status_code == 303
    rows = {row.variant_id: row for row in own_offers(shop.seller_id, product_id)}
    assert (rows[red].price.minor, rows[red].on_hand, rows[red].sku) == (9950, 7, "SH-R")
    assert (rows[sand].price.minor, rows[sand].on_hand) == (12000, 3)
    assert rows[sand].handling_days == 2
    assert shop.post(f"{base}/publication", published="yes").status_code == 303
    assert offers_of_product(product_id)[0].can_be_bought
    assert "منشور" in shop.read("/hub/products?show=published")
    shop.post(f"{base}/publication", published="no")
    assert not offers_of_product(product_id)[0].can_be_bought


def test_the_grid_sent_twice_or_as_it_stands_changes_nothing(shop):
    product_id = bring(shop)
    base, one = f"/hub/products/{product_id}/terms", ids_of(product_id)[0]
    grid = fields_of(shop.read(base)) | {f"price_{one}": "10", f"units_{one}": "4"}
    for _ in range(2):
        assert shop.post(base, **grid).status_code == 303
    version = own_offers(shop.seller_id, product_id)[0].version
    assert shop.post(base, **fields_of(shop.read(base))).status_code == 303
    row = own_offers(shop.seller_id, product_id)[0]
    assert (row.on_hand, row.version) == (4, version)


def test_a_product_without_a_price_is_published_and_its_seller_sent_to_write_one(shop):
    product_id = bring(shop)
    answer = shop.post(f"/hub/products/{product_id}/publication", published="yes")
    assert answer["Location"] == f"/hub/products/{product_id}/terms"
    assert "حين تكتب سعره" in shop.read(answer["Location"])


def test_what_the_market_took_off_can_not_be_published_again(shop):
    product_id = bring(shop)
    base = f"/hub/products/{product_id}"
    shop.post(f"{base}/publication", published="yes")
    publish_product(actor=SYSTEM, seller_id=None, product_id=product_id, is_published=False)
    for path, words in ((base, "أخفت إدارة السوق"), (f"/en{base}", "The market took this product")):
        shown = shop.read(path)
        assert words in shown and 'name="published"' not in shown
    answer = shop.post(f"{base}/publication", published="yes")
    assert answer["Location"] == base and not edited_product(product_id).is_published


def test_variants_are_told_apart_in_the_list_of_stock(shop):
    product_id = bring(shop)
    base = f"/hub/products/{product_id}"
    shop.post(f"{base}/options", version="1", name_ar_0="المقاس", values_0="صغير\nكبير")
    grid = fields_of(shop.read(f"{base}/terms")) | {"all_price": "10", "all_units": "1"}
    shop.post(f"{base}/terms", **grid)
    for page in ("/hub/stock", "/hub/"):
        shown = shop.read(page)
        assert "<bdi>صغير</bdi>" in shown and "<bdi>كبير</bdi>" in shown


def test_ones_own_product_is_edited_and_not_sold_twice(shop):
    product_id = bring(shop)
    base = f"/hub/products/{product_id}"
    grid = fields_of(shop.read(f"{base}/terms"))
    one = ids_of(product_id)[0]
    shop.post(f"{base}/terms", **(grid | {f"price_{one}": "10", f"units_{one}": "1"}))
    shop.post(f"{base}/publication", published="yes")
    found = shop.read("/hub/products/new?q=شال")
    assert "عدّله" in found and f"{product_id}/terms" not in found


def test_a_variant_without_a_price_or_a_tick_is_not_sold(shop):
    product_id = bring(shop)
    base = f"/hub/products/{product_id}"
    shop.post(f"{base}/options", version="1", name_ar_0="المقاس", values_0="S\nM\nL")
    small, medium, large = ids_of(product_id)
    grid = fields_of(shop.read(f"{base}/terms")) | {"all_price": "10", "all_units": "1"}
    shop.post(f"{base}/terms", **grid)
    grid = fields_of(shop.read(f"{base}/terms")) | {f"price_{small}": ""}
    del grid[f"sold_{large}"]
    assert shop.post(f"{base}/terms", **grid).status_code == 303
    shop.post(f"{base}/publication", published="yes")
    offers = offers_of_product(product_id)
    assert {card.variant_id: card.can_be_bought for card in offers} == {
        small: False,
        medium: True,
        large: False,
    }
    assert ids_of(product_id) == [small, medium]
    grid = fields_of(shop.read(f"{base}/terms")) | {f"sold_{large}": "on", f"price_{large}": "11"}
    assert shop.post(f"{base}/terms", **grid).status_code == 303
    assert ids_of(product_id) == [small, medium, large]


@pytest.mark.parametrize(
    ("what", "typed"),
    [
        ("price", "كثير"),
        ("price", "0"),
        ("price", "49,50"),
        ("was", "1"),
        ("units", "-1"),
        ("units", "9" * 12),
        ("gtin", "6281007030138"),
        ("weight", "ثقيل"),
        ("weight", "0"),
        ("measures", "30×20"),
        ("sku", HOSTILE * 4),
    ],
)
def test_what_can_not_be_is_told_beside_its_field_and_nothing_is_lost(shop, what, typed):
    product_id = bring(shop)
    base, one = f"/hub/products/{product_id}/terms", ids_of(product_id)[0]
    typed_fields = {f"price_{one}": "25", f"units_{one}": "6", f"{what}_{one}": typed}
    answer = shop.post(base, **(fields_of(shop.read(base)) | typed_fields))
    shown = answer.content.decode()
    assert answer.status_code == 422
    assert f'id="{what}-e-{one}"' in shown and "<script>alert" not in shown
    kept = fields_of(shown)
    for name, value in typed_fields.items():
        assert kept[name] == value
    assert own_offers(shop.seller_id, product_id) == []


def test_days_that_can_not_be_are_told(shop):
    product_id = bring(shop)
    base, one = f"/hub/products/{product_id}/terms", ids_of(product_id)[0]
    grid = fields_of(shop.read(base)) | {f"price_{one}": "25", "handling_days": "غدًا"}
    answer = shop.post(base, **grid)
    assert answer.status_code == 422 and 'value="غدًا"' in answer.content.decode()


def test_what_is_in_the_market_is_found_and_sold_too(shop, open_shop):
    product_id = bring(shop, name_ar="ترمس أزرق")
    base, one = f"/hub/products/{product_id}", ids_of(product_id)[0]
    grid = fields_of(shop.read(f"{base}/terms")) | {f"gtin_{one}": "6281007030137"}
    shop.post(f"{base}/terms", **(grid | {f"price_{one}": "50", f"units_{one}": "1"}))
    other = open_shop()
    assert other.browser.get(f"{base}/terms").status_code == 404
    shop.post(f"{base}/publication", published="yes")
    for text in ("6281007030137", "٦٢٨١٠٠٧٠٣٠١٣٧", "ترمس"):
        assert f"/hub/products/{product_id}/terms" in other.read(f"/hub/products/new?q={text}")
    shown = other.read(f"{base}/terms")
    assert "gtin_" not in shown
    used = fields_of(other.read(f"{base}/terms?condition=used"))
    used |= {f"price_{one}": "20", f"units_{one}": "1"}
    assert other.post(f"{base}/terms?condition=used", **used).status_code == 303
    grid = fields_of(shown) | {f"price_{one}": "45", f"units_{one}": "2"}
    assert other.post(f"{base}/terms", **grid).status_code == 303
    offers = offers_of_product(product_id)
    assert [(card.price.minor, card.condition) for card in offers] == [
        (4500, "new"),
        (5000, "new"),
        (2000, "used"),
    ]
    assert edited_product(product_id).active[0].details.gtin == "6281007030137"


def test_other_stores_see_and_change_nothing_of_a_product(shop, open_shop):
    base = f"/hub/products/{bring(shop)}"
    other = open_shop()
    for part in ("", "/options", "/terms", "/pictures"):
        assert other.browser.get(base + part).status_code == 404
        assert other.post(base + part, **details()).status_code == 404
    assert other.post(f"{base}/publication", published="yes").status_code == 404
    assert "شال صوف" not in other.read("/hub/products")


def test_faults_of_the_details_stand_beside_their_fields_and_the_words_stay(shop):
    define_attribute(
        actor=SYSTEM,
        attribute_id=(material := new_id()),
        draft=AttributeDraft(
            category(DALLAHS).id,
            "الخامة",
            "choice",
            choices=(Choice("", "نحاس", "Brass"),),
            is_required=True,
        ),
    )
    count = len(find_products(brought_by=shop.seller_id).items)
    answer = shop.post(
        "/hub/products/new",
        product_id=str(new_id()),
        **details(name_ar="", name_en="", about_ar=HOSTILE, brand=HOSTILE),
    )
    shown = answer.content.decode()
    assert answer.status_code == 422 and "<script>alert" not in shown
    assert html.escape(HOSTILE) in shown and f'id="f-attribute_{material}-error"' in shown
    assert len(find_products(brought_by=shop.seller_id).items) == count
    product_id = bring(shop, **{f"attribute_{material}": "brass"})
    base = f"/hub/products/{product_id}"
    changed = details(name_ar="شال قطن", version="1", **{f"attribute_{material}": "brass"})
    assert shop.post(base, **changed).status_code == 303
    late = shop.post(base, **(changed | {"name_ar": "متأخر"}))
    assert late.status_code == 422 and 'value="متأخر"' in late.content.decode()
    assert edited_product(product_id).name_ar == "شال قطن"


def test_a_new_product_sent_twice_is_one(shop):
    product_id = str(new_id())
    for _ in range(2):
        shop.post("/hub/products/new", product_id=product_id, **details())
    assert len(find_products(brought_by=shop.seller_id).items) == 1


def test_options_that_can_not_be_are_told_and_stay_typed(shop):
    base = f"/hub/products/{bring(shop)}/options"
    lines = "\n".join(str(number) for number in range(15))
    typed = {"version": "1"}
    for slot in range(3):
        typed |= {f"name_ar_{slot}": f"خيار {slot}", f"values_{slot}": lines}
    answer = shop.post(base, **typed)
    assert answer.status_code == 422 and "200 نوع" in answer.content.decode()
    assert lines in answer.content.decode()


def test_pictures_are_sent_told_apart_and_taken_away(shop):
    product_id = bring(shop)
    base = f"/hub/products/{product_id}/pictures"
    files = [
        SimpleUploadedFile("a.png", picture("PNG", (400, 500)), "image/png"),
        SimpleUploadedFile("b.html", b"<script>alert(1)</script>", "image/png"),
        SimpleUploadedFile("<b>c.png", picture("PNG", (40, 50)), "image/png"),
    ]
    answer = shop.browser.post(base, {"pictures": files})
    shown = answer.content.decode()
    assert answer.status_code == 422 and "b.html" in shown and "&lt;b&gt;c.png" in shown
    assert "نجهّزها" in shown and len(edited_product(product_id).pictures) == 1
    shop.browser.post(base, {"pictures": [SimpleUploadedFile("d", picture("JPEG"), "text/plain")]})
    make_pictures(actor=SYSTEM)
    first, second = edited_product(product_id).pictures
    assert "/media/" in shop.read(base)
    shop.post(
        base,
        picture=[str(first.id), str(second.id)],
        **{f"place_{first.id}": "2", f"place_{second.id}": "1", f"alt_ar_{second.id}": HOSTILE},
    )
    edited = edited_product(product_id)
    assert [each.id for each in edited.pictures] == [second.id, first.id]
    assert edited.picture == second.name and "<script>alert" not in shop.read(base)
    shop.post(base, remove=str(second.id))
    assert edited_product(product_id).picture == first.name


def test_two_hundred_variants_fit_one_form(shop):
    product_id = bring(shop)
    arrange_options(
        actor=SYSTEM,
        seller_id=None,
        product_id=product_id,
        version=1,
        options=[
            Option("", "أ", "", "", tuple(OptionValue("", str(n)) for n in range(50))),
            Option("", "ب", "", "", tuple(OptionValue("", each) for each in "wxyz")),
        ],
    )
    base = f"/hub/products/{product_id}/terms"
    grid = fields_of(shop.read(base)) | {"all_price": "9999999.99", "all_units": "1"}
    assert shop.post(base, **grid).status_code == 303
    rows = own_offers(shop.seller_id, product_id)
    assert len(rows) == 200 and {row.price.minor for row in rows} == {999_999_999}


def test_what_is_wrong_for_all_is_said_once_and_can_be_written_anew(shop):
    product_id = bring(shop)
    base = f"/hub/products/{product_id}"
    shop.post(f"{base}/options", version="1", name_ar_0="المقاس", values_0="S\nM\nL")
    small, *others = ids_of(product_id)
    grid = fields_of(shop.read(f"{base}/terms")) | {f"price_{small}": "7", "all_units": "2"}
    answer = shop.post(f"{base}/terms", **(grid | {"all_price": "عشرة"}))
    assert answer.status_code == 422 and answer.content.decode().count("اكتب مبلغًا") == 1
    again = fields_of(answer.content.decode())
    assert (again["all_price"], again[f"price_{small}"]) == ("عشرة", "7")
    assert all(again[f"price_{one}"] == "" and again[f"units_{one}"] == "2" for one in others)
    assert shop.post(f"{base}/terms", **(again | {"all_price": "10"})).status_code == 303
    asked = {row.variant_id: row.price.minor for row in own_offers(shop.seller_id, product_id)}
    assert asked == {small: 700} | dict.fromkeys(others, 1000)


@pytest.mark.parametrize("name", [HOSTILE, "ش", "و" * 300, "ثوب 服 नमस्ते Тоб"])
def test_odd_names_break_no_page(shop, name):
    product_id = bring(shop, name_ar=name, name_en=name, name_fr=name, about_ar=name)
    publish_product(actor=SYSTEM, seller_id=None, product_id=product_id, is_published=True)
    base = f"/hub/products/{product_id}"
    for path in ("/hub/products", base, f"{base}/options", f"{base}/terms", f"{base}/pictures"):
        for prefix in ("", "/en"):
            shown = shop.read(prefix + path)
            assert "<script>alert" not in shown and html.escape(name) in shown


class TestDraft:
    def test_it_says_what_buyers_would_miss(self, shop):
        product = bring(shop)
        shown = shop.read(f"/hub/products/{product}")
        for to_do in ("ضع السعر", "اكتب كم لديك", "أضف صورة"):
            assert to_do in shown
        assert 'class="btn" name="published"' in shown, "it can be published, and is not urged"

    def test_what_is_published_is_not_asked_again(self, shop):
        product = bring(shop)
        publish_product(
            actor=SYSTEM, seller_id=shop.seller_id, product_id=UUID(product), is_published=True
        )
        assert "قبل أن يراه المشترون" not in shop.read(f"/hub/products/{product}")

    def test_other_languages_are_folded_until_something_is_written_there(self, shop):
        product = bring(shop)
        folded = shop.read(f"/hub/products/{product}").split('name="name_en"')[0]
        assert '<details class="more">' in folded[folded.rindex("<details") :]
        named = bring(shop, name_en="Wool shawl")
        opened = shop.read(f"/hub/products/{named}").split('name="name_en"')[0]
        assert '<details class="more" open>' in opened[opened.rindex("<details") :]
