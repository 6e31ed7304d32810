"""What is promised of a shop's window: its own offers order, narrow and count its goods."""

import pytest

from tijara.domains.catalogue.testing import make_product
from tijara.domains.inventory.actions import adjust_stock
from tijara.domains.inventory.shapes import StockChange
from tijara.domains.offers.actions import change_price, pause_offer
from tijara.domains.parties.queries import seller_terms
from tijara.domains.search.actions import index_products, record_sale
from tijara.domains.search.models import OwnOffer, ShelfCount
from tijara.domains.search.queries import browse, shelf
from tijara.domains.search.shapes import Wish
from tijara.domains.search.testing import make_shelved_offer
from tijara.domains.stores.testing import make_store
from tijara.kit.actor import SYSTEM
from tijara.kit.ids import new_id
from tijara.kit.money import Money

pytestmark = pytest.mark.django_db


@pytest.fixture
def shared():
    return make_product(name_ar="دلة مشتركة")


@pytest.fixture
def cheap(shared):
    """Another shop's, whose offer is the best of all."""
    return make_shelved_offer(price_minor=1000, was_minor=4000, product=shared)


@pytest.fixture
def store(cheap, shared):
    store = make_store()
    for name, price in (("دلة وسط", 12000), ("دلة غالية", 30000)):
        make_shelved_offer(
            seller_id=store.seller_id, product=make_product(name_ar=name), price_minor=price
        )
    return store


@pytest.fixture
def own(store, shared):
    return make_shelved_offer(seller_id=store.seller_id, product=shared, price_minor=20000)


@pytest.fixture
def look(store, own):
    market_id = seller_terms([store.seller_id])[store.seller_id].market_id

    def look(seller_id=store.seller_id, sort="cheap", **picked):
        return browse(Wish(market_id, seller_id=seller_id, sort=sort, picked=picked))

    return look


def names(found):
    return [card.name_ar for card in found.page.items]


def prices(found):
    return {each.value: each.count for each in found.facets["price"]}


def test_its_goods_stand_in_the_order_of_its_own_prices(look, own, store):
    assert names(look()) == ["دلة وسط", "دلة مشتركة", "دلة غالية"]
    assert names(look(sort="dear")) == ["دلة غالية", "دلة مشتركة", "دلة وسط"]
    card = look().page.items[1]
    assert (card.offer_id, card.price, card.was) == (own.id, Money(20000, "SAR"), None)
    assert (card.seller_id, card.shop) == (store.seller_id, store.slug)


def test_its_filters_and_their_counts_go_by_its_own_prices(look):
    assert names(look(price=("-10000",))) == []
    assert names(look(price=("20000-50000",))) == ["دلة مشتركة", "دلة غالية"]
    assert names(look(reduced=("1",))) == [], "another's offer is reduced, not its own"
    assert sum(prices(look()).values()) == 3 and prices(look(text=("",)))["20000-"] == 2


def test_whose_offer_is_the_best_sees_no_difference(look, cheap):
    found = look(seller_id=cheap.seller_id)
    assert [card.price.minor for card in found.page.items] == [1000]
    assert not found.page.items[0].shop
    assert not OwnOffer.objects.filter(seller_id=cheap.seller_id).exists()


def test_a_change_of_its_own_price_alone_is_seen_and_counted_anew(look, own, store, cheap):
    ShelfCount.objects.all().delete()
    change_price(
        actor=SYSTEM,
        seller_id=own.seller_id,
        offer_id=own.id,
        price=Money(40000, "SAR"),
        was=None,
        version=own.version,
    )
    index_products(actor=SYSTEM, product_ids=[own.product_id])
    assert names(look())[-1] == "دلة مشتركة"
    stale = set(ShelfCount.objects.filter(is_stale=True).values_list("place", flat=True))
    assert stale == {"", f"s/{store.seller_id}"}, "the other shop's looks as it did"


def test_when_the_best_offer_goes_the_next_is_the_best(look, own, cheap):
    pause_offer(actor=SYSTEM, seller_id=cheap.seller_id, offer_id=cheap.id)
    index_products(actor=SYSTEM, product_ids=[own.product_id])
    assert not look().page.items[1].shop and not OwnOffer.objects.exists()


def test_its_last_unit_leaves_its_window_though_another_has_more(look, own):
    gone = [StockChange(own.stock_id, -own.free)]
    adjust_stock(actor=SYSTEM, seller_id=own.seller_id, changes=gone, reference_id=new_id())
    record_sale(actor=SYSTEM, product_ids=[own.product_id])
    card = look().page.items[-1]
    assert (card.name_ar, card.in_stock) == ("دلة مشتركة", False)
    assert names(look(in_stock=("1",))) == ["دلة وسط", "دلة غالية"]


def test_its_window_is_read_in_few_statements(look, store, django_assert_max_num_queries):
    look()
    with django_assert_max_num_queries(4):
        look(price=("-50000",))
    market_id = seller_terms([store.seller_id])[store.seller_id].market_id
    with django_assert_max_num_queries(3):
        shelf(market_id, seller_id=store.seller_id)
