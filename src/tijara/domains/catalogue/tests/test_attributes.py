"""Values of attributes: read by type, shown in words, split for facets; asked for down the tree."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tijara.domains.catalogue.actions import (
    AttributeInvalid,
    ProductInvalid,
    arrange_category,
    define_attribute,
    describe_products,
    drop_attribute,
    save_product,
)
from tijara.domains.catalogue.queries import (
    category,
    category_attributes,
    facet_values,
    forget_categories,
    names_of,
    product_page,
)
from tijara.domains.catalogue.rules import ValueWrong, read_value, spec_line, value_keys
from tijara.domains.catalogue.shapes import (
    AttributeCard,
    AttributeDraft,
    AttributeType,
    Choice,
    ProductSheet,
)
from tijara.domains.catalogue.testing import make_product
from tijara.kit.actor import SYSTEM, Actor, ActorKind
from tijara.kit.ids import new_id
from tijara.kit.powers import SELLER_POWERS
from tijara.platform.action import NotAllowed

CHOICES = (Choice("brass", "نحاس", "Brass", "Laiton"), Choice("steel", "فولاذ", "Steel"))


def card(type, **told):
    plain = {
        "id": new_id(),
        "category_id": new_id(),
        "code": "x",
        "name_ar": "السعة",
        "name_en": "Capacity",
        "name_fr": "",
        "type": AttributeType(type),
        "unit_ar": "لتر",
        "unit_en": "L",
        "choices": CHOICES,
        "is_required": False,
        "is_facet": True,
        "position": 1,
    }
    return AttributeCard(**(plain | told))


@pytest.mark.parametrize(
    ("type", "typed", "kept", "words"),
    [
        ("text", "نحاس أصفر", {"ar": "نحاس أصفر"}, ("نحاس أصفر", "", "")),
        ("text", {"ar": "أ", "en": " b "}, {"ar": "أ", "en": "b"}, ("أ", "b", "")),
        ("number", "١٫٢٠", "1.2", ("1.2 لتر", "1.2 L", "1.2 L")),
        ("number", "1,250", "1250", ("1250 لتر", "1250 L", "1250 L")),
        ("number", "0", "0", ("0 لتر", "0 L", "0 L")),
        ("number", "-3.5", "-3.5", ("-3.5 لتر", "-3.5 L", "-3.5 L")),
        ("flag", "yes", True, ("نعم", "Yes", "Oui")),
        ("flag", False, False, ("لا", "No", "Non")),
        ("choice", "brass", "brass", ("نحاس", "Brass", "Laiton")),
        ("choices", ["steel", "brass"], ["brass", "steel"], ("نحاس، فولاذ", "Brass, Steel", None)),
    ],
)
def test_a_value_is_read_kept_and_shown(type, typed, kept, words):
    of = card(type)
    value = read_value(of, typed)
    assert value == kept and read_value(of, value) == value
    line = spec_line(of, value)
    shown = (line.value_ar, line.value_en, line.value_fr)
    assert all(said == told for said, told in zip(shown, words, strict=True) if told is not None)


@pytest.mark.parametrize(
    ("type", "typed", "fault"),
    [
        ("text", "x" * 301, "too_long"),
        ("number", "كثير", "not_a_number"),
        ("number", "1.2345", "not_a_number"),
        ("number", "9" * 15, "too_large"),
        ("flag", "maybe", "unknown"),
        ("choice", "gold", "unknown"),
        ("choices", ["brass", "gold"], "unknown"),
    ],
)
def test_what_does_not_fit_is_refused(type, typed, fault):
    with pytest.raises(ValueWrong) as refused:
        read_value(card(type), typed)
    assert refused.value.code == fault


@pytest.mark.parametrize("type", list(AttributeType))
@pytest.mark.parametrize("nothing", [None, "", [], {}])
def test_nothing_told_is_nothing_kept_unless_it_is_required(type, nothing):
    assert read_value(card(type), nothing) is None
    with pytest.raises(ValueWrong):
        read_value(card(type, is_required=True), nothing)


@given(st.sampled_from(list(AttributeType)), st.text(max_size=20))
def test_any_text_is_read_or_refused_and_facets_follow(type, typed):
    of = card(type)
    try:
        value = read_value(of, typed)
    except ValueWrong as wrong:
        assert wrong.code
        return
    if value is not None:
        assert spec_line(of, value) and all(isinstance(key, str) for key in value_keys(of, value))


# In the tree ------------------------------------------------------------------------------


@pytest.fixture
def tree(db):
    forget_categories()
    arrange_category(actor=SYSTEM, path="hosting", name_ar="ضيافة")
    arrange_category(actor=SYSTEM, path="hosting/dallahs", name_ar="دلال")
    arrange_category(actor=SYSTEM, path="hosting-else", name_ar="غيرها")


def define(path, name_ar="المادة", **told):
    attribute_id = new_id()
    draft = AttributeDraft(
        **({"type": "choice", "choices": CHOICES, "is_facet": True} | told),
        category_id=category(path).id,
        name_ar=name_ar,
    )
    code = define_attribute(actor=SYSTEM, attribute_id=attribute_id, draft=draft)
    return attribute_id, code


def test_attributes_are_inherited_down_the_tree(tree, django_assert_num_queries):
    define("hosting/dallahs", "السعة", name_en="Capacity", type="number", choices=())
    define("hosting", name_en="Material")
    define("hosting-else", name_en="Material")
    category_attributes(category("hosting").id)
    with django_assert_num_queries(0):
        cards = category_attributes(category("hosting/dallahs").id)
    assert [each.code for each in cards] == ["material", "capacity"]
    assert [each.code for each in category_attributes(category("hosting").id)] == ["material"]
    assert category_attributes(new_id()) == []


def test_facets_of_many_products_are_one_statement(tree, django_assert_num_queries):
    material, _ = define("hosting")
    note, _ = define("hosting", "ملاحظة", type="text", choices=(), is_facet=False)
    ids = []
    for key in ("brass", "steel"):
        ids.append(new_id())
        sheet = ProductSheet(
            "دلة",
            category("hosting/dallahs").id,
            attributes={str(material): key, str(note): "س"},
        )
        save_product(actor=SYSTEM, seller_id=None, product_id=ids[-1], sheet=sheet, version=0)
    plain = make_product().product_id
    category_attributes(category("hosting").id)
    with django_assert_num_queries(1):
        found = facet_values([*ids, plain])
    assert [found[id][0].key for id in ids] == ["brass", "steel"]
    assert plain not in found and len(found[ids[0]]) == 1


def test_many_products_are_described_at_once_and_again_is_nothing(
    tree, django_assert_max_num_queries
):
    material, _ = define("hosting")
    ids = [
        make_product(
            category_path_ar=("ضيافة", "دلال"), category_path_en=("hosting", "dallahs")
        ).product_id
        for _ in range(3)
    ]
    category_attributes(category("hosting").id)
    told = {id: {material: "brass", new_id(): "let go"} for id in ids}
    with django_assert_max_num_queries(6):
        assert describe_products(actor=SYSTEM, told=told) == 3
    assert all(facet_values(ids)[id][0].key == "brass" for id in ids)
    assert describe_products(actor=SYSTEM, told={ids[0]: {material: "steel"}}) == 0
    with pytest.raises(ProductInvalid):
        describe_products(actor=SYSTEM, told={ids[0]: {material: "gold"}})
    with pytest.raises(NotAllowed):
        describe_products(actor=Actor(ActorKind.SELLER, powers=SELLER_POWERS), told={})


def test_changing_a_definition_keeps_code_type_and_the_keys_of_choices(tree):
    material, code = define("hosting", name_en="Material")
    draft = AttributeDraft(
        category_id=category("hosting").id,
        name_ar="الخامة",
        type="text",
        choices=(Choice("brass", "نحاس أصفر"), Choice("", "خشب", "Wood")),
    )
    assert define_attribute(actor=SYSTEM, attribute_id=material, draft=draft) == code
    one = category_attributes(category("hosting").id)[0]
    assert one.type == "choice" and [each.key for each in one.choices] == ["brass", "wood"]
    drop_attribute(actor=SYSTEM, attribute_id=material)
    assert category_attributes(category("hosting").id) == []


@pytest.mark.parametrize(
    ("told", "field"),
    [
        ({"name_ar": "\u200f"}, "name_ar"),
        ({"type": "blob"}, "type"),
        ({"choices": ()}, "choices"),
        ({"choices": (Choice("", "أ"), Choice("", "أ"))}, "choices"),
        ({"type": "text", "choices": ()}, "is_facet"),
        ({"unit_ar": "x" * 21}, "unit_ar"),
    ],
)
def test_odd_definitions_are_refused(tree, told, field):
    with pytest.raises(AttributeInvalid) as refused:
        define("hosting", **told)
    assert field in refused.value.fields


def test_sellers_define_nothing(tree):
    with pytest.raises(NotAllowed):
        drop_attribute(actor=Actor(ActorKind.SELLER, powers=SELLER_POWERS), attribute_id=new_id())


def test_the_page_shows_typed_values_before_what_was_written(tree):
    define("hosting", name_en="Material")
    made = make_product(specs=[{"ar": "العناية", "value_ar": "باليد"}])
    assert [line.name_ar for line in product_page_of(made).specs] == ["العناية"]


def product_page_of(made):
    return product_page(names_of([made.product_id])[made.product_id].slug)
