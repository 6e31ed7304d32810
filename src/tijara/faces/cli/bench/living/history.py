"""What has happened so far, and what each kind of event has cost."""

import time
from collections import Counter, defaultdict
from collections.abc import Callable
from dataclasses import dataclass, field
from random import Random
from uuid import UUID

from tijara.faces.cli.bench import processor
from tijara.kit.refusal import Refusal

TWICE = 0.05
E = Callable[[], object]


@dataclass(slots=True)
class History:
    chance: Random
    counts: Counter[str] = field(default_factory=Counter)
    spent_ms: defaultdict[str, float] = field(default_factory=lambda: defaultdict(float))
    """By the name of the event, refused ones too."""
    seen: Counter[str] = field(default_factory=Counter)
    """What the product said of what was brought to it: lines of lists by their verdict, sellers'
    transfers by how they ended. No events of their own."""
    refusals: Counter[UUID] = field(default_factory=Counter)
    """Parcels that a buyer has not taken."""
    takes_cards: bool = False
    meter: processor.Meter | None = None

    def event(self, name: str, act: E) -> object | None:
        """Once, or as somebody who presses twice; what is refused is refused."""
        result = None
        for again in (False, True) if self.chance.random() < TWICE else (False,):
            before = self._cpu()
            try:
                told = act()
                result = told if not again else result
                self.counts[name] += 1
            except Refusal as refusal:
                self.counts[f"refused: {refusal.code}"] += 1
            self.spent_ms[name] += self._cpu() - before
        return result

    def _cpu(self) -> float:
        servers = self.meter.milliseconds() if self.meter else 0.0
        return time.process_time() * 1000 + servers
