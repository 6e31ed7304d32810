"""One fault after another, drawn from a seed: the same seed, the same schedule."""

import time
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import count
from random import Random

from tijara.faces.cli.bench.market import audited
from tijara.faces.cli.terminal import warn

from . import faults, victims
from .reckoning import acknowledged_amiss
from .trade import Trade

Span = tuple[float, float]
BETWEEN: Span = (1.0, 5.0)
"""Seconds from the end of one fault to the next, at least and at most."""
LASTS: Span = (1.0, 8.0)
"""Seconds that a fault lasts which can be mended."""
ALL = (*victims.VICTIMS, *faults.LASTING)


@dataclass(frozen=True, slots=True)
class Planned:
    after: float
    name: str
    lasts: float
    chance: Random


@dataclass(frozen=True, slots=True)
class Plan:
    """Everything of `names` once in some order, and then whatever comes, without an end."""

    seed: int
    between: Span = BETWEEN
    lasts: Span = LASTS
    names: Sequence[str] = ALL

    @property
    def round_of(self) -> int:
        return len(self.names)

    def faults(self) -> Iterator[Planned]:
        chance = Random(self.seed)
        order = chance.sample(self.names, len(self.names))
        for number in count():
            name = order[number] if number < len(order) else chance.choice(self.names)
            after, long = chance.uniform(*self.between), chance.uniform(*self.lasts)
            yield Planned(after, name, long, Random(chance.random()))


@dataclass(slots=True)
class Struck:
    """What was done to the market, and what was found amiss after which of it."""

    times: Counter[str] = field(default_factory=Counter)
    schedule: list[str] = field(default_factory=list)
    amiss: list[str] = field(default_factory=list)


def strike(
    trade: Trade,
    ground: faults.Ground,
    plan: Plan,
    seconds: float,
    *,
    is_audited: bool = True,
) -> Struck:
    """Until the time is over and each fault of the plan's first round was there; each is told as it
    comes. After each the market comes back, every order that a buyer was told of is there once, and
    the audit is clean."""
    struck, began = Struck(), time.monotonic()
    for number, fault in enumerate(plan.faults()):
        if number >= plan.round_of and time.monotonic() > began + seconds:
            break
        time.sleep(fault.after)
        struck.times[fault.name] += _bring_about(ground, fault)
        at = time.monotonic() - began
        struck.schedule.append(f"{at:.1f} s: {fault.name} ({fault.lasts:.1f} s)")
        warn(struck.schedule[-1])
        victims.wait_until_ready(ground.market)
        found = acknowledged_amiss(trade) + (audited().faults if is_audited else [])
        struck.amiss += [f"after {fault.name}: {one}" for one in found]
    return struck


def _bring_about(ground: faults.Ground, fault: Planned) -> bool:
    """Whether there was something to spoil."""
    if fault.name in victims.VICTIMS:
        return victims.VICTIMS[fault.name](ground.market, fault.chance)
    with faults.LASTING[fault.name](ground, fault.chance):
        time.sleep(fault.lasts)
    return True
