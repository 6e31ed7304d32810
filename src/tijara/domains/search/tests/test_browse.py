"""What is promised of browsing: counts that are true beside whatever is picked."""

import itertools
from contextlib import contextmanager
from datetime import timedelta

import pytest
from django.db import connection

from tijara.domains.catalogue.queries import categories
from tijara.domains.catalogue.testing import make_product
from tijara.domains.offers.actions import pause_offer
from tijara.domains.parties.queries import seller_terms
from tijara.domains.search.actions import index_products, recount_shelves
from tijara.domains.search.models import ShelfCount
from tijara.domains.search.queries import browse
from tijara.domains.search.shapes import Wish
from tijara.domains.search.testing import make_shelved_offer
from tijara.domains.stores.testing import make_store
from tijara.kit.actor import SYSTEM
from tijara.kit.clock import now

pytestmark = pytest.mark.django_db
GOODS = [
    # name, brand, price, was, units, condition, which store
    ("دلة ألف", "نجم", 2000, None, 5, "new", 0),
    ("دلة باء", "نجم", 12000, 15000, 5, "used", 0),
    ("دلة جيم", "هلال", 2500, None, 0, "new", 1),
    ("دلة دال", "هلال", 30000, 40000, 2, "new", 1),
    ("دلة هاء", "", 70000, None, 1, "refurbished", 0),
    ("فنجان", "نجم", 900, None, 9, "new", 1),
]


@pytest.fixture
def stores():
    return [make_store(), make_store()]


@pytest.fixture
def market_id(stores):
    return seller_terms([stores[0].seller_id])[stores[0].seller_id].market_id


@pytest.fixture
def goods(stores):
    made = []
    for name, brand, price, was, units, condition, which in GOODS:
        product = make_product(
            name_ar=name,
            name_en="",
            brand_ar=brand,
            category_path_ar=("القهوة", "دلال" if "دلة" in name else "فناجين"),
            category_path_en=(),
        )
        made.append(
            make_shelved_offer(
                seller_id=stores[which].seller_id,
                product=product,
                price_minor=price,
                was_minor=was,
                units=units,
                condition=condition,
            )
        )
    return made


@pytest.fixture
def look(market_id, goods):
    def look(text="", path="القهوة", **picked):
        picked = {name.replace("_in_", "."): values for name, values in picked.items()}
        return browse(Wish(market_id, text=text, category_path=path, picked=picked))

    return look


def names(found):
    return sorted(card.name_ar for card in found.page.items)


def counts(found, facet):
    return {each.value: each.count for each in found.facets.get(facet, ())}


def test_any_value_of_one_facet_and_every_facet(look):
    assert names(look(brand=("نجم",))) == ["دلة ألف", "دلة باء", "فنجان"]
    assert len(names(look(brand=("نجم", "هلال")))) == 5
    assert names(look(brand=("نجم", "هلال"), in_stock=("1",), reduced=("1",))) == [
        "دلة باء",
        "دلة دال",
    ]
    assert names(look(price=("-2500", "12000-40000"))) == ["دلة ألف", "دلة باء", "دلة دال", "فنجان"]
    assert names(look(condition=("used", "refurbished"))) == ["دلة باء", "دلة هاء"]


def test_counts_of_a_facet_know_the_other_picks_and_not_its_own(look, stores):
    found = look(brand=("هلال",), in_stock=("1",))
    assert found.page.total == 1
    assert counts(found, "brand") == {"نجم": 3, "هلال": 1}
    assert counts(found, "in_stock") == {"1": 1}
    assert counts(found, "reduced") == {"1": 1}
    assert counts(found, "store") == {str(stores[1].seller_id): 1}


PICKS = {
    "brand": ("نجم", "هلال"),
    "condition": ("new", "used"),
    "in_stock": ("1",),
    "reduced": ("1",),
}


@pytest.mark.parametrize("held", list(itertools.product([0, 1], repeat=len(PICKS))))
def test_a_count_is_what_picking_shows(look, held):
    """Of every combination: what a facet promises of a value is what that value alone brings."""
    picked = {name: (PICKS[name][0],) for name, on in zip(PICKS, held, strict=True) if on}
    found = look(**picked)
    for name, values in PICKS.items():
        for value in values:
            alone = look(**(picked | {name: (value,)}))
            assert counts(found, name).get(value, 0) == alone.page.total, (picked, name, value)


def test_price_ranges_hold_everything_once(look):
    ranges = look().facets["price"]
    assert sum(each.count for each in ranges) == len(GOODS)
    for each in ranges:
        assert look(price=(each.value,)).page.total == each.count


def test_words_are_counted_too(look):
    found = look(text="دلة", path="")
    assert found.page.total == 5 and counts(found, "brand") == {"نجم": 2, "هلال": 2}


def test_what_is_picked_stays_to_be_taken_back(look):
    found = look(brand=("nothing-such",), price=("1-2",))
    assert found.page.items == [] and found.page.total == 0
    assert counts(found, "brand")["nothing-such"] == 0 and "1-2" in counts(found, "price")


def test_nonsense_is_passed_over(look):
    odd = {"price": ("x", "5-1", "-"), "store": ("'; --",), "x": ("1",), "in_stock": ("yes",)}
    assert look(**odd).page.total == len(GOODS)
    assert browse_named(look, "attr.a' OR 1=1").page.total == len(GOODS)
    assert look(brand=("' OR 1=1 --", "\0")).page.total == 0


def browse_named(look, name):
    return look(**{name: ("1",)})


def test_misspelled_words_are_understood_and_said(look):
    found = look(text="فنجن", path="")
    assert found.instead == "فنجان" and names(found) == ["فنجان"]
    assert look(text="فنجان", path="").instead == ""
    assert look(text="xqzw", path="").page.items == []


def test_where_no_product_holds_all_words_those_of_the_nearest_are_shown(look):
    found = look(text="فنجان كهربائي", path="")
    assert found.instead == "فنجان" and names(found) == ["فنجان"]
    assert look(text="ثلاجة دلة هاء", path="").instead == "دلة هاء"
    assert look(text="ثلاجة من 20", path="").page.items == []


def test_words_that_only_the_picks_hide_are_no_misspelling(look):
    found = look(text="فنجان", path="", reduced=("1",))
    assert found.page.items == [] and found.instead == ""


def test_a_whole_place_is_counted_when_it_changes_and_kept(look, market_id, goods):
    assert recount_shelves(actor=SYSTEM, limit=99) == ShelfCount.objects.count()
    before = look()
    assert before.page.total == len(GOODS)
    gone = goods[0]
    pause_offer(actor=SYSTEM, seller_id=gone.seller_id, offer_id=gone.id)
    index_products(actor=SYSTEM, product_ids=[gone.product_id])
    assert set(ShelfCount.objects.filter(is_stale=True).values_list("place", flat=True)) == {
        "",
        "c/القهوة",
        "c/القهوة/دلال",
        f"s/{gone.seller_id}",
    }
    assert recount_shelves(actor=SYSTEM) == 0, "not again so soon"
    ShelfCount.objects.update(counted_at="2026-01-01T00:00Z")
    assert recount_shelves(actor=SYSTEM) == 4
    after = look()
    assert after.page.total == len(GOODS) - 1
    assert counts(after, "brand")["نجم"] == counts(before, "brand")["نجم"] - 1


def test_kept_and_counted_say_the_same(look):
    counted = look()
    recount_shelves(actor=SYSTEM, limit=99)
    assert look() == counted


def test_a_page_is_two_statements_beside_picks_three_and_with_words_four(
    look, django_assert_num_queries
):
    recount_shelves(actor=SYSTEM, limit=99)
    categories()
    look(text="دلة")  # how rare words are is kept in the process
    for given, statements in (({}, 2), ({"text": "دلة"}, 4), ({"brand": ("نجم",)}, 3)):
        with django_assert_num_queries(statements):
            look(**given)


@pytest.fixture
def while_counting():
    """Do this at the moment in which the next place has been counted and not yet written down."""

    @contextmanager
    def while_counting(do):
        left = [do]

        def counting(execute, sql, params, many, context):
            found = execute(sql, params, many, context)
            if "WITH base" in sql and left:
                left.pop()()
            return found

        with connection.execute_wrapper(counting):
            yield

    return while_counting


@pytest.fixture
def one_place(goods):
    """The front page alone, long due."""
    ShelfCount.objects.exclude(place="").delete()
    return ShelfCount.objects.filter(place="")


def test_what_changes_while_a_place_is_counted_marks_it_again(
    goods, one_place, while_counting, market_id
):
    def change():
        pause_offer(actor=SYSTEM, seller_id=goods[0].seller_id, offer_id=goods[0].id)
        index_products(actor=SYSTEM, product_ids=[goods[0].product_id])

    with while_counting(change):
        assert recount_shelves(actor=SYSTEM, limit=1) == 1
    assert one_place.values_list("total", "is_stale").get() == (len(GOODS), True)


def test_nobody_counts_a_place_that_another_is_counting(one_place, while_counting):
    others = []

    def another_looks():
        one_place.update(is_stale=True)
        others.append(recount_shelves(actor=SYSTEM))

    with while_counting(another_looks):
        assert recount_shelves(actor=SYSTEM) == 1
    assert others == [0]


def test_whoever_was_too_slow_writes_nothing_over_newer_numbers(one_place, while_counting):
    def another_follows():
        one_place.update(taken_at=now() - timedelta(hours=1))
        assert recount_shelves(actor=SYSTEM) == 1
        one_place.update(total=77)

    with while_counting(another_follows):
        assert recount_shelves(actor=SYSTEM) == 0
    assert one_place.values_list("total", "is_stale", "taken_at").get() == (77, False, None)


class Died(BaseException):
    pass


def test_whoever_dies_while_he_counts_is_followed_by_another(one_place, while_counting):
    def die():
        raise Died

    with while_counting(die), pytest.raises(Died):
        recount_shelves(actor=SYSTEM)
    assert recount_shelves(actor=SYSTEM) == 0, "he may be at it still"
    one_place.update(taken_at=now() - timedelta(minutes=6))
    assert recount_shelves(actor=SYSTEM) == 1
    assert one_place.values_list("total", "is_stale").get() == (len(GOODS), False)


def test_the_more_goods_a_place_has_the_longer_it_rests_between_counts(look):
    recount_shelves(actor=SYSTEM, limit=99)
    an_hour_ago = now() - timedelta(hours=1)
    ShelfCount.objects.update(is_stale=True, counted_at=an_hour_ago, total=20_000_000)
    assert recount_shelves(actor=SYSTEM, limit=99) == 0
    ShelfCount.objects.update(total=1000)
    assert recount_shelves(actor=SYSTEM, limit=99) == ShelfCount.objects.count() > 0
