"""What is promised of bringing products in."""

import pytest

from tijara.domains.catalogue.actions import DraftsInvalid, import_products
from tijara.domains.catalogue.models import Brand, Category, Product, Variant
from tijara.domains.catalogue.queries import (
    categories,
    category,
    forget_categories,
    names_of,
    product_facts,
    product_page,
    variants,
)
from tijara.domains.catalogue.shapes import ProductDraft
from tijara.domains.catalogue.testing import make_product
from tijara.kit.actor import SYSTEM, Actor, ActorKind
from tijara.kit.ids import OPERATOR_ID
from tijara.kit.powers import SELLER_POWERS
from tijara.platform.action import NotAllowed
from tijara.platform.outbox.models import Event

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def fresh_tree():
    forget_categories()


def draft(key="1", **told):
    plain = {
        "source": "shop",
        "source_key": key,
        "name_ar": f"عطر {key}",
        "name_en": f"Perfume {key}",
        "category_path_ar": ("العطور", "عطور رجال"),
        "category_path_en": ("Perfumes", "Men’s perfumes"),
        "brand_ar": "أديداس",
        "brand_en": "Adidas",
    }
    return ProductDraft(**(plain | told))


def bring(*drafts):
    return import_products(actor=SYSTEM, drafts=list(drafts))


def told_products():
    return [
        id
        for event in Event.objects.filter(
            owner_id=OPERATOR_ID, name="catalogue.products_changed.v1"
        )
        for id in event.body["product_ids"]
    ]


def test_a_draft_becomes_a_product_with_a_variant_a_brand_and_a_place():
    done = bring(draft(sku="AD-1", gtin="6281000000017"))[0]
    assert done.is_new and not done.is_changed
    page = product_page(names_of([done.product_id])[done.product_id].slug)
    assert (page.name_ar, page.brand_en, page.category_path) == (
        "عطر 1",
        "Adidas",
        "perfumes/men-s-perfumes",
    )
    assert [variant.sku for variant in page.variants] == ["AD-1"]
    assert variants([done.variant_id])[done.variant_id].product_id == done.product_id
    assert category("perfumes/men-s-perfumes").name_ar == "عطور رجال"
    assert product_facts([done.product_id])[0].category_ar == "عطور رجال"
    assert told_products() == [str(done.product_id)]


def test_a_second_import_changes_nothing_and_tells_nothing():
    first = bring(draft("1"), draft("2"))
    Event.objects.all().delete()
    second = bring(draft("1"), draft("2"))
    assert [done.product_id for done in second] == [done.product_id for done in first]
    assert not any(done.is_new or done.is_changed for done in second)
    assert told_products() == []
    assert Product.objects.count() == Variant.objects.count() == 2
    assert Category.objects.count() == 2 and Brand.objects.count() == 1


def test_a_changed_name_updates_and_keeps_the_address():
    first = bring(draft(about_ar="وصف"))[0]
    slug = names_of([first.product_id])[first.product_id].slug
    again = bring(draft(name_ar="عطر آخر", about_ar=""))[0]
    assert again.is_changed and again.product_id == first.product_id
    page = product_page(slug)
    assert page.name_ar == "عطر آخر" and page.about_ar == "وصف"


def test_the_same_key_twice_in_one_set_is_one_product_and_the_last_word_wins():
    first, last = bring(draft(name_ar="الأول"), draft(name_ar="الآخر"))
    assert first.product_id == last.product_id
    assert names_of([last.product_id])[last.product_id].name_ar == "الآخر"


def test_other_spellings_find_the_same_brand_and_category():
    bring(draft("1"))
    bring(
        draft("2", brand_ar="اديداس", brand_en="", category_path_en=()),
        draft("3", brand_ar="", brand_en="ADIDAS", category_path_ar=("العطور", "عطور  رجـال")),
    )
    assert Brand.objects.count() == 1
    assert {node.path for node in categories()} == {"perfumes", "perfumes/men-s-perfumes"}


def test_a_draft_without_a_category_has_a_home_and_later_keeps_it():
    bring(draft(category_path_ar=(), category_path_en=()))
    assert category("miscellaneous").name_ar == "متفرقات"
    moved = bring(draft())[0]
    kept = bring(draft(category_path_ar=(), category_path_en=()))[0]
    assert moved.is_changed and not kept.is_changed


def test_names_lose_their_hidden_characters():
    done = bring(draft(name_ar="عطر \u202eليل\x00", name_en="Night\u200b"))[0]
    name = names_of([done.product_id])[done.product_id]
    assert (name.name_ar, name.name_en) == ("عطر ليل", "Night")


def test_a_draft_without_a_name_or_key_is_refused_and_nothing_is_written():
    with pytest.raises(DraftsInvalid):
        bring(draft("1"), draft("2", name_ar="\u200f", name_en=""))
    with pytest.raises(DraftsInvalid):
        bring(draft(""))
    assert Product.objects.count() == 0


def test_a_thousand_drafts_take_twelve_statements(django_assert_max_num_queries):
    drafts = [draft(str(number)) for number in range(1000)]
    with django_assert_max_num_queries(14):
        done = bring(*drafts)
    assert len({product.product_id for product in done}) == 1000
    assert [len(event.body["product_ids"]) for event in Event.objects.all()] == [500, 500]
    with django_assert_max_num_queries(14):
        bring(*drafts)


def test_a_product_page_is_one_statement(django_assert_num_queries):
    done = make_product()
    slug = names_of([done.product_id])[done.product_id].slug
    with django_assert_num_queries(1):
        assert product_page(slug).specs == ()
    assert product_page("nothing") is None


def test_sellers_bring_nothing_into_the_shared_catalogue():
    with pytest.raises(NotAllowed):
        import_products(actor=Actor(ActorKind.SELLER, powers=SELLER_POWERS), drafts=[draft()])


def test_where_a_brand_belongs_does_not_change_with_what_came_later():
    drafts = [
        draft("1", brand_ar="كريم 21", brand_en="Cream-21 Co"),
        draft("2", brand_ar="كريم 21", brand_en="Cream 21"),
        draft("3", brand_ar="", brand_en="Cream 21"),
        draft("4", brand_ar="كريم21", brand_en=""),
    ]
    bring(*drafts)
    assert not any(done.is_changed for done in bring(*drafts))


def test_a_draft_without_an_english_name_changes_nothing_of_it():
    bring(draft("1"))
    assert not bring(draft("1", name_en=""))[0].is_changed
