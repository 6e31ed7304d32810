"""A migration while somebody uses the table: it lets go, and tries again."""

from collections.abc import Iterator

import psycopg
import pytest
from django.db import OperationalError

from tijara.platform.ownership.locking import Harm, Pending, Risk, pending
from tijara.platform.ownership.migration import migrate
from tijara.platform.postgres.roles import APPLICATION
from tijara.platform.postgres.testing import as_owner, django_as_owner

MIGRATION = "0003_members_by_buyer"
INDEXES = ["pricing_member_buyer", "pricing_member_company"]
THERE = "SELECT count(*) FROM pg_indexes WHERE indexname = ANY(%s)"


@pytest.fixture
def owner(transactional_db) -> Iterator[psycopg.Connection]:
    """The indexes that a migration makes are gone, and it counts as not applied."""
    with as_owner() as owner:
        owner.execute(f"DROP INDEX {', '.join(INDEXES)}")
        owner.execute("DELETE FROM django_migrations WHERE name = %s", [MIGRATION])
        yield owner
        assert owner.execute(THERE, [INDEXES]).fetchone() == (2,)


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
