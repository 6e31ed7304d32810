"""What is promised of stores."""

import pytest

from tijara.domains.parties.testing import make_seller, seller_actor
from tijara.domains.stores.actions import SlugTaken, StoreHasNoSeller, StoreInvalid, open_store
from tijara.domains.stores.queries import all_stores, free_slug, store_by_slug, stores
from tijara.domains.stores.testing import make_store
from tijara.kit.ids import new_id
from tijara.platform.action import NotAllowed

pytestmark = pytest.mark.django_db


def test_a_store_is_found_by_its_address_and_its_seller():
    made = make_store(slug="nahhas", hue=415)
    assert store_by_slug("nahhas") == stores([made.seller_id])[made.seller_id] == made
    assert made.hue == 55 and made.is_open
    assert store_by_slug("elsewhere") is None and stores([new_id()]) == {}


def test_opening_it_again_changes_it():
    first = make_store(slug="khazaf")
    again = make_store(first.seller_id, slug="khazaf", name_ar="دار \u2067الخزف")
    assert again.name_ar == "دار الخزف"
    assert all_stores() == [again]


def test_an_address_is_proposed_that_no_store_has():
    assert free_slug("بيت النحّاس") == "bayt-al-nahhas"
    make_store(slug="bayt-al-nahhas")
    make_store(slug="bayt-al-nahhas-2")
    assert free_slug("بيت النحّاس") == "bayt-al-nahhas-3"
    assert free_slug("…") == ""


def test_an_address_belongs_to_one_store():
    make_store(slug="oud")
    with pytest.raises(SlugTaken):
        make_store(slug="oud")


@pytest.mark.parametrize("slug", ["", "Oud", "ركن-العود", "a/b", "a b"])
def test_odd_addresses_are_refused(slug):
    with pytest.raises(StoreInvalid) as refused:
        make_store(slug=slug, city="sa-atlantis", name_ar="\u200f")
    assert set(refused.value.fields) == {"slug", "city", "name_ar"}


def test_a_store_needs_a_seller():
    with pytest.raises(StoreHasNoSeller):
        make_store(new_id())


def test_sellers_open_no_stores_by_themselves():
    seller = make_seller()
    with pytest.raises(NotAllowed):
        open_store(actor=seller_actor(seller), seller_id=seller, slug="x", name_ar="x")
