"""Tables that grow without end, and those that rows pass through, are tidied up in small steps."""

import pytest
from django.db import connection

from tijara.platform.ownership import vacuuming
from tijara.platform.ownership.grants import append_only_tables
from tijara.platform.postgres.testing import as_owner, django_as_owner

pytestmark = pytest.mark.django_db(transaction=True)
OPTIONS = "SELECT coalesce(reloptions, '{}') FROM pg_class WHERE relname = %s"


def test_every_table_that_only_grows_is_settled():
    for table in append_only_tables():
        assert "autovacuum_vacuum_insert_scale_factor=0.01" in _options(table)
    assert "autovacuum_vacuum_scale_factor=0.02" in _options("outbox_event")


def test_what_stands_is_left_alone_and_what_differs_is_settled():
    with django_as_owner():
        assert vacuuming.settle_vacuum() == []
    with as_owner() as owner:
        owner.execute("ALTER TABLE audit_entry RESET (autovacuum_analyze_threshold)")
    with django_as_owner():
        assert vacuuming.settle_vacuum() == ["audit_entry"]
    assert "autovacuum_analyze_threshold=5000" in _options("audit_entry")


def _options(table: str) -> list[str]:
    with connection.cursor() as cursor:
        cursor.execute(OPTIONS, [table])
        return cursor.fetchone()[0]
