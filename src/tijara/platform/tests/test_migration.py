"""A migration while somebody uses the table: it lets go, and tries again."""

from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager

import psycopg
import pytest
from django.db import OperationalError, connection
from psycopg.errors import LockNotAvailable

from tijara.platform.ownership.locking import Harm, Pending, Risk, pending
from tijara.platform.ownership.migration import migrate
from tijara.platform.postgres.roles import APPLICATION
from tijara.platform.postgres.testing import as_owner, django_as_owner

MIGRATION = "0003_members_by_buyer"
INDEXES = ["pricing_member_buyer", "pricing_member_company"]
BUILDING = "0003_by_reader"
BUILT = ["wallet_gift_card_to", "wallet_gift_card_redeemer"]
SOUND = """
    SELECT count(*) FILTER (WHERE indisvalid), count(*)
    FROM pg_index JOIN pg_class c ON c.oid = indexrelid WHERE c.relname = ANY(%s)
"""
WAITS = """
    SELECT count(*) FROM pg_locks WHERE NOT granted AND locktype = 'virtualxid'
        AND waitstart < clock_timestamp() - interval '0.2 seconds'
"""


@contextmanager
def unapplied(migration: str, indexes: list[str]) -> Iterator[psycopg.Connection]:
    """The indexes that a migration makes are gone, and it counts as not applied."""
    with as_owner() as owner:
        owner.execute(f"DROP INDEX {', '.join(indexes)}")
        owner.execute("DELETE FROM django_migrations WHERE name = %s", [migration])
        yield owner
        assert owner.execute(SOUND, [indexes]).fetchone() == (2, 2)


@pytest.fixture
def owner(transactional_db) -> Iterator[psycopg.Connection]:
    with unapplied(MIGRATION, INDEXES) as owner:
        yield owner


@pytest.fixture
def builder(transactional_db) -> Iterator[psycopg.Connection]:
    """The migration builds its indexes CONCURRENTLY."""
    with unapplied(BUILDING, BUILT) as owner:
        yield owner


@contextmanager
def reading() -> Iterator[None]:
    """Somebody who reads for a while, such as a backup: what is built waits for him."""
    with as_owner() as reader, reader.transaction():
        reader.execute("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ")
        reader.execute("SELECT FROM market")
        yield


def test_it_lets_go_of_a_table_in_use_and_is_applied_once_that_is_free(owner):
    with owner.transaction():
        owner.execute("LOCK TABLE pricing_member IN ROW EXCLUSIVE MODE")
        with django_as_owner(), pytest.raises(OperationalError, match="lock timeout"):
            migrate(APPLICATION, tries=1)
    with django_as_owner():
        assert migrate(APPLICATION) == [f"pricing.{MIGRATION}"]
        assert migrate(APPLICATION) == []


def test_what_waits_to_be_applied_is_told_with_what_it_would_lock(owner):
    with django_as_owner():
        assert pending() == [Pending(f"pricing.{MIGRATION}", ())]
        (waiting,) = pending(large=0)
        assert waiting.risks == (Risk("pricing_member", Harm.WRITES_WAIT, 0),) * 2
        migrate(APPLICATION)
        assert pending() == []


def test_an_index_that_was_broken_off_is_built_again_and_one_that_stands_is_not(builder):
    builder.execute("CREATE INDEX wallet_gift_card_redeemer ON wallet_gift_card (id)")
    with reading(), pytest.raises(LockNotAvailable):
        builder.execute("SET lock_timeout = '50ms'")
        builder.execute("CREATE INDEX CONCURRENTLY wallet_gift_card_to ON wallet_gift_card (id)")
    assert builder.execute(SOUND, [BUILT]).fetchone() == (1, 2)
    with django_as_owner():
        assert migrate(APPLICATION) == [f"wallet.{BUILDING}"]
    told = builder.execute("SELECT indexname, indexdef FROM pg_indexes WHERE indexname = ANY(%s)",
                           [BUILT]).fetchall()  # fmt: skip
    assert "(to_email)" in dict(told)[BUILT[0]] and "(id)" in dict(told)[BUILT[1]]
    builder.execute("DROP INDEX wallet_gift_card_redeemer")
    builder.execute("CREATE INDEX wallet_gift_card_redeemer ON wallet_gift_card (redeemed_by)"
                    " WHERE redeemed_by IS NOT NULL")  # fmt: skip


def test_an_index_waits_for_who_reads_longer_than_a_table_is_waited_for(builder):
    with django_as_owner(), ThreadPoolExecutor(1) as thread:
        with reading():
            migrating = thread.submit(_migrate)
            while builder.execute(WAITS).fetchone() == (0,):
                assert not migrating.done()
        assert migrating.result() == [f"wallet.{BUILDING}"]


def test_of_two_that_begin_at_once_one_builds_and_the_other_waits(builder):
    with django_as_owner(), ThreadPoolExecutor(2) as threads:
        told = [one.result() for one in [threads.submit(_migrate) for _ in range(2)]]
    assert sorted(told) == [[], [f"wallet.{BUILDING}"]]


def _migrate() -> list[str]:
    try:
        return migrate(APPLICATION, tries=1, pause=0.05, patience="100ms")
    finally:
        connection.close()
