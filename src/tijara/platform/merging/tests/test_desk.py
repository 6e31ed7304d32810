"""The desk among threads and coroutines: merged, answered once each, bounded, and ended cleanly."""

import asyncio
import threading
from collections import Counter
from concurrent.futures import ThreadPoolExecutor

import pytest

from tijara.platform.merging.answers import WrongNumberOfAnswers
from tijara.platform.merging.desk import DeskBusy, MergingDesk
from tijara.platform.merging.lanes import Limits

LOST = 1313
SOON = 30
"""Seconds within which something that must happen has happened, on the slowest machine."""


class Spoilt(Exception):
    pass


class Shop:
    """What is asked: a shop that can be held up, and says who was together."""

    def __init__(self) -> None:
        self.calls: list[tuple[str, list[int]]] = []
        self.goes_on = threading.Event()
        self.has_begun = threading.Semaphore(0)
        self.goes_on.set()
        self.at_once: Counter[str] = Counter()

    def ask(self, key, items):
        self.at_once[key] += 1
        assert self.at_once[key] == 1, "two calls of one lane"
        self.calls.append((key, list(items)))
        self.has_begun.release()
        try:
            assert self.goes_on.wait(SOON)
            if any(item < 0 for item in items):
                raise Spoilt
            if any(item == LOST for item in items):
                raise RuntimeError("the whole call is lost")
            return [item * 10 for item in items]
        finally:
            self.at_once[key] -= 1


@pytest.fixture
def shop():
    return Shop()


@pytest.fixture
def desk(shop):
    desk = MergingDesk("test", shop.ask, faults_of_one=(Spoilt,))
    yield desk
    shop.goes_on.set()
    desk.close(SOON)


def held_up(desk, shop, pool, *items, key="shop"):
    """A first call that stands, and the others waiting behind it."""
    shop.goes_on.clear()
    first = pool.submit(desk.ask, key, 1)
    assert shop.has_begun.acquire(timeout=SOON)
    rest = []
    for number, item in enumerate(items, start=1):
        rest.append(pool.submit(desk.ask, key, item))
        while desk.waiting() < number and not rest[-1].done():
            pass
    return first, rest


def test_who_finds_it_idle_is_served_at_once_by_himself(desk, shop):
    assert desk.ask("shop", 4) == 40
    assert shop.calls == [("shop", [4])] and not desk._hands


def test_what_comes_meanwhile_goes_together_and_each_gets_his_own(desk, shop):
    with ThreadPoolExecutor(8) as pool:
        first, rest = held_up(desk, shop, pool, 2, 3, 4)
        shop.goes_on.set()
        assert first.result(SOON) == 10
        assert [one.result(SOON) for one in rest] == [20, 30, 40]
    assert shop.calls == [("shop", [1]), ("shop", [2, 3, 4])]


def test_lanes_do_not_wait_for_each_other(desk, shop):
    with ThreadPoolExecutor(8) as pool:
        asked = [pool.submit(desk.ask, key, 2) for key in ("a", "b", "c")]
        shop.goes_on.clear()
        asked += [pool.submit(desk.ask, key, 2) for key in ("x", "y")]
        shop.goes_on.set()
        assert {one.result(SOON) for one in asked} == {20}


def test_one_that_is_spoilt_costs_the_others_nothing(desk, shop):
    with ThreadPoolExecutor(8) as pool:
        _, rest = held_up(desk, shop, pool, 2, 3, -1, 5, 6)
        shop.goes_on.set()
        assert [rest[place].result(SOON) for place in (0, 1, 3, 4)] == [20, 30, 50, 60]
        with pytest.raises(Spoilt):
            rest[2].result(SOON)


def test_a_call_that_is_lost_is_lost_for_all_in_it_and_the_desk_goes_on(desk, shop):
    with ThreadPoolExecutor(8) as pool:
        first, rest = held_up(desk, shop, pool, 2, LOST)
        shop.goes_on.set()
        assert first.result(SOON) == 10
        for one in rest:
            with pytest.raises(RuntimeError):
                one.result(SOON)
    assert desk.ask("shop", 3) == 30


def test_answers_that_fit_nobody_are_given_to_nobody():
    desk = MergingDesk("test", lambda key, items: [])
    with pytest.raises(WrongNumberOfAnswers):
        desk.ask("shop", 1)
    desk.close()


def test_a_full_desk_says_when_to_come_again(shop):
    desk = MergingDesk("test", shop.ask, Limits(most_in_lane=2, most_waiting=3))
    with ThreadPoolExecutor(8) as pool:
        held_up(desk, shop, pool, 2, 3)
        with pytest.raises(DeskBusy) as refused:
            desk.ask("shop", 4)
        assert refused.value.facts["seconds"] >= 1
        shop.goes_on.set()
    desk.close(SOON)


def test_who_has_waited_long_enough_is_refused_unless_he_was_taken(desk, shop):
    with ThreadPoolExecutor(8) as pool:
        first, _ = held_up(desk, shop, pool)
        with pytest.raises(DeskBusy):
            desk.ask("shop", 2, patience=0.001)
        shop.goes_on.set()
        assert first.result(SOON) == 10
    assert [items for _, items in shop.calls] == [[1]], "who was refused was not served"


def test_who_was_taken_waits_for_his_answer_however_long_it_takes(desk, shop):
    shop.goes_on.clear()
    with ThreadPoolExecutor(8) as pool:
        asked = pool.submit(desk.ask, "shop", 1, patience=0.0)
        assert shop.has_begun.acquire(timeout=SOON)
        shop.goes_on.set()
        assert asked.result(SOON) == 10


def test_coroutines_are_merged_and_mixed_with_threads(desk, shop):
    async def story():
        loop = asyncio.get_running_loop()
        shop.goes_on.clear()
        first = desk.bring("shop", 1)
        await loop.run_in_executor(None, shop.has_begun.acquire)
        many = [desk.bring("shop", item) for item in range(2, 50)]
        thread = loop.run_in_executor(None, desk.ask, "shop", 50)
        while desk.waiting() < 49:
            await asyncio.sleep(0)
        shop.goes_on.set()
        return [await first, *await asyncio.gather(*many), await thread]

    assert asyncio.run(story()) == [item * 10 for item in range(1, 51)]
    assert [len(items) for _, items in shop.calls] == [1, 49]


def test_a_coroutine_that_waits_too_long_is_refused_and_one_that_left_harms_nobody(desk, shop):
    async def story():
        loop = asyncio.get_running_loop()
        shop.goes_on.clear()
        first = desk.bring("shop", 1)
        await loop.run_in_executor(None, shop.has_begun.acquire)
        late = desk.bring("shop", 2, patience=0.01)
        gone, stays = desk.bring("shop", 3), desk.bring("shop", 4)
        gone.cancel()
        with pytest.raises(DeskBusy):
            await late
        shop.goes_on.set()
        return await first, await stays

    assert asyncio.run(story()) == (10, 40)
    assert all(2 not in items for _, items in shop.calls)


def test_closing_serves_who_waits_and_lets_nobody_in(desk, shop):
    with ThreadPoolExecutor(8) as pool:
        first, rest = held_up(desk, shop, pool, 2, 3)
        closing = pool.submit(desk.close, SOON)
        while not desk._is_closed:
            pass
        with pytest.raises(DeskBusy):
            desk.ask("shop", 4)
        shop.goes_on.set()
        closing.result(SOON)
        assert [first.result(SOON), *(one.result(SOON) for one in rest)] == [10, 20, 30]
    assert not desk._hands


def test_closing_without_time_refuses_who_waits_and_answers_who_was_taken(desk, shop):
    with ThreadPoolExecutor(8) as pool:
        first, rest = held_up(desk, shop, pool, 2, 3)
        closing = pool.submit(desk.close, 0.0)
        for one in rest:
            with pytest.raises(DeskBusy):
                one.result(SOON)
        assert not first.done()
        shop.goes_on.set()
        closing.result(SOON)
        assert first.result(SOON) == 10
    assert shop.calls == [("shop", [1])]


def test_a_crowd_is_answered_once_each(shop):
    desk = MergingDesk("test", shop.ask, Limits(calls_at_once=3, most_in_call=7))

    async def story():
        asked = {
            (key, item): desk.bring(key, item)
            for item in range(100, 300)
            for key in ("a", "b", "c", "d", "e")
        }
        loop = asyncio.get_running_loop()
        threads = [loop.run_in_executor(None, desk.ask, "a", item) for item in range(300, 340)]
        for (_, item), future in asked.items():
            assert await future == item * 10
        assert [await one for one in threads] == [item * 10 for item in range(300, 340)]

    asyncio.run(story())
    desk.close(SOON)
    served = Counter((key, item) for key, items in shop.calls for item in items)
    assert len(served) == 1040 and set(served.values()) == {1}
    assert max(len(items) for _, items in shop.calls) <= 7
