"""Scheduled work: what waits, what runs, what failed, and when each was last begun."""

from dataclasses import dataclass
from datetime import UTC, datetime

from django.db import connection
from procrastinate.contrib.django import app

from .cut_off import DEAD_AFTER
from .pumps import pumps

SHOWN = 50
JOBS = """
    SELECT j.id, j.task_name, j.status::text, j.attempts,
           (SELECT max(e.at) FROM procrastinate_events e WHERE e.job_id = j.id)
    FROM procrastinate_jobs j ORDER BY (j.status = 'failed') DESC, j.id DESC LIMIT %s
"""
COUNTS = "SELECT status::text, count(*) FROM procrastinate_jobs GROUP BY status"
LAST = (
    "SELECT task_name, max(defer_timestamp) FROM procrastinate_periodic_defers GROUP BY task_name"
)
HEARD = """
    SELECT max(last_heartbeat) FROM procrastinate_workers
    WHERE last_heartbeat > now() - %s * interval '1 second'
"""


@dataclass(frozen=True, slots=True)
class JobRow:
    """`status`: todo, doing, failed; one that succeeded is gone."""

    id: int
    name: str
    status: str
    attempts: int
    at: datetime | None


@dataclass(frozen=True, slots=True)
class Schedule:
    """What is done again and again: by the clock (`cron`), or whenever there is something."""

    name: str
    cron: str
    last: datetime | None


def jobs() -> list[JobRow]:
    """Those that failed first, then the newest."""
    with connection.cursor() as cursor:
        cursor.execute(JOBS, [SHOWN])
        return [JobRow(*row) for row in cursor.fetchall()]


def job_counts() -> dict[str, int]:
    with connection.cursor() as cursor:
        cursor.execute(COUNTS)
        return dict(cursor.fetchall())


def schedules() -> list[Schedule]:
    with connection.cursor() as cursor:
        cursor.execute(LAST)
        last = {name: datetime.fromtimestamp(stamp, UTC) for name, stamp in cursor.fetchall()}
    by_clock = [
        Schedule(name, task.cron, last.get(name))
        for (name, _), task in app.periodic_registry.periodic_tasks.items()
    ]
    return sorted(by_clock, key=lambda one: one.name)


def pump_names() -> list[str]:
    """What runs whenever there is something to do."""
    return sorted(f"{one.name.split('.')[2]}.{one.name.rpartition('.')[2]}" for one in pumps())


def worker_heard_at() -> datetime | None:
    """The last sign of a living worker; None where none lives."""
    with connection.cursor() as cursor:
        cursor.execute(HEARD, [DEAD_AFTER])
        return cursor.fetchone()[0]
