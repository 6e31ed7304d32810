"""What is promised of products that are written by hand."""

import pytest

from tijara.domains.catalogue.actions import (
    BrandUnknown,
    OptionsInvalid,
    ProductBarred,
    ProductChangedMeanwhile,
    ProductInvalid,
    ProductNotReady,
    ProductUnknown,
    VariantsInvalid,
    arrange_options,
    define_attribute,
    describe_variants,
    import_products,
    merge_brands,
    publish_product,
    publish_products,
    save_product,
)
from tijara.domains.catalogue.models import Brand, Product, Variant
from tijara.domains.catalogue.queries import (
    brands,
    categories,
    edited_product,
    find_products,
    forget_categories,
    product_page,
    products_with_gtin,
    variant_names,
)
from tijara.domains.catalogue.shapes import (
    AttributeDraft,
    Option,
    OptionValue,
    ProductDraft,
    ProductSheet,
    VariantDetails,
)
from tijara.domains.catalogue.testing import make_product
from tijara.kit.actor import SYSTEM, Actor, ActorKind
from tijara.kit.ids import new_id
from tijara.kit.powers import BUYER_POWERS, SELLER_POWERS, STAFF_POWERS
from tijara.platform.action import NotAllowed

pytestmark = pytest.mark.django_db
SELLER, OTHER = new_id(), new_id()
STAFF = Actor(ActorKind.STAFF, new_id(), powers=STAFF_POWERS)
SIZES = Option("", "المقاس", "Size", "Taille", tuple(OptionValue("", each) for each in "SML"))
COLOURS = Option(
    "",
    "اللون",
    "Colour",
    "Couleur",
    (
        OptionValue("", "أحمر", "Red", "Rouge", "#aa2222"),
        OptionValue("", "أزرق", "Blue", "Bleu", "#2244aa"),
    ),
)
GTIN = "6281007030137"


@pytest.fixture(autouse=True)
def home():
    make_product()
    forget_categories()


def seller(seller_id=SELLER):
    return Actor(ActorKind.SELLER, new_id(), seller_id, SELLER_POWERS)


def sheet(name_ar="شال", **told):
    return ProductSheet(name_ar, **({"category_id": categories()[-1].id} | told))


def bring(seller_id=SELLER, **told):
    product_id = new_id()
    save_product(
        actor=seller(seller_id),
        seller_id=seller_id,
        product_id=product_id,
        sheet=sheet(**told),
        version=0,
    )
    return product_id


def options_of(product_id, *options, version=None):
    return arrange_options(
        actor=seller(),
        seller_id=SELLER,
        product_id=product_id,
        options=options,
        version=version or edited_product(product_id).version,
    )


def describe(product_id, *variants):
    describe_variants(actor=seller(), seller_id=SELLER, product_id=product_id, variants=variants)


def publish(product_id, is_published=True):
    publish_product(
        actor=seller(), seller_id=SELLER, product_id=product_id, is_published=is_published
    )


def active(product_id):
    return [each.label_en for each in edited_product(product_id).active]


def test_a_new_product_waits_for_its_publication_and_is_made_once():
    product_id = bring(name_en="Shawl", name_fr="Châle", brand="دار الصوف")
    save_product(
        actor=seller(), seller_id=SELLER, product_id=product_id, sheet=sheet("آخر"), version=0
    )
    edited = edited_product(product_id, seller_id=SELLER)
    assert (edited.name_ar, edited.name_fr, edited.sheet.brand) == ("شال", "Châle", "دار الصوف")
    assert len(edited.variants) == 1 and not edited.is_published
    assert product_page(edited.slug) is None
    publish(product_id)
    publish(product_id)
    assert product_page(edited.slug).name_fr == "Châle"
    publish(product_id, False)
    assert product_page(edited.slug) is None


def test_a_change_is_made_once_for_the_version_that_was_seen():
    product_id = bring()
    told = {"actor": seller(), "seller_id": SELLER, "product_id": product_id}
    assert save_product(**told, sheet=sheet("شال صوف"), version=1) == 2
    with pytest.raises(ProductChangedMeanwhile):
        save_product(**told, sheet=sheet("شال قطن"), version=1)
    with pytest.raises(ProductChangedMeanwhile):
        options_of(product_id, SIZES, version=1)
    assert edited_product(product_id).name_ar == "شال صوف"


def test_sellers_change_what_they_brought_and_staff_everything():
    product_id = bring()
    told = {"product_id": product_id, "sheet": sheet("غيره"), "version": 1}
    with pytest.raises(ProductUnknown):
        save_product(actor=seller(OTHER), seller_id=OTHER, **told)
    for actor in (seller(OTHER), seller()):
        with pytest.raises(NotAllowed):
            save_product(actor=actor, seller_id=None, **told)
    with pytest.raises(NotAllowed):
        save_product(actor=Actor(ActorKind.BUYER, powers=BUYER_POWERS), seller_id=None, **told)
    assert edited_product(product_id, seller_id=OTHER) is None
    assert save_product(actor=STAFF, seller_id=None, **told) == 2


def test_a_seller_cannot_take_over_a_products_id():
    product_id = bring()
    with pytest.raises(ProductUnknown):
        save_product(
            actor=seller(OTHER), seller_id=OTHER, product_id=product_id, sheet=sheet(), version=0
        )


def test_a_sellers_import_changes_nothing_of_what_another_brought():
    def draft(seller_id, name):
        return ProductDraft("shop", "1", name, "", ("أ",), (), brought_by=seller_id)

    first = import_products(actor=SYSTEM, drafts=[draft(SELLER, "الأول")])[0]
    second = import_products(actor=SYSTEM, drafts=[draft(OTHER, "الآخر")])[0]
    assert first.product_id == second.product_id and not second.is_changed
    assert edited_product(first.product_id).name_ar == "الأول"
    assert import_products(actor=SYSTEM, drafts=[draft(SELLER, "المحدّث")])[0].is_changed


@pytest.mark.parametrize(
    ("told", "field", "fault"),
    [
        ({"name_ar": " \u200f "}, "name_ar", "required"),
        ({"name_ar": "ش" * 301}, "name_ar", "too_long"),
        ({"about_en": "x" * 8001}, "about_en", "too_long"),
        ({"category_id": None}, "category", "required"),
        ({"category_id": new_id()}, "category", "required"),
        ({"kind": "spiritual"}, "kind", "unknown"),
        ({"brand": "b" * 121}, "brand", "too_long"),
    ],
)
def test_faults_are_named_beside_their_fields_and_nothing_is_made(told, field, fault):
    before = Product.objects.count()
    with pytest.raises(ProductInvalid) as refused:
        bring(**told)
    assert refused.value.fields == {field: fault}
    assert Product.objects.count() == before


@pytest.mark.parametrize(
    "name",
    [
        "<script>alert(1)</script>",
        '"><img src=x onerror=alert(1)>',
        "ش",
        "ش" * 300,
        "ثوب 服 नमस्ते Тоб 👘",
        "'; DROP TABLE catalogue_product; --",
        "100% قطن_أصلي \\ \\u0000",
    ],
)
def test_odd_names_are_kept_as_they_are_and_found_again(name):
    product_id = bring(name_ar=name, name_en=name, about_ar=name, brand=name[:120])
    edited = edited_product(product_id)
    assert edited.name_ar == name and edited.sheet.about_en == ""
    assert edited.slug and "/" not in edited.slug and "<" not in edited.slug
    assert product_id in [row.id for row in find_products(text=name).items]


def test_a_lone_english_name_serves_both():
    assert edited_product(bring(name_ar="", name_en="Shawl")).name_ar == "Shawl"


def test_a_brand_is_found_by_either_of_its_names():
    Brand.objects.create(key="dar", name_ar="دار الصوف", name_en="Dar")
    for name in ("DAR", "دار الصوف", "دارُ الصوف"):
        assert edited_product(bring(brand=name)).sheet.brand == "دار الصوف"
    assert Brand.objects.count() == 1


def test_every_combination_becomes_a_variant_and_lost_ones_are_retired():
    product_id = bring()
    options_of(product_id, COLOURS, SIZES)
    assert len(active(product_id)) == 6 and active(product_id)[0] == "Red, S"
    assert Variant.objects.filter(product_id=product_id).count() == 7
    edited = edited_product(product_id)
    kept = edited.active[0].details.id
    describe(product_id, VariantDetails(edited.active[1].details.id, is_active=False))
    fewer = Option(*list_of(edited.options[1])[:4], edited.options[1].values[:2])
    options_of(product_id, edited.options[0], fewer)
    assert active(product_id) == ["Red, S", "Blue, S", "Blue, M"]
    assert edited_product(product_id).active[0].details.id == kept
    options_of(product_id)
    assert len(active(product_id)) == 1
    options_of(product_id, *edited.options)
    assert len(active(product_id)) == 6, "what comes back is sold again"
    assert Variant.objects.filter(product_id=product_id).count() == 7


def list_of(option):
    return [option.key, option.name_ar, option.name_en, option.name_fr]


def test_two_hundred_variants_are_the_most_and_a_page_of_them_is_one_statement(
    django_assert_num_queries, django_assert_max_num_queries
):
    product_id = bring()
    many = Option("", "أ", "", "", tuple(OptionValue("", str(n)) for n in range(50)))
    four = Option("", "ب", "", "", tuple(OptionValue("", each) for each in "wxyz"))
    five = Option("", "ب", "", "", tuple(OptionValue("", each) for each in "vwxyz"))
    with pytest.raises(OptionsInvalid) as refused:
        options_of(product_id, many, five)
    assert refused.value.fields == {"options": "too_many_variants"}
    options_of(product_id, many, four)
    publish(product_id)
    slug = edited_product(product_id).slug
    with django_assert_num_queries(1):
        page = product_page(slug)
    assert len(page.variants) == 200 and len(page.options) == 2
    ids = [variant.id for variant in page.variants]
    with django_assert_max_num_queries(14):
        describe(product_id, *(VariantDetails(id, sku=f"S-{n}") for n, id in enumerate(ids)))


def test_variants_carry_codes_weights_and_labels():
    product_id = bring()
    options_of(product_id, SIZES)
    one, two, _ = (each.details.id for each in edited_product(product_id).active)
    describe(product_id, VariantDetails(one, "A-1", "628 1007030137", 250, 10, 20, 30))
    details = edited_product(product_id).active[0].details
    assert details == VariantDetails(one, "A-1", GTIN, 250, 10, 20, 30)
    names = variant_names([one])[one]
    assert (names.label_fr, names.kind, names.weight_grams) == ("S", "physical", 250)
    publish(product_id)
    assert [row.id for row in products_with_gtin(GTIN)] == [product_id]
    assert products_with_gtin("1234") == []
    for wrong, field in (
        (VariantDetails(two, gtin="123"), f"gtin_{two}"),
        (VariantDetails(two, sku="x" * 81), f"sku_{two}"),
        (VariantDetails(two, weight_grams=0), f"weight_grams_{two}"),
        (VariantDetails(two, height_mm=10**9), f"height_mm_{two}"),
    ):
        with pytest.raises(VariantsInvalid) as refused:
            describe(product_id, wrong)
        assert list(refused.value.fields) == [field]


def test_a_barcode_belongs_to_one_product():
    first, second = bring(), bring()
    one, two = (edited_product(each).variants[0].details.id for each in (first, second))
    describe(first, VariantDetails(one, gtin=GTIN))
    with pytest.raises(VariantsInvalid) as refused:
        describe(second, VariantDetails(two, gtin=GTIN))
    assert refused.value.fields == {f"gtin_{two}": "gtin_taken"}
    assert refused.value.facts["taken"] == edited_product(first).slug
    options_of(second, SIZES)
    a, b, _ = (each.details.id for each in edited_product(second).active)
    with pytest.raises(VariantsInvalid):
        describe(second, VariantDetails(a, gtin="96385074"), VariantDetails(b, gtin="96385074"))


def test_what_staff_took_off_the_market_its_seller_and_imports_do_not_show_again():
    product_id = bring()
    publish(product_id)
    by_staff = {"actor": STAFF, "seller_id": None, "product_id": product_id}
    publish_product(**by_staff, is_published=False)
    with pytest.raises(ProductBarred):
        publish(product_id)
    publish(product_id, False)
    publish_products(actor=SYSTEM, product_ids=[product_id], is_published=True)
    edited = edited_product(product_id)
    assert edited.is_barred and not edited.is_published
    publish_product(**by_staff, is_published=True)
    publish(product_id, False)
    assert not edited_product(product_id).is_barred
    publish(product_id)
    assert edited_product(product_id).is_published


def test_staff_bar_even_what_its_seller_has_just_hidden():
    product_id = bring()
    publish_product(actor=STAFF, seller_id=None, product_id=product_id, is_published=False)
    with pytest.raises(ProductBarred):
        publish(product_id)


def test_what_lacks_a_required_attribute_or_a_variant_is_not_published():
    product_id = bring()
    draft = AttributeDraft(categories()[-1].id, "المادة", "text", is_required=True)
    define_attribute(actor=STAFF, attribute_id=new_id(), draft=draft)
    with pytest.raises(ProductNotReady) as refused:
        publish(product_id)
    assert refused.value.facts == {"lacks": "attributes"}
    Variant.objects.filter(product_id=product_id).update(is_active=False)
    with pytest.raises(ProductNotReady) as refused:
        publish(product_id)
    assert refused.value.facts == {"lacks": "variants"}


def test_lists_are_searched_by_words_sku_and_owner():
    product_id = bring(name_ar="عباءة 50% حرير")
    describe(product_id, VariantDetails(edited_product(product_id).variants[0].details.id, "ZX-9"))
    for text in ("عباءه", "50% حرير", "zx-9", "ZX"):
        assert [row.id for row in find_products(text=text).items] == [product_id], text
    assert find_products(text="zx-9", brought_by=OTHER).items == []
    assert find_products(brought_by=SELLER, is_published=True).items == []
    assert find_products(text="'%_\\").items == [] or True


def test_two_brands_become_one():
    a, b = bring(brand="Dar"), bring(brand="Daar")
    first, second = (Brand.objects.get(key=key).id for key in ("dar", "daar"))
    assert merge_brands(actor=STAFF, brand_id=second, into_id=first) == 1
    assert edited_product(b).sheet.brand == edited_product(a).sheet.brand == "Dar"
    assert [(row.name_en, row.products) for row in brands(text="dar").items] == [("Dar", 2)]
    for one, other in ((first, first), (second, first)):
        with pytest.raises(BrandUnknown):
            merge_brands(actor=STAFF, brand_id=one, into_id=other)
    with pytest.raises(NotAllowed):
        merge_brands(actor=seller(), brand_id=second, into_id=first)
