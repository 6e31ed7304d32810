"""A worker that dies in the middle of a job keeps nobody from the next one."""

import pytest
from asgiref.sync import async_to_sync
from django.db import connection
from procrastinate.contrib.django import app

from tijara.platform.jobs.cut_off import DEAD_AFTER, drop_now

LOCK = "tests.one_at_a_time"
FETCH = "SELECT (procrastinate_fetch_job_v2(NULL, %s)).id"
WORKER = """
    INSERT INTO procrastinate_workers (last_heartbeat)
    VALUES (now() - make_interval(secs => %s)) RETURNING id
"""

pytestmark = pytest.mark.django_db


def asked(query: str, *given: object) -> object:
    with connection.cursor() as cursor:
        cursor.execute(query, given)
        return cursor.fetchone()[0]


def next_tick() -> int:
    return app.configure_task("tests.nothing", lock=LOCK).defer()


def worker(seconds_ago: float) -> int:
    return asked(WORKER, seconds_ago)


def test_the_lock_of_a_dead_workers_job_is_let_go():
    cut_off, waiting = next_tick(), next_tick()
    dead, living = worker(DEAD_AFTER + 1), worker(0)
    assert asked(FETCH, dead) == cut_off
    assert asked(FETCH, living) is None
    assert async_to_sync(drop_now)(app.job_manager) == 1
    assert asked(FETCH, living) == waiting


def test_a_living_workers_job_is_left_alone():
    next_tick()
    next_tick()
    living = worker(0)
    asked(FETCH, living)
    assert async_to_sync(drop_now)(app.job_manager) == 0
    assert asked(FETCH, living) is None
