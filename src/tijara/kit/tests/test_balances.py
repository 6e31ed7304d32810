"""Lots are emptied in their order, what comes pays what was owed, and a grant says why."""

from enum import StrEnum

import pytest
from hypothesis import given
from hypothesis import strategies as some

from tijara.kit.balances import laid_down, reason_faults, taken_from

LOTS = some.lists(some.integers(1, 10**6), max_size=6)


class Why(StrEnum):
    LATE = "late"
    OTHER = "other"


@given(LOTS, some.integers(0, 10**7))
def test_lots_are_emptied_in_their_order_and_the_rest_is_owed(left, amount):
    lots = list(enumerate(left))
    taken = taken_from(lots, amount, sum(left))
    assert sum(part for _, part in taken) == min(amount, sum(left))
    assert [key for key, _ in taken] == list(range(len(taken)))
    assert all(part == left[key] for key, part in taken[:-1])


@given(LOTS, some.integers(1, 10**6))
def test_lots_that_hold_less_than_their_account_are_a_bug(left, more):
    with pytest.raises(ValueError):
        taken_from(list(enumerate(left)), sum(left) + more, sum(left) + more)


@given(some.integers(1, 10**6), some.integers(-(10**6), 10**6))
def test_what_comes_pays_what_was_owed_first(amount, balance):
    lot = laid_down(amount, balance)
    assert 0 <= lot <= amount
    assert max(balance, 0) + lot == max(balance + amount, 0)


def test_a_grant_says_why():
    assert reason_faults("late", Why, "") == {}
    assert reason_faults("moon", Why, "") == {"reason": "unknown"}
    assert reason_faults("other", Why, "") == {"note": "required"}
    assert reason_faults("other", Why, "x" * 201) == {"note": "too_long"}
