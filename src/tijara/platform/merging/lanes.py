"""Who waits at a merging desk, and who is served next: pure, without threads or a clock.

A lane is a queue of which one call is made at a time; what comes meanwhile goes along with the
next one. Moments are seconds of any clock that doesn't go back.
"""

import math
from collections import deque
from collections.abc import Hashable
from dataclasses import dataclass, field
from heapq import heappop, heappush

FIRST_GUESS = 0.002
"""Seconds that one item takes, before any has been seen."""
SMOOTHING = 0.1
LONGEST_RETRY = 60
MOST_QUIET = 1000
"""Lanes without anybody, of which is remembered that many came together."""


@dataclass(frozen=True, slots=True)
class Limits:
    """`gather` is how long the first of a busy lane waits for others; whoever finds a lane idle
    doesn't wait. `patience` is how long anybody waits to be taken."""

    calls_at_once: int = 4
    most_in_call: int = 256
    most_in_lane: int = 2000
    most_waiting: int = 5000
    gather: float = 0.002
    patience: float = 5.0


@dataclass(slots=True, eq=False)
class Waiting[Item]:
    """One who waits. He is taken, or withdrawn, once."""

    key: Hashable
    item: Item
    since: float
    until: float
    is_waiting: bool = True


@dataclass(frozen=True, slots=True, eq=False)
class Call[Item]:
    """What is asked at once: all of one lane, in the order in which they came."""

    key: Hashable
    members: tuple[Waiting[Item], ...]
    began: float


@dataclass(slots=True)
class Lane[Item]:
    waiting: deque[Waiting[Item]] = field(default_factory=deque)
    alive: int = 0
    """Of them: without those who were withdrawn."""
    is_called: bool = False
    due: float | None = None
    busy_until: float = -math.inf
    """Whoever comes before waits for others."""

    def take(self, most: int) -> tuple[Waiting[Item], ...]:
        members: list[Waiting[Item]] = []
        while self.waiting and len(members) < most:
            one = self.waiting.popleft()
            if one.is_waiting:
                one.is_waiting = False
                members.append(one)
        self.alive -= len(members)
        return tuple(members)


class Lanes[Item]:
    def __init__(self, limits: Limits) -> None:
        self.limits = limits
        self.waiting = 0
        self.called = 0
        self.pace = FIRST_GUESS
        self._lanes: dict[Hashable, Lane[Item]] = {}
        self._due: list[tuple[float, int, Hashable]] = []
        self._entries = 0

    def is_full(self, key: Hashable) -> bool:
        lane = self._lanes.get(key)
        is_long = lane is not None and lane.alive >= self.limits.most_in_lane
        return is_long or self.waiting >= self.limits.most_waiting

    def retry_after(self, key: Hashable) -> int:
        """Whole seconds until those who wait now are likely to have been served."""
        lane = self._lanes.get(key)
        own = lane.alive if lane is not None else 0
        all_of_them = self.waiting / self.limits.calls_at_once
        return max(1, min(LONGEST_RETRY, math.ceil(max(own, all_of_them) * self.pace)))

    def is_idle(self, key: Hashable, moment: float) -> bool:
        """Nobody is there, nor was a moment ago, and a call can be made at once."""
        if self.called >= self.limits.calls_at_once:
            return False
        lane = self._lanes.get(key)
        if lane is None:
            return True
        return not lane.is_called and not lane.alive and moment >= lane.busy_until

    def put(
        self, key: Hashable, item: Item, moment: float, until: float | None = None
    ) -> Waiting[Item]:
        """Behind all who are in the lane. Whether there is room was asked before (`is_full`)."""
        until = moment + self.limits.patience if until is None else until
        one = Waiting(key, item, moment, until)
        lane = self._lanes.setdefault(key, Lane())
        lane.waiting.append(one)
        lane.alive += 1
        self.waiting += 1
        if not lane.is_called:
            self._expect(key, lane, moment, moment if moment >= lane.busy_until else None)
        return one

    def due_at(self) -> float | None:
        """When `take` will give something: None, not before something else has happened."""
        if self.called >= self.limits.calls_at_once:
            return None
        while self._due and not self._is_valid(self._due[0]):
            heappop(self._due)
        return self._due[0][0] if self._due else None

    def take(self, moment: float) -> Call[Item] | None:
        """The lane that has been due longest, and all of it that fits into a call."""
        due = self.due_at()
        if due is None or due > moment:
            return None
        return self.take_of(self._due[0][2], moment)

    def take_of(self, key: Hashable, moment: float) -> Call[Item]:
        """The lane whose turn it is."""
        lane = self._lanes[key]
        members = lane.take(self.limits.most_in_call)
        self.waiting -= len(members)
        lane.is_called, lane.due = True, None
        self.called += 1
        return Call(key, members, moment)

    def end(self, call: Call[Item], moment: float) -> None:
        """The call was answered. What came meanwhile stands behind lanes that are due already."""
        lane = self._lanes[call.key]
        lane.is_called = False
        self.called -= 1
        took = max(0.0, moment - call.began) / len(call.members)
        self.pace += SMOOTHING * (took - self.pace)
        is_busy = len(call.members) > 1 or lane.alive > 0
        lane.busy_until = moment + self.limits.gather if is_busy else -math.inf
        if lane.alive:
            self._expect(call.key, lane, moment, None)
        else:
            self._forget(call.key, lane, is_busy, moment)

    def withdraw(self, one: Waiting[Item]) -> bool:
        """False: he was taken already, and must wait for his answer."""
        if not one.is_waiting:
            return False
        one.is_waiting = False
        lane = self._lanes[one.key]
        lane.alive -= 1
        self.waiting -= 1
        if not lane.alive:
            lane.waiting.clear()
            lane.due = None
            if not lane.is_called:
                del self._lanes[one.key]
        return True

    def overdue(self, moment: float) -> list[Waiting[Item]]:
        """Those who have waited too long, withdrawn."""
        late = [
            one
            for lane in self._lanes.values()
            for one in lane.waiting
            if one.is_waiting and one.until <= moment
        ]
        return [one for one in late if self.withdraw(one)]

    def give_up(self) -> list[Waiting[Item]]:
        """All who wait, withdrawn."""
        return self.overdue(math.inf)

    def _expect(self, key: Hashable, lane: Lane[Item], moment: float, at: float | None) -> None:
        """When the lane's next call is due: `at`, else once its first has waited for others. A
        full call waits for nobody."""
        if at is None:
            first = next(one for one in lane.waiting if one.is_waiting)
            at = max(moment, first.since + self.limits.gather)
        at = moment if lane.alive >= self.limits.most_in_call else at
        if lane.due is None or at < lane.due:
            lane.due = at
            self._entries += 1
            heappush(self._due, (at, self._entries, key))

    def _is_valid(self, entry: tuple[float, int, Hashable]) -> bool:
        at, _, key = entry
        lane = self._lanes.get(key)
        return lane is not None and not lane.is_called and lane.due == at and lane.alive > 0

    def _forget(self, key: Hashable, lane: Lane[Item], is_busy: bool, moment: float) -> None:
        if not is_busy:
            del self._lanes[key]
        elif len(self._lanes) > MOST_QUIET:
            quiet = [
                key
                for key, one in self._lanes.items()
                if not one.alive and not one.is_called and one.busy_until <= moment
            ]
            for key in quiet:
                del self._lanes[key]
