"""Every test meets the real PostgreSQL, as the role that owns nothing.

It stands at the root so that it binds the tests beside the code (src/) and those in tests/.
"""

import asyncio
import gc
import os
from collections.abc import Iterator
from contextlib import contextmanager

import pytest
from django.test import TransactionTestCase
from hypothesis import HealthCheck, settings

from tijara.kit import recent
from tijara.platform.limits import forget_all
from tijara.platform.postgres.testing import database_of_this_run, empty_tables

settings.register_profile("house", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("house")
"""How quickly examples come says how busy the machine is, and nothing of what is promised."""
os.environ["TIJARA_WORKER_NICE"] = "0"
"""A market under test shares the cores with the browser that waits for its worker."""
PILES = (("journeys", "test_page_cache.py", "survival"), ("pages", "life"), ())
"""What in tests/ takes long, by the hand that begins with it; the last pile is whatever else is in
tests/. Who walks through one market is in one pile, so that it stands once."""


@contextmanager
def apart_from_the_browser() -> Iterator[None]:
    """Playwright leaves its loop standing in the thread for as long as its browser is open; Django
    and asyncio would take whatever comes after for a part of that loop, and refuse it."""
    loop = asyncio._get_running_loop()
    asyncio._set_running_loop(None)
    try:
        yield
    finally:
        asyncio._set_running_loop(loop)


@pytest.hookimpl(wrapper=True)
def pytest_runtest_protocol(item: pytest.Item) -> object:
    """Whoever opens no browser stands apart from one that an earlier test of the process opened."""
    if "playwright" in item.fixturenames:
        return (yield)
    with apart_from_the_browser():
        return (yield)


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Where several hands take tests, each begins with what takes long and goes on with what is
    short: an even share of the list is each one's first load (xdist's "worksteal"), and at the end
    they take small things from one another."""
    hands = getattr(config, "workerinput", {}).get("workercount", 1)
    if hands > 1:
        items[:] = shared_out(items, hands)


def pytest_collection_finish(session: pytest.Session) -> None:
    """Thousands of tests and modules stay to the end: nobody looks through them again and again for
    what could be thrown away, which took a tenth of the time."""
    gc.collect()
    gc.freeze()
    gc.set_threshold(20_000, 20, 100)


def shared_out(items: list[pytest.Item], hands: int) -> list[pytest.Item]:
    piles: list[list[pytest.Item]] = [[] for _ in range(hands)]
    short: list[pytest.Item] = []
    for item in items:
        top, *within = item.path.relative_to(item.config.rootpath).parts
        if top == "tests":
            pile = next(n for n, names in enumerate(PILES) if not names or within[0] in names)
            piles[pile % hands].append(item)
        else:
            short.append(item)
    ordered: list[pytest.Item] = []
    for place, pile in enumerate(piles):
        share = (len(items) * (place + 1)) // hands
        room = max(0, share - len(ordered) - len(pile))
        ordered += [*pile, *short[:room]]
        del short[:room]
    return ordered + short


@pytest.fixture(scope="session")
def django_db_setup(django_test_environment, django_db_blocker) -> Iterator[None]:
    """pytest-django's own would create and migrate a database with the application's role."""
    with django_db_blocker.unblock():
        database = database_of_this_run()
        database.__enter__()
    yield
    with django_db_blocker.unblock(), apart_from_the_browser():
        database.__exit__(None, None, None)


@pytest.fixture(scope="session", autouse=True)
def _tables_are_emptied_by_their_owner() -> None:
    """Tests that commit are cleaned up by TRUNCATE, which the application's role may not."""
    TransactionTestCase._fixture_teardown = lambda self: empty_tables()


@pytest.fixture(autouse=True)
def _each_test_is_a_visitor_of_its_own() -> None:
    """They all ask from one address, and none may use up another's limits."""
    forget_all()


@pytest.fixture(autouse=True)
def _nothing_is_kept_from_the_test_before() -> None:
    recent.forget_all()


@pytest.fixture
def owner_empties_tables(transactional_db):
    """For tests that commit in several rounds: call it to empty all tables at once."""
    return empty_tables
