"""What is promised of shelves."""

from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta

import pytest
from django.db import connection, transaction

from tijara.domains.catalogue.queries import categories
from tijara.domains.catalogue.testing import make_product
from tijara.domains.inventory.actions import adjust_stock
from tijara.domains.inventory.shapes import StockChange
from tijara.domains.markets.testing import make_market
from tijara.domains.offers.actions import change_price, pause_offer
from tijara.domains.offers.testing import make_offer
from tijara.domains.orders.actions import expire_order
from tijara.domains.orders.shapes import CancelReason, OrderState
from tijara.domains.orders.testing import make_line, make_order_to_place, place_one
from tijara.domains.parties.queries import seller_terms
from tijara.domains.parties.testing import make_seller
from tijara.domains.search.actions import hide_sold_out, index_products, record_sale
from tijara.domains.search.models import Document, ShelfCount
from tijara.domains.search.queries import cards, shelf, suggestions
from tijara.domains.search.testing import make_shelved_offer
from tijara.domains.stores.testing import make_store
from tijara.kit.actor import SYSTEM
from tijara.kit.clock import now
from tijara.kit.ids import new_id
from tijara.kit.money import Money
from tijara.platform.outbox.relay import Relay

pytestmark = pytest.mark.django_db


@pytest.fixture
def store():
    return make_store()


@pytest.fixture
def market_id(store):
    return seller_terms([store.seller_id])[store.seller_id].market_id


@pytest.fixture
def put(store):
    def put(name_ar, name_en="", *, path=("القهوة",), price=10000, units=5, **told):
        product = make_product(
            name_ar=name_ar, name_en=name_en, category_path_ar=path, category_path_en=(), **told
        )
        return make_shelved_offer(
            seller_id=store.seller_id, product=product, price_minor=price, units=units
        )

    return put


def names(page):
    return [card.name_ar for card in page.items]


def test_a_card_shows_the_best_offer(put, market_id):
    offer = put("دلة", "Dallah", brand_ar="نجم", picture="dallah-brass", price=34900)
    page = shelf(market_id)
    card = page.items[0]
    assert (card.offer_id, card.price, card.in_stock) == (offer.id, Money(34900, "SAR"), True)
    assert (card.brand_ar, card.picture, page.total) == ("نجم", "dallah-brass", 1)
    cheaper = make_shelved_offer(product=make_product_of(offer), price_minor=20000, units=1)
    card = shelf(market_id).items[0]
    assert (card.offer_id, card.offers) == (cheaper.id, 2)
    assert shelf(market_id, seller_id=offer.seller_id).total == 1
    assert shelf(market_id, seller_id=new_id()).total == 0


def make_product_of(offer):
    product = make_product()
    return type(product)(
        source_key="", product_id=offer.product_id, variant_id=offer.variant_id, is_new=False
    )


def test_a_shelf_is_one_statement(put, market_id, django_assert_num_queries):
    put("دلة مع فنجان")
    categories()  # kept in the process
    shelf(market_id, text="شيء")  # so are the market's synonyms
    with django_assert_num_queries(1):
        shelf(market_id, category_path="القهوة")
    with django_assert_num_queries(3):  # what the words mean, who holds them, the goods
        shelf(market_id, text="فنجان دلة")


def test_all_words_must_fit_in_any_spelling(put, market_id):
    put("دلّة نحاسية مطروقة", "Brass dallah")
    put("فنجان أبيض", "White cup")
    for query in ("دله", "الدلة النحاسية", "brass", "BRASS dallah", "دلـــة", "نحاسيه مطروقه"):
        assert names(shelf(market_id, text=query)) == ["دلّة نحاسية مطروقة"], query
    assert names(shelf(market_id, text="؟!")) == []


def test_names_that_begin_with_the_words_come_first_and_sold_out_last(put, market_id):
    put("طقم ضيافة مع دلة")
    put("دلة رسلان")
    put("دلة نفدت", units=0)
    assert names(shelf(market_id, text="دلة")) == ["دلة رسلان", "طقم ضيافة مع دلة", "دلة نفدت"]


def test_a_misspelled_word_still_finds_what_it_means(put, market_id):
    put("سماعة بعزل الضوضاء", "Headphones")
    put("فنجان أبيض", "White cup")
    assert names(shelf(market_id, text="الضوظاء")) == ["سماعة بعزل الضوضاء"]
    assert names(shelf(market_id, text="hedphones")) == ["سماعة بعزل الضوضاء"]
    assert shelf(market_id, text="xqzw").items == []


def test_a_category_holds_what_is_below_it_and_no_namesakes(put, market_id):
    put("أ", path=("القهوة",))
    put("ب", path=("القهوة", "دلال"))
    put("ج", path=("القهوة التركية",))
    assert sorted(names(shelf(market_id, category_path="القهوة"))) == ["أ", "ب"]
    assert names(shelf(market_id, category_path="القهوة/دلال")) == ["ب"]
    assert names(shelf(market_id, category_path="%")) == []


def test_sorts(put, market_id):
    put("وسط", price=200)
    put("رخيص", price=100)
    put("غال", price=300)
    put("نفد", price=50, units=0)
    assert names(shelf(market_id, sort="cheap")) == ["رخيص", "وسط", "غال", "نفد"]
    assert names(shelf(market_id, sort="dear")) == ["غال", "وسط", "رخيص", "نفد"]
    assert names(shelf(market_id, sort="new")) == ["نفد", "غال", "رخيص", "وسط"]
    assert len(names(shelf(market_id, sort="'; DROP TABLE"))) == 4


def test_pages(put, market_id):
    for number in range(5):
        put(f"عطر {number}", price=1 + number)
    first, last = (shelf(market_id, text="عطر", sort="cheap", page=n, size=2) for n in (1, 3))
    assert names(first) == ["عطر 0", "عطر 1"] and first.has_next and first.total == 5
    assert names(last) == ["عطر 4"] and not last.has_next and last.pages == 3
    assert shelf(market_id, text="عطر", page=99).items == []
    assert shelf(market_id, page=-5).number == 1


def test_cards_come_in_the_order_asked_for(put, market_id):
    first, second = put("أ"), put("ب")
    asked = [second.product_id, new_id(), first.product_id]
    assert [card.product_id for card in cards(asked)] == [second.product_id, first.product_id]
    assert cards(asked, new_id()) == []


def test_suggestions_name_products(put, market_id):
    put("دلّة رسلان")
    found = suggestions(market_id, "دل").items
    assert [(each.kind, each.name_ar) for each in found] == [("product", "دلّة رسلان")]
    assert suggestions(market_id, " ").items == ()


def test_what_nobody_offers_leaves_the_shelf(put, market_id):
    offer = put("دلة")
    pause_offer(actor=SYSTEM, seller_id=offer.seller_id, offer_id=offer.id)
    index_products(actor=SYSTEM, product_ids=[offer.product_id])
    assert shelf(market_id).items == []


def test_a_seller_without_a_store_stands_on_no_shelf(market_id):
    offer = make_offer()
    index_products(actor=SYSTEM, product_ids=[offer.product_id])
    assert shelf(market_id).items == []


def test_indexing_again_writes_nothing_and_keeps_popularity(put, market_id):
    offer = put("دلة")
    record_sale(actor=SYSTEM, product_ids=[offer.product_id])
    before = Document.objects.values().get()
    index_products(actor=SYSTEM, product_ids=[offer.product_id])
    assert Document.objects.values().get() == before and before["popularity"] > 0


def test_what_sells_rises(put, market_id, django_assert_max_num_queries):
    put("أ")
    sold = put("ب")
    put("ج")
    with django_assert_max_num_queries(5):  # two of them are the savepoint
        record_sale(actor=SYSTEM, product_ids=[sold.product_id])
    assert names(shelf(market_id))[0] == "ب"


def test_many_products_take_few_statements(put, django_assert_max_num_queries):
    made = [put(f"عطر {number}").product_id for number in range(20)]
    with django_assert_max_num_queries(14):
        index_products(actor=SYSTEM, product_ids=made)


def test_the_shelf_follows_the_facts(store, market_id):
    """From the change to the shelf through the outbox, as in life."""
    offer = make_offer(seller_id=store.seller_id, price_minor=500)
    deliver_all()
    assert shelf(market_id).items[0].price == Money(500, "SAR")
    change_price(
        actor=SYSTEM,
        seller_id=offer.seller_id,
        offer_id=offer.id,
        price=Money(400, "SAR"),
        was=Money(500, "SAR"),
        version=1,
    )
    deliver_all()
    assert shelf(market_id).items[0].was == Money(500, "SAR")


def test_places_that_a_product_leaves_are_told_too(put, store, market_id):
    product_id = put("دلة", path=("القهوة", "دلال")).product_id
    other = new_id()
    Document.objects.update(category_path="المطبخ/أباريق", sellers=[other])
    ShelfCount.objects.all().delete()
    index_products(actor=SYSTEM, product_ids=[product_id])
    stale = ShelfCount.objects.filter(market_id=market_id, is_stale=True)
    left = {"c/المطبخ", "c/المطبخ/أباريق", f"s/{other}"}
    stands = {"", "c/القهوة", "c/القهوة/دلال", f"s/{store.seller_id}"}
    assert set(stale.values_list("place", flat=True)) == left | stands


def test_the_last_unit_of_an_unpaid_order_leaves_the_shelf_and_comes_back(store, market_id):
    offer = make_offer(seller_id=store.seller_id, units=1)
    deliver_all()
    assert shelf(market_id).items[0].in_stock
    line = make_line(
        offer_id=offer.id,
        stock_id=offer.stock_id,
        product_id=offer.product_id,
        variant_id=offer.variant_id,
        unit_minor=offer.price.minor,
    )
    waits = {"state": OrderState.PENDING, "due_at": now() + timedelta(hours=1)}
    placed = place_one(store.seller_id, make_order_to_place(line, **waits))
    deliver_all()
    assert not shelf(market_id).items[0].in_stock
    given = {"actor": SYSTEM, "seller_id": store.seller_id, "order_id": placed.order_id}
    expire_order(**given, reason=CancelReason.NOT_PAID)
    deliver_all()
    assert shelf(market_id).items[0].in_stock


@pytest.fixture
def two_markets():
    """Offers of one product with one unit each, and the markets where they are shown."""
    found, product = [], make_product()
    for slug, country, currency in (("sa", "SA", "SAR"), ("eg", "EG", "EGP")):
        market = make_market(slug, country=country, currency=currency)
        seller_id = make_store(make_seller(market)).seller_id
        offer = make_shelved_offer(seller_id=seller_id, product=product, units=1)
        found.append((offer, market.id))
    return found


@pytest.mark.parametrize("place", [0, 1], ids=["SA", "EG"])
@pytest.mark.parametrize("see", [hide_sold_out, record_sale])
def test_what_is_sold_out_in_one_market_stands_on_in_the_other(two_markets, see, place):
    offer, market_id = two_markets[place]
    _, other = two_markets[1 - place]
    gone = [StockChange(offer.stock_id, -1)]
    adjust_stock(actor=SYSTEM, seller_id=offer.seller_id, changes=gone, reference_id=new_id())
    see(actor=SYSTEM, product_ids=[offer.product_id])
    assert not shelf(market_id).items[0].in_stock
    assert shelf(other).items[0].in_stock


def deliver_all():
    while Relay().deliver_pending():
        pass


@pytest.mark.django_db(transaction=True)
def test_an_older_reading_never_overwrites_a_newer_one():
    offer = make_shelved_offer(price_minor=10000, units=5)

    def index():
        try:
            index_products(actor=SYSTEM, product_ids=[offer.product_id])
        finally:
            connection.close()

    with ThreadPoolExecutor() as pool:
        with transaction.atomic():
            change_price(
                actor=SYSTEM,
                seller_id=offer.seller_id,
                offer_id=offer.id,
                price=Money(9000, "SAR"),
                was=None,
                version=offer.version,
            )
            index_products(actor=SYSTEM, product_ids=[offer.product_id])
            second = pool.submit(index)
            with pytest.raises(TimeoutError):
                second.result(timeout=0.5)
        second.result(timeout=30)
    assert cards([offer.product_id])[0].price.minor == 9000
