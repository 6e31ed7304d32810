"""What is promised of the tree."""

import pytest

from tijara.domains.catalogue.actions import CategoryInvalid, arrange_category
from tijara.domains.catalogue.queries import categories, forget_categories
from tijara.domains.catalogue.testing import make_product
from tijara.kit.actor import SYSTEM

pytestmark = pytest.mark.django_db


def arrange(path, name_ar="قسم", **told):
    return arrange_category(actor=SYSTEM, path=path, name_ar=name_ar, **told)


def test_siblings_stand_in_their_order():
    forget_categories()
    arrange("b", position=1)
    arrange("a", position=2)
    arrange("b/c", position=3, picture="dallah-brass", name_en="C")
    assert [node.path for node in categories()] == ["b", "a", "b/c"]
    assert categories()[2].depth == 1


def test_arranging_again_renames_and_imports_find_it():
    first = arrange("coffee-and-hosting", "القهوة")
    assert arrange("coffee-and-hosting", "القهوة والضيافة") == first
    make_product()
    assert {node.path for node in categories()} == {
        "coffee-and-hosting",
        "coffee-and-hosting/dallahs",
    }


@pytest.mark.parametrize("path", ["", "A", "a b", "a/", "nowhere/a", "a?b"])
def test_odd_places_are_refused(path):
    with pytest.raises(CategoryInvalid):
        arrange(path)
