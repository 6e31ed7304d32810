"""A cluster in thought: so many database machines, orders that come by chance, and what each costs
as it was measured. The same seed gives the same day.

A seller's orders are on one shard, so one call of the order door at a time takes what waits of him
(at most `LIST`): as the desk does it. What is asked is how long a buyer waits.
"""

import heapq
from bisect import bisect
from collections import deque
from dataclasses import dataclass, field, replace
from itertools import accumulate
from math import ceil
from random import Random

LIST = 64
"""Orders of one call at most."""
PATIENCE_MS = 250.0
BUSY = 0.7
"""How busy a machine may be on the average: the rest is for what isn't average."""


@dataclass(frozen=True, slots=True)
class Costs:
    """Milliseconds, measured on one core. A commit's wait costs no processor time."""

    call: float
    order: float
    commit: float
    web: float


@dataclass(frozen=True, slots=True)
class Trade:
    """Orders a second, over so many sellers: the n-th sells 1/n^skew of what the first one does."""

    rate: float
    sellers: int = 40_000
    skew: float = 0.7
    seconds: float = 2.0
    seed: int = 7

    @property
    def weights(self) -> list[float]:
        return [1 / place**self.skew for place in range(1, self.sellers + 1)]

    @property
    def largest(self) -> float:
        """Orders a second of the largest seller."""
        return self.rate / sum(self.weights)


@dataclass(frozen=True, slots=True)
class Day:
    """What it was like: waits in milliseconds, from the call until it is on the disk."""

    p50: float
    p99: float
    busiest: float
    """Of the busiest machine: 1 is always."""
    lists: float
    """Orders of one call, on the average."""

    @property
    def is_well(self) -> bool:
        return self.p99 <= PATIENCE_MS and self.busiest <= BUSY


@dataclass(slots=True)
class _Shard:
    cores: int
    costs: Costs
    waiting: dict[int, list[float]] = field(default_factory=dict)
    ready: deque[int] = field(default_factory=deque)
    running: list[tuple[float, int, list[float]]] = field(default_factory=list)
    at_work: set[int] = field(default_factory=set)
    waits: list[float] = field(default_factory=list)
    spent: float = 0.0
    calls: int = 0

    def takes(self, moment: float, seller: int) -> None:
        self.goes_on(moment)
        mine = self.waiting.setdefault(seller, [])
        mine.append(moment)
        if len(mine) == 1 and seller not in self.at_work:
            self.ready.append(seller)
        self._calls(moment)

    def goes_on(self, until: float) -> None:
        """What is done by then is answered, and the cores take what waits."""
        while self.running and self.running[0][0] <= until:
            done, seller, orders = heapq.heappop(self.running)
            self.waits += [done + self.costs.commit - came for came in orders]
            self.at_work.discard(seller)
            if self.waiting.get(seller):
                self.ready.append(seller)
            self._calls(done)

    def _calls(self, moment: float) -> None:
        while self.ready and len(self.running) < self.cores:
            seller = self.ready.popleft()
            orders, self.waiting[seller] = self.waiting[seller][:LIST], self.waiting[seller][LIST:]
            cost = self.costs.call + len(orders) * self.costs.order
            self.at_work.add(seller)
            self.spent += cost
            self.calls += 1
            heapq.heappush(self.running, (moment + cost, seller, orders))


def day(trade: Trade, costs: Costs, machines: int, cores: int) -> Day:
    """`machines` databases of so many cores, each with an even part of the sellers."""
    chance = Random(trade.seed)
    home = [chance.randrange(machines) for _ in range(trade.sellers)]
    shards = [_Shard(cores, costs) for _ in range(machines)]
    reach = list(accumulate(trade.weights))
    moment, ends = 0.0, trade.seconds * 1000
    while (moment := moment + chance.expovariate(trade.rate / 1000)) < ends:
        seller = bisect(reach, chance.random() * reach[-1])
        shards[home[seller]].takes(moment, seller)
    for shard in shards:
        shard.goes_on(float("inf"))
    waits = sorted(wait for shard in shards for wait in shard.waits)
    return Day(
        p50=waits[len(waits) // 2],
        p99=waits[int(len(waits) * 0.99)],
        busiest=max(shard.spent for shard in shards) / (ends * cores),
        lists=len(waits) / sum(shard.calls for shard in shards),
    )


@dataclass(frozen=True, slots=True)
class Answer:
    """How many machines it takes, and what the day is like with them."""

    databases: int
    webs: int
    day: Day


def machines_for(trade: Trade, costs: Costs, cores: int) -> Answer | None:
    """The fewest with which no buyer waits too long and none is too busy. None where no number
    helps, because the largest seller alone is too much for one core: he is on one machine."""
    alone = trade.largest * (costs.order + costs.call / LIST) / 1000
    if alone > BUSY:
        return None
    least = ceil(trade.rate * costs.order / 1000 / (cores * BUSY))
    databases = max(least, 1)
    while not (found := day(trade, costs, databases, cores)).is_well:
        databases = ceil(databases * 1.1) if databases > 9 else databases + 1
    webs = ceil(trade.rate * costs.web / 1000 / (cores * BUSY))
    return Answer(databases, webs, found)


def most_for_one(costs: Costs) -> float:
    """Orders a second that one seller can sell, whatever the cluster."""
    return BUSY * 1000 / (costs.order + costs.call / LIST)


def with_rate(trade: Trade, rate: float) -> Trade:
    """As many arrivals to look at, however many come a second."""
    return replace(trade, rate=rate, seconds=max(0.5, min(trade.seconds, 200_000 / rate)))
