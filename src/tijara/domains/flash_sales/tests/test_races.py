"""Everybody at once: exactly what there is gets sold, and every household has its part."""

from collections import Counter
from concurrent.futures import ThreadPoolExecutor
from itertools import batched

import pytest
from django.db import connection, connections

from tijara.domains.checkout.testing import assert_all_proved
from tijara.domains.flash_sales.actions import advance_sale, buy_places, give_back, leave_queue
from tijara.domains.flash_sales.shapes import PlaceState, Purchase
from tijara.domains.flash_sales.testing import CARD, Shop, Visitor
from tijara.domains.markets.testing import make_market
from tijara.domains.orders.actions import expire_order
from tijara.domains.orders.shapes import CancelReason
from tijara.kit.actor import SYSTEM
from tijara.platform.postgres.testing import as_owner

pytestmark = pytest.mark.django_db(transaction=True)


def at_once(works, hands=8):
    def run(work):
        try:
            return work()
        finally:
            connections.close_all()

    with ThreadPoolExecutor(hands) as pool:
        return list(pool.map(run, works))


@pytest.fixture
def shop():
    return Shop(make_market(), units=5).opened()


def test_five_units_are_sold_five_times_to_sixteen_who_all_press(shop):
    visitors = [Visitor(shop).joins().prepares() for _ in range(16)]
    shop.begins()
    outcomes = Counter(one.outcome for one in at_once([one.buys for one in visitors * 2]))
    assert outcomes[Purchase.BOUGHT] == 5
    assert outcomes[Purchase.DUPLICATE] == 5
    assert outcomes[Purchase.WAITING] == 22
    assert shop.sale.sold == 5
    assert_all_proved()


def test_lists_that_overlap_in_any_order_sell_each_place_once(shop):
    visitors = [Visitor(shop).joins().prepares() for _ in range(5)]
    shop.begins()
    ids = [one.place_id for one in visitors]

    def buy(places):
        return lambda: buy_places(actor=SYSTEM, seller_id=shop.seller_id, place_ids=places)

    told = at_once([buy(ids), buy(ids[::-1]), buy(ids[2:] + ids[:2])], hands=3)
    outcomes = Counter(answer.outcome for answers in told for answer in answers)
    assert outcomes == {Purchase.BOUGHT: 5, Purchase.DUPLICATE: 10}
    assert_all_proved()


def test_a_household_that_presses_at_once_has_no_more_than_it_may(shop):
    shop.clock(per_household=1)
    family = [Visitor(shop).joins().prepares() for _ in range(4)]
    shop.begins()
    for one in family:
        one.prepares(phone="+966551234567")

    def buy(one):
        """As the desk does: a list in which somebody breaks is asked one by one."""
        try:
            return one.buys().outcome
        except Exception:
            return one.buys().outcome

    outcomes = Counter(at_once([lambda one=one: buy(one) for one in family], hands=4))
    assert outcomes == {Purchase.BOUGHT: 1, Purchase.LIMIT: 3}
    assert_all_proved()


def test_the_clock_and_the_buyers_do_not_wait_for_each_other(shop):
    """Turns begin, are left and are used at the same time."""
    visitors = [Visitor(shop).joins().prepares() for _ in range(10)]
    shop.begins()

    def tick():
        return advance_sale(actor=SYSTEM, seller_id=shop.seller_id, sale_id=shop.sale_id)

    works = [lambda one=one: leaves(one) for one in visitors[:4]]
    works += [one.buys for one in visitors[4:]] + [tick] * 4
    at_once(works)
    shop.ticks()
    assert shop.sale.sold + shop.sale.held + shop.sale.free == 5
    assert_all_proved()
    for one in visitors[4:]:
        if one.place.state is PlaceState.TURN:
            one.buys()
    assert shop.sale.sold == 5
    assert_all_proved()


def test_who_gives_back_and_who_leaves_never_embrace_who_buys():
    """One good, one household: all want the same rows, and everybody takes them in one order."""
    market = make_market(payment_methods=("cash_on_delivery", "card"), pay_minutes=60)
    shop = Shop(market, units=24, per_person=1, per_household=24).opened()
    home = {"building": "12"}
    first = [Visitor(shop).joins().prepares(method=CARD, **home) for _ in range(8)]
    ticks_until_all_have_a_turn(shop, first)
    orders = [one.buys().order_id for one in first]
    for order_id in orders:
        expire_order(
            actor=SYSTEM, seller_id=shop.seller_id, order_id=order_id, reason=CancelReason.NOT_PAID
        )
    others = [Visitor(shop).joins().prepares(**home) for _ in range(16)]
    ticks_until_all_have_a_turn(shop, others)
    works = []
    for order_id, one, two in zip(orders, others[:8], others[8:], strict=True):
        works += [lambda id=order_id: gives_back(shop, id), one.buys, lambda two=two: leaves(two)]
    at_once(works, hands=12)
    assert shop.sale.sold == 8 and shop.sale.held == 0
    assert_all_proved()


def ticks_until_all_have_a_turn(shop, visitors):
    shop.begins()
    while any(one.place.state is PlaceState.WAITING for one in visitors):
        assert shop.ticks()


def gives_back(shop, order_id):
    return give_back(actor=SYSTEM, seller_id=shop.seller_id, order_id=order_id)


def leaves(one):
    return leave_queue(
        actor=one.actor, buyer_id=one.id, seller_id=one.shop.seller_id, place_id=one.place_id
    )


READ = """
    SELECT sum(idx_tup_read) FROM pg_stat_user_indexes WHERE relname = 'orders_order'
"""


def read_of_orders():
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_stat_force_next_flush()")
        cursor.execute(READ)
        return cursor.fetchone()[0]


def press_in_lists(shop, of):
    ids = [Visitor(shop).joins().prepares().place_id for _ in range(20)]
    shop.begins()
    before = read_of_orders()
    for part in batched(ids, of):
        told = buy_places(actor=SYSTEM, seller_id=shop.seller_id, place_ids=part)
        assert {answer.outcome for answer in told} == {Purchase.BOUGHT}
    return read_of_orders() - before


def test_what_a_press_reads_does_not_grow_with_what_was_sold():
    """Of a shop that the server's statistics don't know, because all orders were another's when
    it counted them."""
    market = make_market()
    press_in_lists(Shop(market, units=20).opened(), 10)
    with as_owner() as cursor:
        cursor.execute("ANALYZE orders_order")
    assert press_in_lists(Shop(market, units=20).opened(), 5) <= 5 * 20
