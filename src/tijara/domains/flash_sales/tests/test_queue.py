"""Where somebody stands: told of the goods that he waits for, and as exactly in a long queue."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from tijara.domains.flash_sales.queries import (
    forget_queues,
    limited_places,
    queue_of,
    standing_of,
)
from tijara.domains.flash_sales.rules import before_of
from tijara.domains.flash_sales.shapes import Line, PlaceState
from tijara.domains.flash_sales.testing import Shop, Visitor
from tijara.domains.markets.testing import make_market

pytestmark = pytest.mark.django_db


@pytest.fixture
def market():
    return make_market()


def stands(shop, visitor):
    forget_queues()
    return standing_of(shop.sale, visitor.place)


class TestTwoGoods:
    @pytest.fixture
    def shop(self, market):
        """Of the first there are two pieces and many want it; the second nobody wants."""
        return Shop(market, units=2, goods=2).opened()

    def test_before_one_are_those_who_want_the_same(self, shop):
        for _ in range(5):
            Visitor(shop).joins()
        alone = Visitor(shop).joins(item=1)
        shop.begins()
        last = Visitor(shop).joins()
        shop.ticks()
        assert stands(shop, alone).ahead == 0
        assert stands(shop, last).ahead == 5

    def test_what_is_gone_is_gone_though_something_else_is_left(self, shop):
        lucky = [Visitor(shop).joins().prepares() for _ in range(2)]
        shop.begins()
        waiting, other = Visitor(shop).joins(), Visitor(shop).joins(item=1)
        shop.ticks()
        assert {one.place.state for one in lucky} == {PlaceState.TURN}
        told, beside = stands(shop, waiting), stands(shop, other)
        assert told.is_sold_out and told.may_miss
        assert not beside.is_sold_out and not beside.may_miss

    def test_it_warns_where_those_before_want_all_that_is_left(self, market):
        shop = Shop(market, units=3, per_person=2, per_household=2).opened()
        first = Visitor(shop).joins(quantity=2)
        shop.begins()
        second, third = Visitor(shop).joins(quantity=1), Visitor(shop).joins(quantity=1)
        shop.ticks()
        assert first.place.position < second.place.position < third.place.position
        assert [stands(shop, one).may_miss for one in (first, second, third)] == [
            False,
            False,
            True,
        ]


def test_a_household_that_has_had_its_part_is_told(market):
    shop = Shop(market, units=5, per_household=1).opened()
    family = [Visitor(shop).joins().prepares(building="12") for _ in range(2)]
    stranger = Visitor(shop).joins().prepares()
    shop.begins()
    shop.ticks()
    (had,) = [one for one in family if one.place.state is PlaceState.TURN]
    had.buys()
    (other,) = [one for one in family if one is not had]
    told = limited_places(shop.seller_id, [other.place_id, had.place_id, stranger.place_id])
    assert told == {other.place_id}


def line_of(people, near=200, step=100, quantity=1):
    """As the database tells it of people at every second position."""
    marks = [
        (2 * place, place, place * quantity, quantity)
        for place in range(1, people + 1)
        if place <= near or place % step == 0 or place == people
    ]
    return Line(tuple(marks), people, people * quantity)


@pytest.mark.parametrize("place", [1, 2, 199, 200, 300, 5_000, 12_345, 99_999, 100_000])
def test_a_long_line_is_told_within_one_in_a_hundred(place):
    people, units = before_of(line_of(100_000, quantity=2), 2 * place)
    assert abs(people - (place - 1)) <= (0 if place <= 200 else place // 100)
    assert abs(units - 2 * (place - 1)) <= (0 if place <= 200 else place // 50)


def test_a_line_that_is_not_known_holds_nobody():
    assert before_of(Line(), 7) == (0, 0)
    assert before_of(line_of(3), 1) == (0, 0)
    assert before_of(line_of(3), 100) == (3, 3)


LAY = """
    INSERT INTO flash_place (seller_id, id, sale_id, item_id, quantity, buyer_id, state, joined_at,
        position, is_drawn, checkout_id, is_ready, payment_method, total_minor, city, phone_key,
        address_key, number)
    SELECT seller_id, uuidv7(), sale_id, item_id, 1, uuidv7(), 'waiting', joined_at, 10 + n, false,
           uuidv7(), true, '', 0, '', 'p:' || n, '', ''
    FROM flash_place CROSS JOIN generate_series(1, %s) AS each (n) WHERE id = %s
"""


def test_a_long_queue_is_as_short_to_know_as_another(market):
    shop = Shop(market, units=1).opened()
    one = Visitor(shop).joins()
    shop.begins()
    with connection.cursor() as cursor:
        cursor.execute(LAY, [5_000, one.place_id])
    forget_queues()
    with CaptureQueriesContext(connection) as asked:
        queue = queue_of(shop.seller_id, shop.sale_id)
        queue_of(shop.seller_id, shop.sale_id)
    assert len(asked) == 2
    (line,) = queue.lines.values()
    assert (line.people, queue.waiting) == (5_001, 5_001)
    assert len(line.marks) <= 200 + 50
    assert before_of(line, 10 + 5_000) == (5_000, 5_000)
