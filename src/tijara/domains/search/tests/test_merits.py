"""What counts of a product beside its words, and how its sales fade."""

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tijara.domains.catalogue.testing import make_product
from tijara.domains.deals.events import DisputeMoved
from tijara.domains.deals.shapes import DealState
from tijara.domains.fulfilment.events import UnitsGivenUp
from tijara.domains.orders.events import OrderCancelled, OrderDelivered
from tijara.domains.reviews.events import RatingChanged
from tijara.domains.reviews.testing import make_review
from tijara.domains.search.actions import index_products, note_service, record_sale
from tijara.domains.search.models import Document, SellerRecord
from tijara.domains.search.queries import asking, browse, services, shelf
from tijara.domains.search.rules import (
    USUAL_SERVICE,
    Merit,
    Standing,
    popularity_of,
    recent_sales,
    service_of,
    weight_of,
)
from tijara.domains.search.rules.merits import lift_of, merits
from tijara.domains.search.rules.popularity import HALF_LIFE_DAYS
from tijara.domains.search.shapes import Wish
from tijara.domains.search.testing import make_shelved_offer
from tijara.domains.stores.testing import make_store
from tijara.kit import recent
from tijara.kit.actor import SYSTEM
from tijara.kit.clock import now
from tijara.kit.ids import new_id
from tijara.platform.outbox.recorder import record
from tijara.platform.outbox.relay import Relay

NOW = datetime(2026, 11, 27, tzinfo=UTC)
HALF_LIFE = timedelta(days=HALF_LIFE_DAYS)
USUAL = Standing(True, 0.0)


@given(st.integers(1, 2_000_000), st.integers(0, 3000))
def test_sales_are_worth_half_as_much_after_a_half_life(sales, days):
    sold = NOW - timedelta(days=days)
    worth = recent_sales(popularity_of(sales, sold), weight_of(NOW))
    assert worth == pytest.approx(sales * 0.5 ** (days / HALF_LIFE_DAYS), rel=1e-4)


def test_what_was_never_sold_is_worth_nothing():
    assert popularity_of(0, NOW) == 0 and recent_sales(0, weight_of(NOW)) == 0.0


def test_each_merit_is_a_share_and_none_outweighs_the_words():
    best = Standing(True, 10_000, days=0, times=0.5, service=1.0, stars=500, reviews=100)
    worst = Standing(True, 0, days=4000, times=2.0, service=0.5, stars=100, reviews=100)
    assert merits(best).keys() == set(Merit) and merits(USUAL) == {}
    assert lift_of(merits(best), in_stock=True) < 1.85
    assert lift_of(merits(worst), in_stock=False) > 0.55


@pytest.mark.parametrize(
    ("better", "worse"),
    [
        (Standing(True, 5.0), USUAL),
        (Standing(True, 0.0, days=1), Standing(True, 0.0, days=200)),
        (Standing(True, 0.0, times=0.8), USUAL),
        (USUAL, Standing(True, 0.0, service=0.8)),
        (Standing(True, 0.0, stars=9, reviews=2), Standing(True, 0.0, stars=8, reviews=2)),
        (Standing(True, 0.0, stars=50, reviews=10), Standing(True, 0.0, stars=5, reviews=1)),
        (USUAL, Standing(False, 0.0)),
    ],
)
def test_who_has_more_of_one_comes_before_his_like(better, worse):
    lifts = [lift_of(merits(one), in_stock=one.in_stock) for one in (better, worse)]
    assert lifts[0] > lifts[1]


def test_a_shop_that_nobody_knows_serves_as_is_usual_and_a_few_orders_say_little():
    assert service_of(0, 0) == USUAL_SERVICE
    assert service_of(0, 1) > 0.9 > service_of(10, 10)
    assert service_of(500, 0) > 0.99


@pytest.fixture
def goods():
    """Two alike, of two shops; the second was there first."""
    return [
        make_shelved_offer(product=make_product(name_ar="دلة نحاس"), price_minor=500)
        for _ in range(2)
    ]


@pytest.mark.django_db
class TestOfDocuments:
    @pytest.fixture
    def market_id(self, goods):
        return Document.objects.values_list("market_id", flat=True).first()

    def test_a_sale_adds_up_as_the_rule_says(self, goods, market_id):
        one = goods[0].product_id
        for _ in range(3):
            record_sale(actor=SYSTEM, product_ids=[one])
        held = Document.objects.get(product_id=one).popularity
        assert held == pytest.approx(popularity_of(3, now()), abs=50)

    def test_what_sold_long_ago_stands_behind_what_sells_now(self, goods, market_id):
        once, lately = goods
        long_ago = popularity_of(4, now() - 3 * HALF_LIFE)
        Document.objects.filter(product_id=once.product_id).update(popularity=long_ago)
        record_sale(actor=SYSTEM, product_ids=[lately.product_id])
        assert shelf(market_id).items[0].product_id == lately.product_id
        record_sale(actor=SYSTEM, product_ids=[once.product_id])
        assert shelf(market_id).items[0].product_id == once.product_id

    def test_of_two_alike_the_reliable_shop_and_the_lower_price_come_first(self, goods, market_id):
        def order():
            recent.forget_all()
            return [one.product_id for one in shelf(market_id, text="دلة نحاس").items]

        older, newer = (one.product_id for one in goods)
        assert order() == [newer, older]
        Document.objects.filter(product_id=newer).update(price_minor=1000)
        assert order() == [older, newer]
        note_service(actor=SYSTEM, seller_id=goods[0].seller_id, failed=30)
        assert order() == [newer, older]
        recent.forget_all()
        reasons = {one.card.product_id: one.merits for one in asking(market_id, "دلة نحاس").reasons}
        assert reasons[older][Merit.SERVICE] < 0 < reasons[older][Merit.NEW]
        assert reasons[newer][Merit.PRICE] < 0 and Merit.SERVICE not in reasons[newer]

    def test_facts_say_how_a_seller_serves(self):
        seller, order = new_id(), new_id()
        told = {"seller_id": seller, "order_id": order}
        more = {"number": "1", "buyer_id": new_id()}
        for by in ("seller", "buyer"):
            record(seller, OrderCancelled(**told, **more, by=by, reason=""))
            parts = {"shipment_id": new_id(), "by": by, "reason": ""}
            record(seller, UnitsGivenUp(**told, **more, **parts))
            moved = DisputeMoved(
                **told,
                state=DealState.UNDONE,
                by="staff" if by == "buyer" else by,
                move_id=new_id(),
            )
            record(seller, moved)
        for _ in range(2):
            record(seller, OrderDelivered(seller, new_id(), **more))
        while Relay().deliver_pending():
            pass
        held = SellerRecord.objects.get(seller_id=seller)
        assert (held.served, held.failed) == (pytest.approx(2, 1e-3), pytest.approx(3.5, 1e-3))
        assert services([seller])[seller] == pytest.approx(service_of(2, 3.5), 1e-3)

    def test_what_was_noted_fades(self):
        seller = new_id()
        note_service(actor=SYSTEM, seller_id=seller, failed=4)
        ago = now() - timedelta(days=90)
        SellerRecord.objects.update(counted_at=ago)
        note_service(actor=SYSTEM, seller_id=seller, failed=1)
        assert SellerRecord.objects.get().failed == pytest.approx(3, 1e-3)

    def test_what_buyers_say_narrows_and_counts(self):
        review = make_review(stars=4)
        make_store(review.seller_id)
        index_products(actor=SYSTEM, product_ids=[review.product_id])
        market_id = Document.objects.get(product_id=review.product_id).market_id

        def found(stars):
            told = browse(Wish(market_id, picked={"rating": (stars,)}))
            return [one.product_id for one in told.page.items]

        assert found("4") == found("2") == [review.product_id]
        assert found("5") == found("4"), "five stars and more is nothing that can be asked for"
        Document.objects.update(facets=[])
        assert found("4") == []
        record(review.seller_id, RatingChanged(review.seller_id, review.product_id, market_id))
        while Relay().deliver_pending():
            pass
        assert found("4") == [review.product_id]
