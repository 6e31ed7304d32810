"""Pumps: functions that are called at once again while they find work, and rest while they don't.

For queues that live in a table of ours (the outbox, unsent messages), where a job a row would cost
more than the work.
"""

import logging
import threading
from collections.abc import Callable
from dataclasses import dataclass

from django.db import close_old_connections, connections

Work = Callable[[], int]
LONGEST_PAUSE = 30.0

log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Pump:
    work: Work
    rest_seconds: float

    @property
    def name(self) -> str:
        return f"{self.work.__module__}.{self.work.__qualname__}"

    def run(self, stop: threading.Event) -> None:
        """Until told to stop. A failure is logged and tried again, later each time."""
        pause = 0.0
        while not stop.wait(pause):
            close_old_connections()
            try:
                done = self.work()
            except Exception:
                log.exception("pump %s failed", self.name)
                pause = min(max(pause * 2, 1.0), LONGEST_PAUSE)
            else:
                pause = 0.0 if done else self.rest_seconds
        connections.close_all()


_pumps: dict[str, Pump] = {}


def pump(*, rest_seconds: float = 1.0) -> Callable[[Work], Work]:
    """Over a function of a domain's jobs.py that does a bit of its work and says how much."""

    def register(work: Work) -> Work:
        made = Pump(work, rest_seconds)
        _pumps[made.name] = made
        return work

    return register


def pumps() -> list[Pump]:
    return list(_pumps.values())
