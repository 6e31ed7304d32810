"""A seller's orders in lists: each once, in the order asked for, in one statement."""

from collections import Counter
from datetime import timedelta

import pytest

from tijara.domains.offers.testing import make_offer
from tijara.kit import clock
from tijara.kit.actor import SYSTEM
from tijara.kit.ids import new_id
from tijara.kit.page import read_cursor

from ..actions import cancel_order, confirm_order
from ..models import Order
from ..queries import (
    all_orders,
    best_sellers,
    late_orders,
    order_ids_of_seller,
    orders_of_seller,
    sales_by_day,
    standing_orders,
)
from ..shapes import CancelReason, DeliveryAddress, OrderSort, OrderState, OrdersWanted
from ..testing import make_line, make_order_to_place, place_one

pytestmark = pytest.mark.django_db(transaction=True)
TODAY = clock.now().date()
STATES = (OrderState.PLACED, OrderState.CONFIRMED, OrderState.CANCELLED)


@pytest.fixture
def seller():
    """Twelve orders in three states, each a piece of 10.00, promised for twelve days in a row."""
    offer = make_offer(1000, 100)
    for count in range(12):
        address = DeliveryAddress(
            f"مشترٍ {'أب'[count % 2]}", f"+96655000000{count % 10}", "sa-riyadh"
        )
        line = make_line(
            offer_id=offer.id, stock_id=offer.stock_id, product_id=offer.product_id, unit_minor=1000
        )
        order = make_order_to_place(
            line,
            address=address,
            promised_to=TODAY + timedelta(days=5 - count),
            payment_method="card" if count % 3 == 0 else "cash_on_delivery",
        )
        placed = place_one(offer.seller_id, order)
        given = {"actor": SYSTEM, "seller_id": offer.seller_id, "order_id": placed.order_id}
        if count % 3 == 1:
            confirm_order(**given)
        if count % 3 == 2:
            cancel_order(**given, reason=CancelReason.OUT_OF_STOCK)
    return offer.seller_id


def test_pages_of_several_states_hold_each_order_once(seller, django_assert_num_queries):
    for sort in OrderSort:
        wanted = OrdersWanted(states=STATES, sort=sort)
        with django_assert_num_queries(3):
            pages = [orders_of_seller(seller, wanted, page=one, size=5) for one in (1, 2, 3)]
        rows = [row for page in pages for row in page.items]
        assert [page.has_next for page in pages] == [True, True, False]
        assert len({row.id for row in rows}) == len(rows) == 12
        assert [row.id for row in rows] == order_ids_of_seller(seller, wanted, most=50)
        newest = orders_of_seller(seller, OrdersWanted(sort=sort), size=50).items
        assert newest == rows
    assert [row.promised_to for row in rows] == sorted(row.promised_to for row in rows)


def of_one(seller):
    return lambda wanted, **place: orders_of_seller(seller, wanted, size=5, **place)


def of_everybody(seller):
    return lambda wanted, **place: all_orders(wanted, seller_id=seller, size=5, **place)


@pytest.mark.parametrize(
    ("whose", "sort", "states"),
    [
        (of_one, OrderSort.NEWEST, ()),
        (of_one, OrderSort.OLDEST, ()),
        (of_one, OrderSort.OLDEST, STATES),
        (of_everybody, OrderSort.NEWEST, ()),
        (of_everybody, OrderSort.NEWEST, STATES),
    ],
)
def test_from_page_to_page_by_keys_and_back_each_order_comes_once(seller, whose, sort, states):
    ask, wanted = whose(seller), OrdersWanted(sort=sort, states=states)
    first = ask(wanted)
    second = ask(wanted, page=2, beside=read_cursor(first.after))
    third = ask(wanted, page=3, beside=read_cursor(second.after))
    assert [page.has_next for page in (first, second, third)] == [True, True, False]
    moments = [row.placed_at for page in (first, second, third) for row in page.items]
    assert len(set(moments)) == 12
    assert moments == sorted(moments, reverse=sort is OrderSort.NEWEST)
    back = ask(wanted, page=2, beside=read_cursor(third.before, is_end=True))
    assert (back.items, back.number) == (second.items, 2)
    start = ask(wanted, page=1, beside=read_cursor(back.before, is_end=True))
    assert (start.items, start.number) == (first.items, 1)


@pytest.mark.parametrize("size", [1, 2])
@pytest.mark.parametrize("sort", [OrderSort.NEWEST, OrderSort.OLDEST])
@pytest.mark.parametrize("whose", ["one", "everybody"])
def test_orders_of_one_moment_are_neither_passed_over_nor_twice(seller, whose, sort, size):
    Order.objects.update(placed_at=clock.now())
    wanted = OrdersWanted(sort=sort, states=(OrderState.PLACED,))

    def ask(number=1, **place):
        if whose == "one":
            return orders_of_seller(seller, wanted, size=size, page=number, **place)
        return all_orders(wanted, seller_id=seller, size=size, page=number, **place)

    pages = [ask()]
    while pages[-1].has_next:
        pages.append(ask(len(pages) + 1, beside=read_cursor(pages[-1].after)))
    ids = [row.id for page in pages for row in page.items]
    assert len(set(ids)) == len(ids) == 4
    assert ids == sorted(ids, reverse=whose == "everybody" or sort is OrderSort.NEWEST)
    back = pages[-1:]
    while back[0].number > 1:
        place = read_cursor(back[0].before, is_end=True)
        back.insert(0, ask(back[0].number - 1, beside=place))
    assert back == pages


def test_the_order_of_promised_days_is_paged_by_numbers(seller):
    wanted = OrdersWanted(sort=OrderSort.DUE)
    first = orders_of_seller(seller, wanted, size=5)
    assert first.after == ""
    newest = orders_of_seller(seller, size=5)
    beside = read_cursor(newest.after)
    second = orders_of_seller(seller, wanted, page=2, size=5, beside=beside)
    assert second.items == orders_of_seller(seller, wanted, size=10).items[5:]


@pytest.mark.parametrize(
    ("wanted", "many"),
    [
        (OrdersWanted(states=(OrderState.PLACED,)), 4),
        (OrdersWanted(payment_method="card"), 4),
        (OrdersWanted(late_on=TODAY), 4),
        (OrdersWanted(text="مشترٍ ب"), 6),
        (OrdersWanted(text="0550000003"), 1),
        (OrdersWanted(text="٥٥ ٠٠٠ ٠٠٠٣"), 1),
        (OrdersWanted(text="%_\\"), 12),
        (OrdersWanted(ids=(new_id(),)), 0),
        (OrdersWanted(since=clock.now() + timedelta(days=1)), 0),
        (OrdersWanted(states=(OrderState.CANCELLED,), text="مشترٍ أ", payment_method="card"), 0),
    ],
)
def test_each_wish_narrows(seller, wanted, many):
    assert len(orders_of_seller(seller, wanted, size=50).items) == many


def test_what_stands_is_counted_with_the_first_of_it(seller):
    standing = standing_orders(seller)
    numbers = {state: count.number for state, count in standing.items() if count.number}
    assert numbers == dict.fromkeys(STATES, 4)
    assert standing[OrderState.PLACED].due == TODAY - timedelta(days=4)
    assert standing[OrderState.SHIPPED].first is None
    assert late_orders(seller, TODAY) == 4


def test_sales_leave_out_what_was_called_off(seller):
    since = clock.now() - timedelta(days=1)
    days = sales_by_day(seller, since=since, zone="Asia/Riyadh")
    assert sum(day.orders for day in days) == 8
    assert sum(day.total.minor for day in days) == 8000
    assert [one.units for one in best_sellers(seller, since=since)] == [8]


def test_another_sellers_are_not_among_them(seller):
    other = make_offer(1000, 5).seller_id
    assert not orders_of_seller(other).items
    assert not best_sellers(other, since=clock.now() - timedelta(days=1))
    assert Counter(count.number for count in standing_orders(other).values()) == {0: 9}
