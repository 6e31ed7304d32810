"""What is promised of bringing products with their variants in."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tijara.domains.catalogue.actions import arrange_options, import_products
from tijara.domains.catalogue.models import Product, Variant
from tijara.domains.catalogue.queries import edited_product, forget_categories
from tijara.domains.catalogue.rules import plan_family
from tijara.domains.catalogue.shapes import Option, OptionValue, ProductDraft, VariantDraft
from tijara.kit.actor import SYSTEM
from tijara.kit.ids import new_id
from tijara.platform.outbox.models import Event

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def fresh_tree():
    forget_categories()


def dallah(*values, key="dallah", options=("Color",), **told):
    """A dallah in these colours, each with its first letters for an SKU."""
    variants = tuple(
        value if isinstance(value, VariantDraft) else VariantDraft((value,), sku=f"D-{value}")
        for value in values
    )
    plain = {"name_ar": "دلة نحاسية", "name_en": "", "category_path_ar": ("القهوة",)}
    return ProductDraft(
        source="shop",
        source_key=key,
        category_path_en=(),
        options=options,
        variants=variants,
        **(plain | told),
    )


def bring(*drafts):
    return import_products(actor=SYSTEM, drafts=list(drafts))


def shown(product_id):
    """(label, SKU) of those that can be chosen."""
    return [(each.label_ar, each.details.sku) for each in edited_product(product_id).active]


def test_a_family_is_one_product_with_its_variants():
    done = bring(dallah("Red", "ذهبي"))[0]
    product = edited_product(done.product_id)
    assert Product.objects.count() == 1 and done.is_new
    assert [each.is_new for each in done.variants] == [True, True]
    (option,) = product.options
    assert (option.name_ar, option.name_en) == ("اللون", "Colour")
    assert [(value.name_ar, value.swatch) for value in option.values] == [
        ("أحمر", "#b3261e"),
        ("ذهبي", "#c9a227"),
    ]
    assert shown(done.product_id) == [("أحمر", "D-Red"), ("ذهبي", "D-ذهبي")]


def test_again_it_changes_nothing_and_tells_nothing():
    first = bring(dallah("Red", "Gold"))[0]
    Event.objects.all().delete()
    again = bring(dallah("Red", "Gold"))[0]
    assert [each.id for each in again.variants] == [each.id for each in first.variants]
    assert not any(each.is_new or each.is_changed for each in again.variants)
    assert not again.is_changed and not Event.objects.exists()
    assert edited_product(first.product_id).version == 2


def test_one_more_variant_is_added_and_one_that_is_missing_stays():
    first = bring(dallah("Red", "Gold"))[0]
    more = bring(dallah("Silver", "Gold"))[0]
    assert more.product_id == first.product_id and more.variants[1].id == first.variants[1].id
    assert [each.is_new for each in more.variants] == [True, False]
    assert [label for label, _ in shown(first.product_id)] == ["أحمر", "ذهبي", "فضّي"]
    assert edited_product(first.product_id).version == 3


def test_a_variant_is_known_by_its_sku_whatever_it_is_called():
    first = bring(dallah("Red", "Gold"))[0]
    renamed = dallah(VariantDraft(("Maroon",), sku="D-Red"), VariantDraft(("Gold",), sku="D-Gold"))
    done = bring(renamed)[0]
    assert [each.id for each in done.variants] == [each.id for each in first.variants]
    assert [each.is_changed for each in done.variants] == [True, False]
    assert shown(first.product_id) == [("عنّابي", "D-Red"), ("ذهبي", "D-Gold")]


def test_two_may_swap_what_they_are():
    first = bring(dallah("Red", "Gold"))[0]
    bring(dallah(VariantDraft(("Gold",), sku="D-Red"), VariantDraft(("Red",), sku="D-Gold")))
    assert shown(first.product_id) == [("ذهبي", "D-Red"), ("أحمر", "D-Gold")]


def test_a_variant_without_codes_is_known_by_its_own_key_or_its_values():
    first = bring(dallah(VariantDraft(("Red",)), VariantDraft(("Gold",), source_key="60")))[0]
    again = bring(dallah(VariantDraft(("red",)), VariantDraft(("Silver",), source_key="60")))[0]
    assert [each.id for each in again.variants] == [each.id for each in first.variants]


def test_corrected_names_stay_corrected():
    done = bring(dallah("XS", "S", options=("Cut",)))[0]
    product = edited_product(done.product_id)
    values = [OptionValue(value.key, f"قصّة {value.name_ar}") for value in product.options[0].values]
    option = Option(product.options[0].key, "القصّة", "", "", tuple(values))
    which = {"seller_id": None, "product_id": done.product_id, "version": product.version}
    arrange_options(actor=SYSTEM, options=[option], **which)
    again = bring(dallah("XS", "S", options=("Cut",)))[0]
    assert [each.id for each in again.variants] == [each.id for each in done.variants]
    assert [label for label, _ in shown(done.product_id)] == ["قصّة XS", "قصّة S"]


@pytest.mark.parametrize(
    ("draft", "fault"),
    [
        (dallah("Red", options=("Size",)), "options_changed"),
        (dallah(*(f"لون {n}" for n in range(60))), "too_many_variants"),
        (dallah(VariantDraft(("Gold",), sku="D-Red")), "variant_taken"),
        (dallah("Silver", "فضي"), "repeated_variant"),
    ],
)
def test_what_does_not_fit_the_product_leaves_it_alone(draft, fault):
    first = bring(dallah("Red", "Gold"))[0]
    other = dallah("Red", key="other")
    done, fine = bring(draft, other)
    assert (done.fault, done.variants) == (fault, ()) and fine.is_new
    assert shown(first.product_id) == [("أحمر", "D-Red"), ("ذهبي", "D-Gold")]


def test_more_variants_than_a_product_can_have_are_not_compared(monkeypatch):
    compared, inside = [], plan_family.__globals__
    compare = inside["_value_of"]
    monkeypatch.setitem(inside, "_value_of", lambda *pair: compared.append(pair) or compare(*pair))
    values = [VariantDraft((f"لون {n}",)) for n in range(20_000)]
    for taken in (values, values[:201]):
        plan = plan_family(dallah(*taken), (), (), may_change=True)
        assert plan.fault == "too_many_variants"
    assert compared == []
    plan_family(dallah(*values[:2]), (), (), may_change=True)
    assert compared


def test_a_product_has_two_hundred_variants_at_most():
    two = [VariantDraft((f"لون {n}", f"قياس {m}")) for n in range(20) for m in range(10)]
    done = bring(dallah(*two, options=("Color", "Size")))[0]
    assert (done.fault, len(shown(done.product_id))) == ("", 200)


def test_without_a_name_it_must_be_known():
    assert bring(dallah("Red", name_ar=""))[0].fault == "head_missing"
    first = bring(dallah("Red"))[0]
    again = bring(dallah("Gold", name_ar="", category_path_ar=()))[0]
    assert again.product_id == first.product_id
    assert edited_product(first.product_id).name_ar == "دلة نحاسية"
    assert len(shown(first.product_id)) == 2


def test_options_without_a_name_are_those_that_stand():
    two = VariantDraft(("Red", "S")), VariantDraft(("Red", "L"))
    first = bring(dallah(*two, options=("Color", "")))[0]
    names = [option.name_ar for option in edited_product(first.product_id).options]
    assert names == ["اللون", "الخيار الثاني"]
    again = bring(dallah(*two, options=("", "")))[0]
    assert [each.id for each in again.variants] == [each.id for each in first.variants]
    assert bring(dallah("Red", options=("",)))[0].fault == "options_changed"


def test_a_plain_product_that_gets_variants_sells_them_alone():
    plain = bring(ProductDraft("shop", "dallah", "دلة نحاسية", "", ("القهوة",), (), sku="D"))[0]
    done = bring(dallah("Red", "Gold"))[0]
    assert plain.product_id == done.product_id
    assert [label for label, _ in shown(done.product_id)] == ["أحمر", "ذهبي"]
    assert not Variant.objects.get(id=plain.variant_id).is_active


def test_a_plain_row_must_say_which_variant_it_is():
    seller = new_id()
    first = bring(dallah("Red", "Gold", brought_by=seller))[0]
    row = {"brought_by": seller, "name_ar": "دلة"}
    unclear, clear = dallah(options=(), **row), dallah(options=(), sku="D-Gold", **row)
    assert bring(unclear)[0].fault == "variant_unclear"
    assert bring(clear)[0].variant_id == first.variants[1].id


def test_another_sellers_product_is_found_and_not_changed():
    first = bring(dallah("Red", "Gold", brought_by=new_id()))[0]
    other = new_id()
    found = bring(dallah("Gold", brought_by=other))[0]
    assert found.variants[0].id == first.variants[1].id
    assert bring(dallah("Silver", brought_by=other))[0].fault == "variant_unknown"
    assert len(shown(first.product_id)) == 2


def test_many_families_take_few_statements(django_assert_max_num_queries):
    drafts = [dallah("Red", "Gold", key=str(number)) for number in range(200)]
    with django_assert_max_num_queries(15):
        assert len(bring(*drafts)) == 200
    with django_assert_max_num_queries(20):
        bring(*(dallah("Red", "Silver", key=str(number)) for number in range(200)))
    assert Variant.objects.count() == 600


COLOURS = st.sampled_from(["Red", "Gold", "أحمر", "Silver", "نحاسي", "Sea", "بحري"])
SKUS = st.sampled_from(["", "", "A", "B", "C", "D"])
MANY = st.lists(
    st.tuples(COLOURS, SKUS), min_size=1, max_size=5, unique_by=lambda pair: pair[0].casefold()
)


@given(MANY, MANY)
def test_whatever_comes_variants_stay_apart(first, second):
    """No two variants have one choice; none is lost; the same again changes nothing."""
    options, standing = (), []
    for told in (first, second):
        draft = dallah(*(VariantDraft((colour,), sku=sku) for colour, sku in told))
        plan = plan_family(draft, options, standing, may_change=True)
        if plan.fault:
            assert plan.fault in ("variant_taken", "repeated_variant")
            continue
        after = {each.id: each for each in standing}
        after |= {each.variant.id: each.variant for each in plan.variants}
        choices = [tuple(each.choice.items()) for each in after.values()]
        assert len(set(choices)) == len(after) >= len(standing)
        options, standing = plan.options, list(after.values())
        again = plan_family(draft, options, standing, may_change=True)
        assert not again.fault and not again.has_new_options
        assert not any(each.was is None or each.is_changed for each in again.variants)
