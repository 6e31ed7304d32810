"""Lanes: everyone is taken once or refused once, in turn, soon, and never two calls of a lane."""

from hypothesis import given, settings
from hypothesis import strategies as st

from tijara.platform.merging.lanes import LONGEST_RETRY, Lanes, Limits

SMALL = Limits(calls_at_once=2, most_in_call=3, most_in_lane=6, most_waiting=10, patience=1.0)
STEPS = st.lists(
    st.one_of(
        st.tuples(st.just("come"), st.integers(0, 4)),
        st.tuples(st.just("pass"), st.sampled_from([0.0, 0.0005, 0.002, 0.3, 2.0])),
        st.tuples(st.just("take"), st.none()),
        st.tuples(st.just("end"), st.integers(0, 3)),
        st.tuples(st.just("leave"), st.integers(0, 20)),
        st.tuples(st.just("sweep"), st.none()),
    ),
    max_size=120,
)


class Story:
    """A history of a desk, with what must hold after each step."""

    def __init__(self, limits: Limits) -> None:
        self.lanes: Lanes[int] = Lanes(limits)
        self.moment, self.running, self.came = 100.0, [], []
        self.fate: dict[int, list[str]] = {}

    def come(self, key: int) -> None:
        if self.lanes.is_full(key):
            assert 1 <= self.lanes.retry_after(key) <= LONGEST_RETRY
            return
        self.came.append(self.lanes.put(key, len(self.came), self.moment))
        self.fate[self.came[-1].item] = []

    def take(self, _: None) -> None:
        call = self.lanes.take(self.moment)
        if call is None:
            return
        assert call.key not in {other.key for other in self.running}
        assert 0 < len(call.members) <= self.lanes.limits.most_in_call
        items = [one.item for one in call.members]
        assert items == sorted(items), "first come, first served"
        for one in call.members:
            assert one.key == call.key
            self.fate[one.item].append("taken")
        self.running.append(call)
        assert len(self.running) <= self.lanes.limits.calls_at_once

    def end(self, which: int) -> None:
        if self.running:
            self.lanes.end(self.running.pop(which % len(self.running)), self.moment)

    def leave(self, which: int) -> None:
        if self.came:
            one = self.came[which % len(self.came)]
            if self.lanes.withdraw(one):
                self.fate[one.item].append("left")

    def sweep(self, _: None) -> None:
        for one in self.lanes.overdue(self.moment):
            assert one.until <= self.moment
            self.fate[one.item].append("late")

    def do(self, steps) -> None:
        for what, which in steps:
            if what == "pass":
                self.moment += which
            else:
                getattr(self, what)(which)
            waiting = [fate for fate in self.fate.values() if not fate]
            assert self.lanes.waiting == len(waiting) <= self.lanes.limits.most_waiting
            assert all(len(fate) <= 1 for fate in self.fate.values())

    def come_to_rest(self) -> None:
        while self.running:
            self.end(0)
        while self.lanes.waiting:
            due = self.lanes.due_at()
            assert due is not None, "whoever waits is due some time"
            assert due <= self.moment + self.lanes.limits.gather, "and soon"
            self.moment = max(self.moment, due)
            self.take(None)
            self.end(0)


@settings(max_examples=300)
@given(STEPS)
def test_everyone_has_one_fate_and_nobody_is_forgotten(steps):
    story = Story(SMALL)
    story.do(steps)
    story.come_to_rest()
    assert all(len(fate) == 1 for fate in story.fate.values())
    assert story.lanes.due_at() is None and not story.lanes.give_up()


@given(STEPS)
def test_who_gives_up_leaves_nobody_behind(steps):
    story = Story(SMALL)
    story.do(steps)
    given_up = {one.item for one in story.lanes.give_up()}
    assert given_up == {item for item, fate in story.fate.items() if not fate}
    assert story.lanes.waiting == 0 and story.lanes.take(story.moment) is None


def test_an_idle_lane_is_due_at_once_and_a_busy_one_waits_for_others():
    lanes: Lanes[str] = Lanes(Limits(gather=0.002))
    assert lanes.is_idle("shop", 1.0)
    lanes.put("shop", "a", 1.0)
    assert lanes.due_at() == 1.0
    call = lanes.take(1.0)
    assert not lanes.is_idle("shop", 1.0) and lanes.is_idle("other", 1.0)
    lanes.put("shop", "b", 1.0005)
    assert lanes.due_at() is None, "one call at a time"
    lanes.end(call, 1.001)
    assert abs(lanes.due_at() - 1.0025) < 1e-9, "two milliseconds after it came"
    lanes.put("shop", "c", 1.0024)
    call = lanes.take(1.0025)
    assert [one.item for one in call.members] == ["b", "c"]
    lanes.end(call, 1.01)
    assert not lanes.is_idle("shop", 1.011) and lanes.is_idle("shop", 1.0121)
    lanes.put("shop", "d", 1.011)
    assert abs(lanes.due_at() - 1.013) < 1e-9
    lanes.end(lanes.take(1.013), 1.014)
    assert lanes.is_idle("shop", 1.014), "it came alone: nobody need wait"


def test_a_full_call_waits_for_nobody():
    lanes: Lanes[int] = Lanes(SMALL)
    call = None
    for item in range(5):
        lanes.put("shop", item, 1.0)
        call = call or lanes.take(1.0)
    lanes.end(call, 1.0001)
    assert lanes.due_at() == 1.0001
    assert len(lanes.take(1.0001).members) == 3


def test_a_long_lane_is_not_served_before_others_that_wait():
    lanes: Lanes[str] = Lanes(Limits(calls_at_once=1, most_in_call=2))
    for number in range(6):
        lanes.put("hot", f"hot {number}", 1.0)
    lanes.put("small", "small", 1.01)
    served, moment = [], 1.02
    while call := lanes.take(moment):
        served.append(call.key)
        moment += 0.01
        lanes.end(call, moment)
    assert served == ["hot", "small", "hot", "hot"]


def test_the_wait_that_is_told_grows_with_those_who_wait():
    lanes: Lanes[int] = Lanes(Limits(calls_at_once=1, most_in_call=10))
    lanes.put("shop", 0, 1.0)
    lanes.end(lanes.take(1.0), 11.0)
    assert lanes.retry_after("shop") == 1
    for item in range(8):
        lanes.put("shop", item, 11.0)
    assert 5 <= lanes.retry_after("shop") <= LONGEST_RETRY


def test_what_nobody_uses_is_forgotten():
    lanes: Lanes[int] = Lanes(Limits())
    for key in range(3000):
        for item in range(2):
            lanes.put(key, item, float(key))
        lanes.end(lanes.take(float(key)), float(key))
    assert len(lanes._lanes) <= 1001
