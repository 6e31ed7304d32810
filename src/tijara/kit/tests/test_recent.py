"""What is promised of things kept for a few seconds."""

import pytest

from tijara.kit import recent
from tijara.kit.recent import Derived, Recent


@pytest.fixture
def moment(monkeypatch):
    moment = [100.0]
    monkeypatch.setattr(recent.time, "monotonic", lambda: moment[0])
    return moment


def counted(seconds):
    loads = []

    def load():
        loads.append(1)
        return len(loads)

    return Recent(load, seconds)


def test_it_is_loaded_once_until_it_is_old(moment):
    kept = counted(seconds=5)
    assert kept.get() == kept.get() == 1
    moment[0] += 5.1
    assert kept.get() == 2


def test_what_is_forgotten_is_loaded_again(moment):
    kept, other = counted(seconds=5), counted(seconds=5)
    assert (kept.get(), other.get()) == (1, 1)
    kept.forget()
    assert (kept.get(), other.get()) == (2, 1)
    recent.forget_all()
    assert (kept.get(), other.get()) == (3, 2)


def test_what_changed_while_it_was_loaded_is_not_kept(moment):
    told = ["before the change", "after it"]

    def load():
        if len(told) == 2:
            kept.forget()
        return told.pop(0)

    kept = Recent(load, 5)
    assert kept.get() == "before the change"
    assert kept.get() == "after it"


def test_what_is_made_of_it_is_made_once_until_it_is_another():
    made: list[object] = []

    def make(told: list[int], *keys: object) -> int:
        made.append(keys)
        return sum(told)

    sums, told, other = Derived(make), [1, 2], [1, 2]
    assert (sums.of(told, "a"), sums.of(told, "a"), sums.of(told, "b")) == (3, 3, 3)
    assert made == [("a",), ("b",)]
    assert sums.of(other, "a") == 3
    assert made == [("a",), ("b",), ("a",)]
