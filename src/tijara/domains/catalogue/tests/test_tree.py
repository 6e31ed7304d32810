"""The tree grows as little as it can, whatever names come."""

from hypothesis import given
from hypothesis import strategies as st

from tijara.domains.catalogue.rules import Tree, brand_key, product_slug
from tijara.kit.arabic import fold

name = st.text(min_size=1).filter(fold)
names = st.lists(name, min_size=1, max_size=4)


@given(st.lists(names, max_size=6))
def test_the_same_names_lead_to_the_same_category(paths):
    tree = Tree()
    first = [tree.find(path, ()) for path in paths]
    grown = list(tree.grown)
    assert [tree.find(path, ()) for path in paths] == first
    assert tree.grown == grown
    assert len({node.path for node in grown}) == len(grown)


@given(names, names)
def test_every_category_grows_after_its_parent(names_ar, names_en):
    tree = Tree()
    tree.find(names_ar, names_en)
    seen = {None}
    for node in tree.grown:
        assert node.parent_id in seen
        seen.add(node.id)


@given(name, st.text(), st.text(min_size=1))
def test_addresses_fit_and_follow_from_the_key(text, source, key):
    made = product_slug(text, source, key)
    assert made == product_slug(text, source, key)
    assert 0 < len(made) <= 160 and "/" not in made


def test_brands_are_known_by_their_latin_name_first():
    assert brand_key("أديداس", "Adidas") == brand_key("", "ADIDAS") == "adidas"
    assert brand_key("أديداس", "") == brand_key("اديداس", "")
