"""What is promised of the time of delivery: what a filter shows is there in time, in that place."""

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tijara.domains.catalogue.shapes import ProductKind
from tijara.domains.catalogue.testing import make_product
from tijara.domains.markets.queries import market_by_id, working_days, zone_of
from tijara.domains.markets.testing import make_market
from tijara.domains.parties.queries import seller_terms
from tijara.domains.parties.testing import make_seller
from tijara.domains.search.actions import recount_shelves
from tijara.domains.search.queries import browse, drift_proof
from tijara.domains.search.rules import WITHIN, counted_arrivals, in_time, sound_picks
from tijara.domains.search.shapes import Wish
from tijara.domains.search.testing import make_shelved_offer
from tijara.domains.shipping.actions import (
    drop_own_zone,
    reset_own_service,
    set_market_service,
    set_market_zone,
    set_own_service,
    set_own_zone,
)
from tijara.domains.shipping.queries import delivery_options
from tijara.domains.shipping.shapes import DeliveryCode, ServiceTerms, Zone
from tijara.domains.stores.testing import make_store
from tijara.kit.actor import SYSTEM
from tijara.kit.clock import going_from, now
from tijara.kit.ids import new_id
from tijara.platform.outbox.relay import Relay

FAR, CITY = "SA-10", "sa-farasan"
EXPRESS = ServiceTerms(DeliveryCode.EXPRESS, 3500, None, 0, 1)
PICKUP = ServiceTerms(DeliveryCode.PICKUP, 0, None, 0, 0)
SELLERS = [new_id(), new_id()]


class TestWhatIsAddedUp:
    @given(
        goods=st.lists(
            st.tuples(st.integers(0, 7), st.sampled_from([None, *SELLERS])), max_size=30
        ),
        usual=st.one_of(st.none(), st.integers(0, 5)),
        longer=st.lists(st.one_of(st.none(), st.integers(0, 5)), min_size=2, max_size=2),
        working=st.lists(st.integers(0, 7), min_size=4, max_size=4).map(sorted),
    )
    def test_a_count_is_what_the_filter_lets_through(self, goods, usual, longer, working):
        own = dict(zip(SELLERS, longer, strict=True))
        said = [f"{days}@{seller}" if seller else str(days) for days, seller in goods]
        times = list(zip(WITHIN, working, strict=True))
        counted = dict(counted_arrivals([(one, 1) for one in said], times, usual, own))
        for within, most in times:
            assert counted[within] == sum(one in in_time(most, usual, own) for one in said)

    def test_what_needs_no_road_is_always_there(self):
        assert in_time(0, None, {}) == ["now"]
        assert counted_arrivals([("now", 2)], [(0, 0)], None, {}) == [(0, 2)]

    def test_whoever_has_no_places_of_his_own_any_more_is_like_all(self):
        assert counted_arrivals([(f"1@{new_id()}", 4)], [(3, 2)], 1, {}) == [(3, 4)]

    @pytest.mark.parametrize("odd", ["2", "-1", "x", "", "3@" + "x" * 41, "3@a\0b", "٣"])
    def test_other_times_are_passed_over(self, odd):
        assert sound_picks({"delivery": (odd,)}) == {}
        assert sound_picks({"delivery": (odd, "3", "1@sa-riyadh")}) == {
            "delivery": ("3", "1@sa-riyadh")
        }


@pytest.fixture
def market():
    return make_market()


@pytest.fixture
def store(market):
    return make_store(make_seller(market))


@pytest.fixture
def put(store):
    def put(name, handling=0, *, seller_id=None, units=5, **told):
        product = make_product(name_ar=name, category_path_ar=("قهوة",), **told)
        return make_shelved_offer(
            seller_id=seller_id or store.seller_id,
            product=product,
            units=units,
            handling_days=handling,
        )

    return put


@pytest.fixture
def look(market):
    def look(*within, area="", **place):
        values = tuple(f"{one}@{area}" if area else str(one) for one in within)
        picked = {"delivery": values} if values else {}
        return browse(Wish(market.id, picked=picked, area=area, **place))

    return look


def names(found):
    return sorted(card.name_ar for card in found.page.items)


def counts(found):
    return {int(each.value.partition("@")[0]): each.count for each in found.facets["delivery"]}


def hear():
    while Relay().deliver_pending():
        pass


SUNDAY, THURSDAY = (datetime(2024, 11, day, 9, tzinfo=UTC) for day in (24, 28))
"""After the one come four working days, after the other the weekend."""


@pytest.fixture
def on():
    with going_from(SUNDAY):
        yield


@pytest.mark.django_db
class TestShelves:
    def test_the_slower_of_the_promise_counts(self, put, look, on):
        """The market's own way takes three working days at most: with one to pack it is four."""
        put("سريع", 0)
        put("بطيء", 1)
        assert counts(look()) == {3: 1, 7: 2}
        assert names(look(3)) == ["سريع"] and names(look(7)) == ["بطيء", "سريع"]
        assert look(1).page.items == []

    def test_any_of_the_times_picked_will_do(self, put, look, on):
        put("سريع", 0)
        put("بطيء", 1)
        assert names(look(1, 7)) == ["بطيء", "سريع"]

    def test_nobody_works_on_the_weekend(self, put, look, on, market):
        set_market_service(actor=SYSTEM, market_id=market.id, terms=EXPRESS)
        put("سريع", 0)
        assert counts(look()) == {1: 1, 3: 1, 7: 1}
        with going_from(THURSDAY):
            assert counts(look()) == {3: 1, 7: 1}

    def test_goods_to_be_fetched_are_not_delivered(self, put, look, on, market, store):
        set_market_service(actor=SYSTEM, market_id=market.id, terms=PICKUP)
        there = ServiceTerms(DeliveryCode.PICKUP, 0, None, 0, 0, "حي العليا")
        set_own_service(actor=SYSTEM, seller_id=store.seller_id, terms=there)
        put("سريع", 0)
        assert counts(look()) == {3: 1, 7: 1}

    def test_what_can_not_be_bought_arrives_never_and_files_at_once(self, put, look, on):
        put("نافد", units=0)
        put("ملف", 1, kind=ProductKind.DIGITAL)
        assert counts(look()) == {0: 1, 1: 1, 3: 1, 7: 1}
        assert names(look(0)) == ["ملف"]

    def test_a_far_place_takes_longer_and_some_are_not_reached(self, put, look, on, market):
        put("سريع", 0)
        set_market_zone(actor=SYSTEM, market_id=market.id, zone=Zone(CITY, extra_days=2))
        assert counts(look(area="sa-riyadh")) == {3: 1, 7: 1}
        assert counts(look(area=CITY)) == {7: 1} and names(look(3, area=CITY)) == []
        set_market_zone(actor=SYSTEM, market_id=market.id, zone=Zone(FAR, is_served=False))
        assert counts(look(7, area=FAR)) == {7: 0}

    def test_a_shop_that_goes_there_slower_is_told_apart(self, put, look, on, store):
        other = make_store(make_seller_beside(store))
        put("هنا", 0)
        set_own_zone(actor=SYSTEM, seller_id=other.seller_id, zone=Zone(FAR, extra_days=2))
        put("هناك", 0, seller_id=other.seller_id)
        assert counts(look()) == {3: 2, 7: 2}
        assert counts(look(area=FAR)) == {3: 1, 7: 2}
        assert names(look(3, area=FAR)) == ["هنا"]
        recount_shelves(actor=SYSTEM, limit=99)
        assert counts(look(area=FAR)) == {3: 1, 7: 2}, "what is kept of a place knows it too"

    def test_a_shops_window_asks_nothing_of_it(self, put, look, on, store):
        put("سريع", 0)
        found = look(0, seller_id=store.seller_id)
        assert names(found) == ["سريع"] and "delivery" not in found.facets

    def test_it_says_what_the_page_of_delivery_says(self, put, look, market, store):
        """Whatever day it is: the best way's last day lies within the time, or it isn't shown."""
        set_market_service(actor=SYSTEM, market_id=market.id, terms=EXPRESS)
        offers = [put(f"سلعة {days}", days) for days in range(5)]
        today = now().astimezone(zone_of(market.country)).date()
        for within in WITHIN:
            shown = {card.offer_id for card in look(within).page.items}
            for days, offer in enumerate(offers):
                ways = delivery_options(market, store.seller_id, offer.price, "", days, today)
                last = min(way.latest for way in ways)
                assert (offer.id in shown) == (last <= today + timedelta(days=within))


def make_seller_beside(store):
    market_id = seller_terms([store.seller_id])[store.seller_id].market_id
    return make_seller(market_by_id(market_id))


@pytest.mark.django_db(transaction=True)
class TestChanges:
    @pytest.fixture
    def goods(self, put, store):
        other = make_store(make_seller_beside(store))
        hear()
        return put("هنا", 0), put("هناك", 0, seller_id=other.seller_id), other.seller_id

    def test_a_shop_gets_faster_and_is_like_all_again(self, goods, look, on, market, store):
        fast = ServiceTerms(DeliveryCode.STANDARD, 900, None, 0, 1)
        set_own_service(actor=SYSTEM, seller_id=store.seller_id, terms=fast)
        hear()
        assert counts(look()) == {1: 1, 3: 2, 7: 2}
        reset_own_service(actor=SYSTEM, seller_id=store.seller_id, code=DeliveryCode.STANDARD)
        hear()
        assert counts(look()) == {3: 2, 7: 2}

    def test_a_shop_says_something_of_a_place_and_takes_it_back(self, goods, look, on, store):
        set_own_zone(actor=SYSTEM, seller_id=store.seller_id, zone=Zone(FAR, is_served=False))
        hear()
        assert counts(look(area=FAR)) == {3: 1, 7: 1}
        drop_own_zone(actor=SYSTEM, seller_id=store.seller_id, place=FAR)
        hear()
        assert counts(look(area=FAR)) == {3: 2, 7: 2}

    def test_a_market_gets_faster(self, goods, look, on, market):
        set_market_service(actor=SYSTEM, market_id=market.id, terms=EXPRESS)
        hear()
        assert counts(look()) == {1: 2, 3: 2, 7: 2}
        assert drift_proof().faults == []


def test_working_days_within():
    days = working_days("SA")
    thursday = datetime(2026, 11, 26, tzinfo=UTC).date()
    assert [days.within(thursday, number) for number in WITHIN] == [0, 0, 1, 5]
    for number in range(8):
        assert days.after(thursday, days.within(thursday, number)) <= thursday + timedelta(number)
