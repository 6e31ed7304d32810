"""Units come, go, are counted and held; the log always adds up."""

from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta

import pytest
from django.db import DatabaseError, connection, transaction

from tijara.domains.inventory.actions import (
    BelowHeld,
    NoSuchStock,
    NotEnoughStock,
    count_stock,
    hold_stock,
    receive_stock,
    release_hold,
    sweep_holds,
)
from tijara.domains.inventory.models import Hold, Movement, Stock
from tijara.domains.inventory.queries import low_stock, movements, stock_levels
from tijara.domains.inventory.shapes import HoldRequest, Receipt
from tijara.domains.inventory.testing import make_stock
from tijara.kit.actor import SYSTEM
from tijara.kit.clock import now
from tijara.kit.ids import new_id
from tijara.kit.refusal import Invalid
from tijara.platform.audits import run_proofs

pytestmark = pytest.mark.django_db


@pytest.fixture
def seller_id():
    return new_id()


def level(seller_id, stock_id):
    return stock_levels(seller_id, [stock_id])[stock_id]


def hold(seller_id, stock_id, units, checkout_id=None):
    checkout_id = checkout_id or new_id()
    hold_stock(
        actor=SYSTEM,
        seller_id=seller_id,
        checkout_id=checkout_id,
        requests=[HoldRequest(stock_id, units)],
        minutes=10,
    )
    return checkout_id


def count(seller_id, stock_id, on_hand, key=None):
    count_stock(
        actor=SYSTEM, seller_id=seller_id, stock_id=stock_id, on_hand=on_hand, key=key or new_id()
    )


def assert_all_proved():
    assert [(proof.name, proof.faults) for proof in run_proofs() if proof.faults] == []


class TestReceiving:
    def test_the_same_delivery_sent_twice_is_received_once(self, seller_id):
        stock_id, reference_id = new_id(), new_id()
        for _ in range(2):
            receive_stock(
                actor=SYSTEM,
                seller_id=seller_id,
                receipts=[Receipt(stock_id, new_id(), 5)],
                reference_id=reference_id,
            )
        assert level(seller_id, stock_id).on_hand == 5
        assert_all_proved()

    def test_a_second_delivery_adds(self, seller_id):
        stock_id, variant_id = new_id(), new_id()
        for units in (5, 7):
            receive_stock(
                actor=SYSTEM,
                seller_id=seller_id,
                receipts=[Receipt(stock_id, variant_id, units)],
                reference_id=new_id(),
            )
        assert level(seller_id, stock_id).on_hand == 12
        assert [line.quantity for line in movements(seller_id, stock_id)] == [7, 5]


class TestCounting:
    def test_a_count_is_a_movement_of_the_difference(self, seller_id):
        stock_id = make_stock(seller_id, 10)
        count(seller_id, stock_id, 7)
        assert level(seller_id, stock_id).on_hand == 7
        assert movements(seller_id, stock_id)[0].quantity == -3
        assert_all_proved()

    def test_the_same_form_sent_twice_counts_once(self, seller_id):
        stock_id, key = make_stock(seller_id, 10), new_id()
        count(seller_id, stock_id, 7, key)
        count(seller_id, stock_id, 99, key)
        assert level(seller_id, stock_id).on_hand == 7

    def test_what_is_held_can_not_be_counted_away(self, seller_id):
        stock_id = make_stock(seller_id, 10)
        hold(seller_id, stock_id, 4)
        with pytest.raises(BelowHeld):
            count(seller_id, stock_id, 3)

    @pytest.mark.parametrize("on_hand", [-1, 10**9 + 1])
    def test_numbers_that_no_shelf_holds_are_refused(self, seller_id, on_hand):
        with pytest.raises(Invalid):
            count(seller_id, make_stock(seller_id, 1), on_hand)

    def test_another_sellers_stock_is_not_found(self, seller_id):
        with pytest.raises(NoSuchStock):
            count(seller_id, make_stock(new_id(), 1), 5)


class TestHolding:
    def test_held_units_are_not_free_until_they_are_let_go(self, seller_id):
        stock_id = make_stock(seller_id, 3)
        checkout_id = hold(seller_id, stock_id, 2)
        assert level(seller_id, stock_id).free == 1
        with pytest.raises(NotEnoughStock):
            hold(seller_id, stock_id, 2)
        release_hold(actor=SYSTEM, seller_id=seller_id, checkout_id=checkout_id)
        assert level(seller_id, stock_id).free == 3
        assert_all_proved()

    def test_holding_again_replaces_what_the_checkout_held(self, seller_id):
        stock_id = make_stock(seller_id, 3)
        checkout_id = hold(seller_id, stock_id, 3)
        hold(seller_id, stock_id, 1, checkout_id)
        assert level(seller_id, stock_id).held == 1
        with pytest.raises(NotEnoughStock), transaction.atomic():
            hold(seller_id, stock_id, 4, checkout_id)
        assert level(seller_id, stock_id).held == 1
        assert_all_proved()

    def test_only_what_is_over_is_swept(self, seller_id):
        stock_id = make_stock(seller_id, 5)
        over, _ = hold(seller_id, stock_id, 2), hold(seller_id, stock_id, 1)
        Hold.objects.filter(seller_id=seller_id, checkout_id=over).update(
            expires_at=now() - timedelta(seconds=1)
        )
        assert sweep_holds(actor=SYSTEM) == 1
        assert level(seller_id, stock_id).held == 1
        assert_all_proved()


def test_a_hold_that_can_not_be_let_go_holds_up_no_other(seller_id):
    broken, others = make_stock(seller_id, 5), [make_stock(seller_id, 5) for _ in range(4)]
    for stock_id in (broken, *others):
        hold(seller_id, stock_id, 2)
    Stock.objects.filter(id=broken).update(held=0)
    Hold.objects.update(expires_at=now() - timedelta(minutes=1))
    assert sweep_holds(actor=SYSTEM) == 4
    assert [level(seller_id, stock_id).held for stock_id in others] == [0] * 4


def test_low_stock_counts_what_is_free(seller_id):
    plenty, low = make_stock(seller_id, 50), make_stock(seller_id, 5)
    hold(seller_id, low, 3)
    assert [row.id for row in low_stock(seller_id)] == [low]
    assert level(seller_id, plenty).is_low is False


def test_the_log_can_not_be_rewritten(seller_id):
    make_stock(seller_id, 5)
    with pytest.raises(DatabaseError), transaction.atomic():
        Movement.objects.filter(seller_id=seller_id).update(quantity=500)
    with pytest.raises(DatabaseError), transaction.atomic():
        Movement.objects.filter(seller_id=seller_id)._raw_delete("default")


@pytest.mark.django_db(transaction=True)
def test_holds_taken_at_once_never_promise_more_than_there_is(seller_id):
    stock_id = make_stock(seller_id, 10)

    def take(_):
        try:
            hold(seller_id, stock_id, 1)
        except NotEnoughStock:
            return 0
        finally:
            connection.close()
        return 1

    with ThreadPoolExecutor(8) as crowd:
        assert sum(crowd.map(take, range(30))) == 10
    assert level(seller_id, stock_id).held == 10
    assert_all_proved()
