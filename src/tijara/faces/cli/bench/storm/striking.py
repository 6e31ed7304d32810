"""One fault after another, drawn from a seed: the same seed, the same schedule."""

import time
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import count
from random import Random

from tijara.faces.cli.bench.market import audited

from . import faults, victims
from .reckoning import acknowledged_amiss
from .trade import Trade

Span = tuple[float, float]
BETWEEN: Span = (1.0, 5.0)
"""Seconds from the end of one fault to the next, at least and at most."""
LASTS: Span = (1.0, 8.0)
"""Seconds that a fault lasts which can be mended."""
ALL = [*victims.VICTIMS, *faults.LASTING]


@dataclass(frozen=True, slots=True)
class Planned:
    after: float
    name: str
    lasts: float
    chance: Random


@dataclass(slots=True)
class Struck:
    """What was done to the market, and what was found amiss after which of it."""

    times: Counter[str] = field(default_factory=Counter)
    schedule: list[str] = field(default_factory=list)
    amiss: list[str] = field(default_factory=list)


def planned(seed: int, between: Span, lasts: Span) -> Iterator[Planned]:
    """Everything once in some order, and then whatever comes, without an end."""
    chance = Random(seed)
    order = chance.sample(ALL, len(ALL))
    for number in count():
        name = order[number] if number < len(order) else chance.choice(ALL)
        after, long = chance.uniform(*between), chance.uniform(*lasts)
        yield Planned(after, name, long, Random(chance.random()))


def strike(
    trade: Trade,
    ground: faults.Ground,
    plan: Iterator[Planned],
    seconds: float,
    *,
    is_audited: bool = True,
) -> Struck:
    """Until the time is over and everything was done once. After each fault the market comes back,
    every order that a buyer was told of is there once, and the audit is clean."""
    struck, began = Struck(), time.monotonic()
    for number, fault in enumerate(plan):
        if number >= len(ALL) and time.monotonic() > began + seconds:
            break
        time.sleep(fault.after)
        struck.times[fault.name] += _bring_about(ground, fault)
        at = time.monotonic() - began
        struck.schedule.append(f"{at:.1f} s: {fault.name} ({fault.lasts:.1f} s)")
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
