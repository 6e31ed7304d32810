"""Nobody gets more than his limit, and whoever waits as long as he was told gets in."""

import threading

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tijara.platform.limits import Limit, Limiter, RateLimited

FIVE = Limit("knock", at_once=5, each_minute=30)


class Clock:
    def __init__(self) -> None:
        self.moment = 1000.0

    def __call__(self) -> float:
        return self.moment


@pytest.fixture
def clock():
    return Clock()


@pytest.fixture
def limiter(clock):
    return Limiter(clock)


def taken(limiter: Limiter, times: int, key: str = "a") -> int:
    """How many of so many times went through."""
    through = 0
    for _ in range(times):
        try:
            limiter.take(FIVE, key)
            through += 1
        except RateLimited:
            continue
    return through


def test_so_many_at_once_and_no_more(limiter):
    assert taken(limiter, 9) == 5


def test_each_key_and_each_limit_has_its_own(limiter):
    assert taken(limiter, 9, "a") == taken(limiter, 9, "b") == 5
    limiter.take(Limit("ring", 1, 1), "a")


def test_it_fills_again_with_time_but_never_beyond_its_brim(limiter, clock):
    taken(limiter, 9)
    clock.moment += 4
    assert taken(limiter, 9) == 2
    clock.moment += 3600
    assert taken(limiter, 9) == 5


def test_whoever_waits_as_long_as_he_was_told_gets_in(limiter, clock):
    taken(limiter, 5)
    with pytest.raises(RateLimited) as refused:
        limiter.take(FIVE, "a")
    clock.moment += refused.value.facts["seconds"]
    limiter.take(FIVE, "a")


@given(st.lists(st.floats(0, 30), max_size=60))
def test_in_no_stretch_of_time_more_than_the_limit(waits):
    clock = Clock()
    limiter = Limiter(clock)
    through = []
    for wait in waits:
        clock.moment += wait
        if taken(limiter, 1):
            through.append(clock.moment)
    for place, first in enumerate(through):
        for count, last in enumerate(through[place:], 1):
            assert count <= FIVE.at_once + (last - first) * FIVE.each_minute / 60 + 1e-6


def test_the_factor_of_the_settings_widens_it(limiter, settings):
    settings.RATE_LIMIT_FACTOR = 3.0
    assert taken(limiter, 20) == 15


def test_memory_is_bounded_and_the_quietest_is_forgotten(clock):
    limiter = Limiter(clock, most_keys=3)
    taken(limiter, 9, "busy")
    for key in ("a", "b", "busy", "c", "d"):
        taken(limiter, 1, key)
    assert len(limiter) == 3
    assert taken(limiter, 1, "busy") == 0


def test_threads_share_one_bucket(limiter):
    through = []
    start = threading.Barrier(8)

    def knock():
        start.wait()
        through.append(taken(limiter, 20))

    threads = [threading.Thread(target=knock) for _ in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sum(through) == 5


def test_while_it_rests_no_bucket_fills_and_afterwards_it_goes_on(limiter, clock):
    with limiter.resting():
        assert taken(limiter, 5) == 5
        clock.moment += 60
        assert taken(limiter, 1) == 0
    assert taken(limiter, 9) == 5
