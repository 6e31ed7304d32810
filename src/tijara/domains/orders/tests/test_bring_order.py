"""The order desk before the door: merged, each with his own answer, never twice, and bounded."""

import os
import signal
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace

import pytest
from django.db import DataError, connection

from tijara.domains.inventory.queries import stock_levels
from tijara.domains.inventory.testing import stock_in_use
from tijara.domains.offers.testing import make_offer
from tijara.domains.orders.actions import bring_order
from tijara.domains.orders.actions.bring_order import DESK
from tijara.domains.orders.models import Order
from tijara.domains.orders.shapes import Outcome
from tijara.domains.orders.testing import make_line, make_order_to_place
from tijara.kit.actor import SYSTEM
from tijara.kit.ids import new_id
from tijara.platform.audits import run_proofs
from tijara.platform.merging import desk as desks
from tijara.platform.merging.desk import DeskBusy
from tijara.platform.merging.lanes import Limits

SOON = 30


@pytest.fixture(autouse=True)
def connections_go_back(monkeypatch):
    """The desk's hands leave as soon as they have nothing to do."""
    monkeypatch.setattr(desks, "REST", 0.0)
    monkeypatch.setattr(desks, "SHORTEST_REST", 0.01)
    yield
    for hand in list(DESK._hands):
        hand.join(SOON)


def an_offer(units):
    return make_offer(1000, units, seller_id=new_id())


def an_order(of, **given):
    line = make_line(offer_id=of.id, stock_id=of.stock_id, unit_minor=of.price.minor)
    return make_order_to_place(line, **given)


def bring(of, order):
    try:
        return bring_order(actor=SYSTEM, seller_id=of.seller_id, order=order)
    finally:
        connection.close()


def all_brought_behind_one(of, pool, orders):
    """The first stands in the door; the others come meanwhile."""
    with stock_in_use(of.seller_id, of.stock_id):
        asked = [pool.submit(bring, of, orders[0])]
        while not DESK._lanes.called:
            pass
        asked += [pool.submit(bring, of, order) for order in orders[1:]]
        while DESK.waiting() < len(orders) - 1:
            pass
    return asked


def transactions_of(of):
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT count(DISTINCT xmin::text) FROM orders_order WHERE seller_id = %s",
            [of.seller_id],
        )
        return cursor.fetchone()[0]


def assert_all_proved():
    assert [(proof.name, proof.faults) for proof in run_proofs() if proof.faults] == []


@pytest.mark.django_db(transaction=True)
class TestTogether:
    def test_what_comes_meanwhile_goes_through_the_door_at_once(self):
        of = an_offer(50)
        orders = [an_order(of) for _ in range(9)]
        with ThreadPoolExecutor(9) as pool:
            answers = [one.result(SOON) for one in all_brought_behind_one(of, pool, orders)]
        assert {one.outcome for one in answers} == {Outcome.PLACED}
        rows = dict(Order.objects.values_list("idempotency_key", "id"))
        assert [rows[order.idempotency_key] for order in orders] == [
            one.order_id for one in answers
        ], "each has the answer to his own"
        assert transactions_of(of) == 2
        assert_all_proved()

    def test_a_crowd_buys_what_there_is_and_the_winners_are_told(self):
        of = an_offer(7)
        with ThreadPoolExecutor(16) as pool:
            answers = list(pool.map(lambda _: bring(of, an_order(of)), range(60)))
        outcomes = [one.outcome for one in answers]
        assert (outcomes.count(Outcome.PLACED), outcomes.count(Outcome.SOLD_OUT)) == (7, 53)
        told = {one.order_id for one in answers if one.order_id}
        assert told == set(Order.objects.values_list("id", flat=True))
        assert stock_levels(of.seller_id, [of.stock_id])[of.stock_id].free == 0
        assert_all_proved()

    def test_the_same_order_brought_by_many_is_one(self):
        of = an_offer(50)
        order = an_order(of)
        with ThreadPoolExecutor(9) as pool:
            asked = all_brought_behind_one(of, pool, [order] * 9)
            answers = [one.result(SOON) for one in asked]
        assert sorted(one.outcome for one in answers) == [Outcome.DUPLICATE] * 8 + [Outcome.PLACED]
        assert len({one.order_id for one in answers}) == 1 == Order.objects.count()

    def test_one_that_no_table_holds_costs_the_others_nothing(self):
        of = an_offer(50)
        orders = [an_order(of) for _ in range(8)]
        orders[5] = replace(orders[5], currency="no currency")
        with ThreadPoolExecutor(9) as pool:
            asked = all_brought_behind_one(of, pool, orders)
            with pytest.raises(DataError):
                asked.pop(5).result(SOON)
            assert {one.result(SOON).outcome for one in asked} == {Outcome.PLACED}
        assert Order.objects.count() == 7
        assert_all_proved()

    def test_a_full_desk_takes_nothing_and_the_same_order_may_come_again(self, monkeypatch):
        of = an_offer(50)
        monkeypatch.setattr(DESK._lanes, "limits", Limits(most_in_lane=2))
        orders = [an_order(of) for _ in range(3)]
        late = an_order(of)
        with ThreadPoolExecutor(9) as pool, stock_in_use(of.seller_id, of.stock_id):
            asked = [pool.submit(bring, of, orders[0])]
            while not DESK._lanes.called:
                pass
            asked += [pool.submit(bring, of, order) for order in orders[1:]]
            while DESK.waiting() < 2:
                pass
            with pytest.raises(DeskBusy) as refused:
                pool.submit(bring, of, late).result(SOON)
            assert refused.value.facts["seconds"] >= 1
        assert {one.result(SOON).outcome for one in asked} == {Outcome.PLACED}
        assert Order.objects.filter(idempotency_key=late.idempotency_key).count() == 0
        assert bring(of, late).outcome is Outcome.PLACED


def sell_until_killed(of, orders, acknowledged: int) -> None:
    """A process of its own, which writes down each order that it has answered."""
    connection.connection = None  # it is the parent's: neither used nor ended here
    with ThreadPoolExecutor(8) as pool:
        for order, answer in zip(orders, pool.map(lambda one: bring(of, one), orders), strict=True):
            os.write(acknowledged, order.idempotency_key.bytes + answer.order_id.bytes)


@pytest.mark.django_db(transaction=True)
def test_a_desk_that_is_killed_loses_nothing_it_has_answered_and_sells_nothing_twice():
    of = an_offer(500)
    orders = [an_order(of) for _ in range(300)]
    hears, says = os.pipe()
    if (child := os.fork()) == 0:
        try:
            sell_until_killed(of, orders, says)
        finally:
            os._exit(1)
    os.close(says)
    told = os.read(hears, 32 * 20)
    os.kill(child, signal.SIGKILL)
    os.waitpid(child, 0)
    while more := os.read(hears, 1 << 16):
        told += more
    os.close(hears)
    answered = {told[at : at + 16]: told[at + 16 : at + 32] for at in range(0, len(told), 32)}
    assert answered
    with ThreadPoolExecutor(8) as pool:
        answers = list(pool.map(lambda one: bring(of, one), orders))
    for order, answer in zip(orders, answers, strict=True):
        known = answered.get(order.idempotency_key.bytes)
        assert known in (None, answer.order_id.bytes), "what was answered stands"
    assert Order.objects.count() == len({one.order_id for one in answers}) == len(orders)
    assert stock_levels(of.seller_id, [of.stock_id])[of.stock_id].free == 200
    assert_all_proved()


@pytest.mark.django_db
def test_within_a_transaction_one_goes_to_the_door_by_himself():
    of = an_offer(5)
    done = bring_order(actor=SYSTEM, seller_id=of.seller_id, order=an_order(of))
    assert done.outcome is Outcome.PLACED and not DESK._hands
