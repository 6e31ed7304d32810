"""The past, in steps wide enough to be drawn as a line."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from django.db import connection

from tijara.kit.clock import now

from .taking import EVERY, beat_of

PAST = """
    SELECT date_bin(%(step)s, at, %(first)s), count(*), max(waiting), max(oldest_seconds),
           max(failed), max(memory_megabytes), max(database_megabytes), max(disk_percent)
    FROM pulse_beat WHERE at >= %(first)s GROUP BY 1
"""
FIRST = "SELECT min(at) FROM pulse_beat"


@dataclass(frozen=True, slots=True)
class Step:
    """The worst that was seen within a step; all nothing where nobody looked."""

    at: datetime
    beats: int = 0
    waiting: int = 0
    oldest_seconds: int = 0
    failed: int = 0
    memory_megabytes: int = 0
    database_megabytes: int = 0
    disk_percent: int = 0


@dataclass(frozen=True, slots=True)
class Past:
    """`missing`: beats that should have been taken since the first one, and were not."""

    steps: tuple[Step, ...]
    beats: int
    missing: int

    @property
    def is_known(self) -> bool:
        return len(self.steps) > 1 and self.beats > 1

    @property
    def missing_time(self) -> timedelta:
        return self.missing * EVERY


def past(span: timedelta, step: timedelta) -> Past:
    """Up to now, the oldest first. What lies before the very first beat is left out."""
    until = now()
    with connection.cursor() as cursor:
        cursor.execute(FIRST)
        begun = cursor.fetchone()[0]
        if begun is None:
            return Past((), 0, 0)
        first = max(beat_of(until - span) + EVERY, begun)
        cursor.execute(PAST, {"step": step, "first": first})
        found = {row[0]: Step(*row) for row in cursor.fetchall()}
    number = int((until - first) / step) + 1
    steps = tuple(
        found.get(first + place * step, Step(first + place * step)) for place in range(number)
    )
    beats = sum(one.beats for one in steps)
    due = int((beat_of(until) - first) / EVERY)
    return Past(steps, beats, max(due - beats, 0))
