"""A cluster in thought is no better than what it is made of."""

from dataclasses import replace

import pytest

from tijara.faces.cli.bench.shards import BUSY, Costs, Trade, day, machines_for, most_for_one

COSTS = Costs(call=0.8, order=0.2, commit=1.0, web=2.0)
TRADE = Trade(rate=4_000, sellers=500, seconds=1.0)


def test_the_same_seed_gives_the_same_day_and_another_one_another():
    assert day(TRADE, COSTS, 2, 4) == day(TRADE, COSTS, 2, 4)
    assert day(TRADE, COSTS, 2, 4) != day(replace(TRADE, seed=8), COSTS, 2, 4)


def test_nobody_waits_less_than_one_call_and_its_commit():
    quiet = day(Trade(rate=20, sellers=10, seconds=5.0), COSTS, 4, 4)
    least = COSTS.call + COSTS.order + COSTS.commit
    assert least == pytest.approx(quiet.p50)
    assert quiet.lists == pytest.approx(1, abs=0.05)


def test_who_is_busy_takes_more_at_once():
    one = day(replace(TRADE, rate=500), COSTS, 1, 1)
    many = day(replace(TRADE, rate=2_500, skew=2.0), COSTS, 1, 1)
    assert many.lists > 2 * one.lists


def test_work_is_neither_lost_nor_made():
    """Each order costs its part once, and each call its own."""
    free = replace(COSTS, call=0.0)
    found = day(TRADE, free, 1, 4)
    assert found.busiest == pytest.approx(TRADE.rate * free.order / 1000 / 4, rel=0.05)


def test_more_machines_are_found_for_more_orders():
    few = machines_for(TRADE, COSTS, 2)
    more = machines_for(replace(TRADE, rate=12_000), COSTS, 2)
    assert few and more
    assert 1 <= few.databases < more.databases and few.webs < more.webs
    assert few.day.is_well and more.day.is_well
    fewer = day(TRADE, COSTS, few.databases - 1, 2) if few.databases > 1 else None
    assert fewer is None or not fewer.is_well


def test_no_number_of_machines_helps_a_seller_who_is_too_much_for_a_core():
    alone = Trade(rate=6_000, sellers=1)
    assert alone.largest > most_for_one(COSTS) / BUSY
    assert machines_for(alone, COSTS, 64) is None
