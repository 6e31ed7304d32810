"""Kept sums of sales, and what has come or moved since, are together what the orders say."""

from dataclasses import replace
from datetime import timedelta
from zoneinfo import ZoneInfo

import pytest
from django.db import connection

from tijara.domains.offers.testing import make_offer
from tijara.kit.actor import SYSTEM
from tijara.kit.clock import going_from, now
from tijara.kit.ids import new_id

from ..actions import cancel_order, sum_sales
from ..models import Order, SalesBucket, SummedSales
from ..queries import buckets_proof, sales_of_all
from ..shapes import CancelReason
from ..testing import make_line, make_order_to_place, place_one

pytestmark = pytest.mark.django_db(transaction=True)
ZONE = "Asia/Riyadh"
LONG_AGO = now().replace(hour=9, minute=1) - timedelta(days=400)


class Shop:
    """Sells a thing of 10.00 to whoever comes."""

    def __init__(self) -> None:
        self.offer = make_offer(1000, 1000)

    def sell(self, moment, buyer_id):
        offer = self.offer
        line = make_line(
            offer_id=offer.id, stock_id=offer.stock_id, product_id=offer.product_id, unit_minor=1000
        )
        with going_from(moment):
            placed = place_one(offer.seller_id, make_order_to_place(line, buyer_id=buyer_id))
        return placed.order_id

    def cancel(self, order_id, moment=None):
        given = {"actor": SYSTEM, "seller_id": self.offer.seller_id, "order_id": order_id}
        with going_from(moment or now()):
            cancel_order(**given, reason=CancelReason.OUT_OF_STOCK)


@pytest.fixture
def shop():
    return Shop()


def told():
    """What the desk says: ([orders, minor units] by day, newcomers by day)."""
    span = {"since": LONG_AGO.replace(hour=0, minute=0), "zone": ZONE}
    sales = sales_of_all(**span, with_newcomers=True)
    assert [replace(one, newcomers=0) for one in sales] == sales_of_all(**span)
    newcomers = [(one.day, one.newcomers) for one in sales if one.newcomers]
    return [(one.day, one.orders, one.total.minor) for one in sales], newcomers


def added_up_anew():
    """The same, of the orders alone."""
    SummedSales.objects.all().delete()
    found = told()
    assert not SummedSales.objects.exists()
    return found


def test_what_is_kept_and_what_came_since_is_what_the_orders_say(shop):
    old, new = new_id(), new_id()
    for days in (0, 0, 3, 90):
        shop.sell(LONG_AGO + timedelta(days=days, minutes=40), old)
    assert sum_sales(actor=SYSTEM) > 1
    assert SalesBucket.objects.count() == 3
    today = now()
    young = [shop.sell(today, new), shop.sell(today, old)]
    Order.objects.filter(id__in=young).update(placed_at=today)
    kept = told()
    assert [orders for _, orders, _ in kept[0]] == [2, 1, 1, 2]
    assert [number for _, number in kept[1]] == [1, 1]
    assert kept[1][1][0] == today.astimezone(ZoneInfo(ZONE)).date()
    assert kept == added_up_anew()


def test_an_old_order_that_stands_no_more_leaves_its_quarter_at_once(shop):
    """And the next order of its buyer is his first now, wherever it lies."""
    buyer = new_id()
    first = shop.sell(LONG_AGO, buyer)
    shop.sell(LONG_AGO + timedelta(days=50), buyer)
    sum_sales(actor=SYSTEM)
    before = told()
    shop.cancel(first)
    after = told()
    assert [len(before[0]), len(after[0])] == [2, 1]
    assert (after[1][0][0] - before[1][0][0]).days == 50
    assert sum_sales(actor=SYSTEM) == 2
    assert told() == after == added_up_anew()


def test_two_orders_of_one_moment_are_one_new_buyer(shop):
    buyer = new_id()
    shop.sell(LONG_AGO, buyer)
    Shop().sell(LONG_AGO, buyer)
    Order.objects.update(placed_at=LONG_AGO)
    assert [number for _, number in told()[1]] == [1]
    sum_sales(actor=SYSTEM)
    assert [number for _, number in told()[1]] == [1]


def test_quarters_that_nothing_has_touched_are_not_added_up_again(shop):
    for hours in range(40):
        shop.sell(LONG_AGO + timedelta(hours=hours), new_id())
    sum_sales(actor=SYSTEM)
    assert sum_sales(actor=SYSTEM) == 0
    SalesBucket.objects.update(total_minor=7)
    assert {minor for _, _, minor in told()[0]} <= {7 * count for count in range(1, 25)}


def test_the_proof_sees_a_sum_that_is_wrong_and_summing_anew_mends_it(shop):
    shop.sell(LONG_AGO, new_id())
    assert buckets_proof().checked == 0
    sum_sales(actor=SYSTEM)
    assert buckets_proof().faults == []
    SalesBucket.objects.update(newcomers=0)
    assert len(buckets_proof().faults) == 1
    sum_sales(actor=SYSTEM, anew=True)
    assert (buckets_proof().checked, buckets_proof().faults) == (1, [])


def test_what_was_lived_in_the_past_is_found_by_summing_anew(shop):
    sum_sales(actor=SYSTEM)
    shop.sell(LONG_AGO, new_id())
    assert len(buckets_proof().faults) == 1
    sum_sales(actor=SYSTEM, anew=True)
    assert buckets_proof().faults == []
    with connection.cursor() as cursor:
        cursor.execute("SELECT count(*) FROM orders_sales_bucket")
        assert cursor.fetchone()[0] == 1
