"""What is promised of searches that a buyer keeps: he is told of news once, as he wishes, at a
bounded cost, and nobody else sees or changes them."""

from datetime import timedelta

import pytest

from tijara.domains.accounts.testing import make_account
from tijara.domains.catalogue.testing import make_product
from tijara.domains.messaging.queries import recent_messages
from tijara.domains.offers.actions import change_price
from tijara.domains.parties.actions import open_customer
from tijara.domains.parties.queries import seller_terms
from tijara.domains.search.actions import (
    TooManySearches,
    drop_search,
    index_products,
    keep_search,
    tell_of_searches,
    turn_search,
)
from tijara.domains.search.models import Document, SavedSearch
from tijara.domains.search.queries import (
    read_search_token,
    saved_search,
    search_link_token,
    searches_of,
)
from tijara.domains.search.rules import DELIVERY, MOST_KNOWN, MOST_SAVED, arrival
from tijara.domains.search.shapes import Rhythm, SearchToKeep, Wish
from tijara.domains.search.testing import make_shelved_offer
from tijara.domains.stores.testing import make_store
from tijara.kit.actor import SYSTEM, Actor, ActorKind
from tijara.kit.clock import now
from tijara.kit.ids import new_id
from tijara.kit.money import Money
from tijara.kit.powers import BUYER_POWERS, VISITOR_POWERS
from tijara.platform.action import NotAllowed

pytestmark = pytest.mark.django_db


@pytest.fixture
def store():
    return make_store()


@pytest.fixture
def market_id(store):
    return seller_terms([store.seller_id])[store.seller_id].market_id


@pytest.fixture
def put(store):
    def put(name_ar, price_minor=20000, units=5):
        place = {"category_path_ar": ("أشياء",), "category_path_en": ("Things",)}
        product = make_product(name_ar=name_ar, name_en="", **place)
        return make_shelved_offer(
            seller_id=store.seller_id, product=product, price_minor=price_minor, units=units
        )

    return put


@pytest.fixture
def noura():
    person_id = make_account()
    return open_customer(actor=Actor(ActorKind.BUYER, person_id, powers=VISITOR_POWERS))


def buyer(buyer_id):
    return Actor(ActorKind.BUYER, owner_id=buyer_id, powers=BUYER_POWERS)


@pytest.fixture
def keep(market_id, noura):
    def keep(text="دلة", rhythm=Rhythm.DAILY, buyer_id=noura, path="/search?q=x", **picked):
        told = SearchToKeep(f"بحث {text}", path, Wish(market_id, text, picked=picked), "ar", rhythm)
        return keep_search(actor=buyer(buyer_id), buyer_id=buyer_id, search_id=new_id(), told=told)

    return keep


def next_day(days=1):
    SavedSearch.objects.update(looked_at=now() - timedelta(days=days, hours=1))
    return tell_of_searches(actor=SYSTEM)


def letters():
    return [one for one in recent_messages() if one.kind == "search.saved_search_news"]


def test_what_it_finds_when_it_is_kept_is_no_news(put, keep):
    put("دلة نحاس")
    keep()
    assert tell_of_searches(actor=SYSTEM) == 0, "it was looked at just now"
    assert next_day() == 1 and letters() == []


def test_the_calendar_alone_is_no_news(put, keep):
    put("دلة نحاس"), put("دلة صفراء")
    slow, fast = ([f"{DELIVERY}:{arrival(days)}"] for days in (7, 0))
    Document.objects.filter(name_ar="دلة نحاس").update(facets=slow)
    keep(delivery=("7",))
    Document.objects.filter(name_ar="دلة نحاس").update(facets=fast)
    put("دلة جديدة")
    Document.objects.filter(name_ar="دلة جديدة").update(facets=fast)
    assert next_day() == 1
    (letter,) = letters()
    assert "دلة جديدة" in letter.text and "نحاس" not in letter.text
    Document.objects.update(facets=slow)
    next_day()
    Document.objects.update(facets=fast)
    assert next_day() == 1 and len(letters()) == 1


def test_new_goods_are_told_once(put, keep, noura):
    put("دلة نحاس")
    search_id = keep()
    put("دلة فضة"), put("فنجان")
    assert next_day() == 1
    (letter,) = letters()
    assert "دلة فضة" in letter.text and "فنجان" not in letter.text
    assert read_search_token(search_link_token(noura, search_id)) == (noura, search_id)
    assert next_day() == 1 and len(letters()) == 1


def test_a_fallen_price_is_told_and_a_rise_is_not(put, keep):
    offer = put("دلة نحاس", price_minor=20000)
    keep()

    def price(minor, version):
        change_price(
            actor=SYSTEM, seller_id=offer.seller_id, offer_id=offer.id,
            price=Money(minor, "SAR"), was=None, version=version,
        )  # fmt: skip
        index_products(actor=SYSTEM, product_ids=[offer.product_id])
        next_day()

    price(22000, offer.version)
    assert letters() == []
    price(15000, offer.version + 1)
    (letter,) = letters()
    assert "انخفضت" in letter.text and "150.00 ريال بدلًا من 220.00 ريال" in letter.text


def test_what_can_not_be_bought_is_no_news(put, keep):
    keep()
    put("دلة نحاس", units=0)
    next_day()
    assert letters() == []


def test_guesses_and_other_prices_are_no_news(put, keep):
    keep(text="دلة", price=("-10000",))
    put("دلو ماء", price_minor=500), put("دلة نحاس", price_minor=90000)
    next_day()
    assert letters() == []


def test_weekly_is_weekly_and_never_is_never(put, keep, noura):
    search_id = keep(rhythm=Rhythm.WEEKLY)
    put("دلة نحاس")
    assert next_day(2) == 0 and next_day(8) == 1 and len(letters()) == 1
    turn_search(actor=buyer(noura), buyer_id=noura, search_id=search_id, rhythm=Rhythm.NEVER)
    put("دلة فضة")
    assert next_day(30) == 0 and len(letters()) == 1


def test_kept_twice_it_is_there_once_and_dropped_twice_it_is_gone(keep, noura, market_id):
    search_id = keep()
    assert keep(rhythm=Rhythm.WEEKLY) == search_id
    (one,) = searches_of(noura, market_id)
    assert one.rhythm is Rhythm.WEEKLY
    for _ in range(2):
        drop_search(actor=buyer(noura), buyer_id=noura, search_id=search_id)
    assert searches_of(noura, market_id) == []


def test_there_are_so_many_and_no_more(keep):
    for number in range(MOST_SAVED):
        keep(path=f"/search?q={number}")
    with pytest.raises(TooManySearches):
        keep(path="/search?q=more")


def test_it_is_nobody_elses(keep, noura, market_id):
    search_id, stranger = keep(), new_id()
    for act in (drop_search, turn_search):
        more = {"rhythm": Rhythm.NEVER} if act is turn_search else {}
        with pytest.raises(NotAllowed):
            act(actor=buyer(stranger), buyer_id=noura, search_id=search_id, **more)
        act(actor=buyer(stranger), buyer_id=stranger, search_id=search_id, **more)
    assert saved_search(stranger, search_id) is None
    assert saved_search(noura, search_id).rhythm is Rhythm.DAILY


@pytest.mark.parametrize("token", ["", "x", "a:b", "é" * 50, "\0"])
def test_a_token_that_we_did_not_make_opens_nothing(token):
    assert read_search_token(token) is None


def test_it_costs_the_same_however_many_goods_there_are(put, keep, django_assert_max_num_queries):
    keep()
    for number in range(4):
        put(f"دلة {number}")
    SavedSearch.objects.update(looked_at=now() - timedelta(days=2))
    with django_assert_max_num_queries(20):
        tell_of_searches(actor=SYSTEM)
    assert len(SavedSearch.objects.get().known) <= 2 * MOST_KNOWN
