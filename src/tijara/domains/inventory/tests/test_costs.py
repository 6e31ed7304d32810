"""What units cost: nothing of the value is ever lost, and each sale takes its part."""

import pytest
from hypothesis import given
from hypothesis import strategies as some

from tijara.domains.inventory.actions import (
    NoSuchStock,
    bring_back_costs,
    count_stock,
    hand_over_costs,
    receive_stock,
    set_unit_cost,
)
from tijara.domains.inventory.queries import worth_of
from tijara.domains.inventory.rules import gone, part_back, received, revalued
from tijara.domains.inventory.shapes import Receipt, SoldUnits, Worth
from tijara.domains.inventory.testing import make_stock
from tijara.domains.parties.testing import make_seller
from tijara.kit.actor import SYSTEM
from tijara.kit.clock import now
from tijara.kit.ids import new_id
from tijara.kit.refusal import Invalid
from tijara.platform.audits import run_proofs


class TestCosts:
    @given(
        some.lists(
            some.one_of(
                some.tuples(some.just("in"), some.integers(1, 50), some.integers(0, 10**6)),
                some.tuples(some.just("out"), some.integers(1, 80), some.none()),
                some.tuples(some.just("worth"), some.just(0), some.integers(0, 10**6)),
            )
        )
    )
    def test_nothing_of_the_value_is_lost(self, history):
        worth, value = Worth(0, 0), 0
        for what, units, unit in history:
            if what == "in":
                worth, change = received(worth, units, unit)
            elif what == "out":
                had = worth.units
                worth, known, cost = gone(worth, units)
                assert known == min(units, had)
                change = -cost
            else:
                worth, change = revalued(worth, unit)
            value += change
            assert worth.value_minor == value >= 0
            assert worth.units or not worth.value_minor

    def test_the_average_moves_with_what_comes(self):
        worth, _ = received(Worth(0, 0), 10, 6000)
        worth, _ = received(worth, 5, 9000)
        assert (worth.units, worth.value_minor, worth.unit_minor) == (15, 105000, 7000)
        worth, known, cost = gone(worth, 4)
        assert (known, cost, worth.value_minor) == (4, 28000, 77000)
        assert gone(worth, 99)[1:] == (11, 77000)

    @given(some.lists(some.integers(1, 9), min_size=1), some.integers(0, 10**9))
    def test_what_comes_back_in_parts_is_what_went(self, parts, cost):
        before, whole = 0, 0
        for many in parts:
            whole += part_back(sum(parts), cost, before, many)
            before += many
        assert whole == cost


@pytest.mark.django_db
class TestStock:
    def test_is_worth_what_came_less_what_went(self):
        seller_id = make_seller()
        stock_id = make_stock(seller_id, 10)
        given = {"actor": SYSTEM, "seller_id": seller_id}

        def worth():
            told = worth_of(seller_id, [stock_id]).get(stock_id)
            return (told.units, told.value_minor) if told else None

        before, order_id = now(), new_id()
        assert worth() is None
        set_unit_cost(**given, stock_id=stock_id, unit_minor=6000)
        set_unit_cost(**given, stock_id=stock_id, unit_minor=6000)
        more = [Receipt(stock_id, new_id(), 5, 9000)]
        receive_stock(**given, receipts=more, reference_id=new_id())
        assert worth() == (15, 105000)
        count_stock(**given, stock_id=stock_id, on_hand=14, key=new_id())
        assert worth() == (14, 98000)
        line = SoldUnits(new_id(), stock_id, 4)
        over = {"order_id": order_id, "reference_id": new_id()}
        hand_over_costs(**given, **over, placed_at=before, sold=[line])
        assert worth() == (14, 98000), "it was sold before a cost was told"
        hand_over_costs(**given, **over, placed_at=now(), sold=[line])
        assert worth() == (10, 70000)
        one, another = (SoldUnits(line.line_id, stock_id, 1) for _ in range(2))
        bring_back_costs(**given, **over, back=[one], lost=[another])
        assert worth() == (11, 77000)
        bring_back_costs(**given, **over, back=[SoldUnits(line.line_id, stock_id, 9)], lost=[])
        assert worth() == (13, 91000), "no more comes back than went"
        assert not [
            one for one in run_proofs() if one.code == "inventory.costs_proof" and one.faults
        ]

    def test_the_first_cost_that_comes_counts_for_what_was_there(self):
        seller_id = make_seller()
        stock_id = make_stock(seller_id, 3)
        more = [Receipt(stock_id, new_id(), 2, 5000)]
        receive_stock(actor=SYSTEM, seller_id=seller_id, receipts=more, reference_id=new_id())
        assert worth_of(seller_id, [stock_id])[stock_id] == Worth(5, 25000, 5000)

    def test_nonsense_is_refused(self):
        given = {"actor": SYSTEM, "seller_id": make_seller()}
        with pytest.raises(NoSuchStock):
            set_unit_cost(**given, stock_id=new_id(), unit_minor=1)
        with pytest.raises(Invalid):
            set_unit_cost(**given, stock_id=new_id(), unit_minor=-1)
