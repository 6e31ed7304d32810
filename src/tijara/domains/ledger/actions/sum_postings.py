"""Carry the sums of all accounts on to postings of an hour ago, so that nobody adds up years."""

from datetime import UTC, datetime, timedelta
from uuid import UUID

from django.db import connection, transaction

from tijara.kit.actor import Actor
from tijara.kit.clock import now
from tijara.kit.powers import Power
from tijara.platform.action import action

from ..models import AccountSum, SummedTo

ONE = 1
BEHIND = timedelta(hours=1)
"""What is written with an id of that time has been committed, or is seen to be still at work."""
BEFORE_A_WRITE = timedelta(minutes=15)
"""An id is made that long before its transaction begins to write, at most; clocks differ, too."""
STEP = timedelta(days=30)
"""At most so much in one commit."""
BEGINNING = datetime(2020, 1, 1, tzinfo=UTC)
NO_ID = UUID(int=0)
OLDEST_WRITER = """
    SELECT min(xact_start) FROM pg_stat_activity
    WHERE datname = current_database() AND backend_xid IS NOT NULL AND pid <> pg_backend_pid()
"""
CARRY_ON = """
    INSERT INTO ledger_sum AS k (seller_id, id, account, currency, minor)
    SELECT p.seller_id, md5(s.account || ':' || j.currency)::uuid, s.account, j.currency,
           sum(s.minor)::bigint
    FROM ledger_posting p
    JOIN ledger_journal j ON j.seller_id = p.seller_id AND j.id = p.journal_id
    CROSS JOIN LATERAL (VALUES (p.debit, p.amount_minor), (p.credit, -p.amount_minor))
        AS s (account, minor)
    WHERE p.id > %s AND p.id <= %s
    GROUP BY p.seller_id, s.account, j.currency
    ON CONFLICT (seller_id, id) DO UPDATE SET minor = k.minor + excluded.minor
"""


@action(power=Power.SYSTEM, atomic=False)
def sum_postings(*, actor: Actor, anew: bool = False) -> int:
    """How many steps it took, each in a commit of its own. `anew`: from the first posting on, for
    whoever has laid old ones."""
    if anew:
        with transaction.atomic():
            SummedTo.objects.all().delete()
            AccountSum.objects.all().delete()
    steps, settled = 0, _settled()
    while _step(settled):
        steps += 1
    return steps


@transaction.atomic
def _step(settled: UUID) -> bool:
    """Of two who sum at once the second waits, and finds nothing to do."""
    SummedTo.objects.bulk_create([SummedTo(id=ONE, posting_id=NO_ID)], ignore_conflicts=True)
    mark = SummedTo.objects.select_for_update().get(id=ONE)
    since = mark.posting_id
    if since >= settled:
        return False
    until = min(settled, _id_of(max(_moment_of(since), BEGINNING) + STEP))
    with connection.cursor() as cursor:
        cursor.execute(CARRY_ON, [since, until])
    SummedTo.objects.filter(id=ONE).update(posting_id=until)
    return True


def _settled() -> UUID:
    """No posting with an id up to this will come any more."""
    with connection.cursor() as cursor:
        cursor.execute(OLDEST_WRITER)
        oldest = cursor.fetchone()[0]
    settled = now() - BEHIND
    return _id_of(min(settled, oldest - BEFORE_A_WRITE) if oldest else settled)


def _id_of(moment: datetime) -> UUID:
    """Before every id of that moment, after every one before it."""
    return UUID(int=(int(moment.timestamp() * 1000) << 80))


def _moment_of(made: UUID) -> datetime:
    return datetime.fromtimestamp((made.int >> 80) / 1000, UTC)
