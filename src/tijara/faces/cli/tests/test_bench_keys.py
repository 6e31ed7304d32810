"""Tables that are filled by the million have their keys back afterwards, all of them."""

import psycopg
import pytest
from django.db import connection

from tijara.faces.cli.bench import keys
from tijara.platform.postgres.testing import as_owner

pytestmark = pytest.mark.django_db(transaction=True)
TABLES = ("ledger_journal", "ledger_posting")
STANDING = """
    SELECT conname, pg_get_constraintdef(oid) FROM pg_constraint
    WHERE contype IN ('p', 'u', 'f') AND conrelid::regclass::text = ANY(%(tables)s)
    UNION SELECT indexname, indexdef FROM pg_indexes WHERE tablename = ANY(%(tables)s)
"""
JOURNAL = """
    INSERT INTO ledger_journal (seller_id, id, kind, reference, currency, occurred_at)
    SELECT md5(n::text)::uuid, md5(n::text)::uuid, 'payout', %s, 'SAR', now()
    FROM generate_series(1, 2) AS n
"""
ORPHAN = """
    INSERT INTO ledger_posting (seller_id, id, journal_id, debit, credit, amount_minor)
    VALUES (gen_random_uuid(), gen_random_uuid(), gen_random_uuid(), 'bank', 'cash', 1)
"""


def test_they_are_made_as_they_were(tmp_path):
    before, told = _standing(), tmp_path / "wanted.json"
    keys.drop(as_owner, TABLES, told)
    assert _standing() == []
    keys.drop(as_owner, TABLES, told)
    keys.make(as_owner, told)
    assert _standing() == before
    assert not told.exists()


def test_what_breaks_one_is_found_when_they_are_made(tmp_path):
    before, told = _standing(), tmp_path / "wanted.json"
    keys.drop(as_owner, TABLES, told)
    with connection.cursor() as cursor:
        cursor.execute(JOURNAL, ["payout:1"])
        cursor.execute(ORPHAN)
    with pytest.raises(psycopg.errors.ForeignKeyViolation):
        keys.make(as_owner, told)
    with as_owner() as owner:
        owner.execute("DELETE FROM ledger_posting")
    keys.make(as_owner, told)
    assert _standing() == before


def _standing() -> list[tuple]:
    with connection.cursor() as cursor:
        cursor.execute(STANDING, {"tables": list(TABLES)})
        return sorted(cursor.fetchall())
