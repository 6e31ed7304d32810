"""Carry the sums of accounts, and of what journals moved, on: nobody adds up years."""

from datetime import UTC, datetime, timedelta
from uuid import UUID

from django.db import connection, transaction
from psycopg.sql import SQL, Composed

from tijara.kit.actor import Actor
from tijara.kit.ids import first_id_of
from tijara.kit.powers import Power
from tijara.platform.action import action
from tijara.platform.postgres.writers import settled

from ..models import AccountSum, Mark, MovedBucket, MovedTo, SummedTo
from ..queries import moved_by_quarter

ONE = 1
BEHIND = timedelta(hours=1)
"""No posting with an id of that time will come any more."""
STEP = timedelta(days=30)
"""At most so much in one commit."""
BEGINNING = datetime(2020, 1, 1, tzinfo=UTC)
NO_ID = UUID(int=0)
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
MOVED = SQL("""
    INSERT INTO ledger_moved_bucket AS k (kind, currency, begins_at, times, minor)
    {moved}
    ON CONFLICT (kind, currency, begins_at)
    DO UPDATE SET times = k.times + excluded.times, minor = k.minor + excluded.minor
""").format(moved=moved_by_quarter(SQL("id > %s AND id <= %s")))


@action(power=Power.SYSTEM, atomic=False)
def sum_postings(*, actor: Actor, anew: bool = False) -> int:
    """How many steps it took, each in a commit of its own. `anew`: from the first posting on, for
    whoever has laid old ones."""
    if anew:
        with transaction.atomic():
            SummedTo.objects.all().delete()
            AccountSum.objects.all().delete()
            MovedTo.objects.all().delete()
            MovedBucket.objects.all().delete()
    steps, until = 0, first_id_of(settled(BEHIND))
    for marks, statement in ((SummedTo, CARRY_ON), (MovedTo, MOVED)):
        while _step(marks, statement, until):
            steps += 1
    return steps


@transaction.atomic
def _step(marks: type[Mark], statement: str | Composed, last: UUID) -> bool:
    """Of two who sum at once the second waits, and finds nothing to do."""
    marks.objects.bulk_create([marks(id=ONE, posting_id=NO_ID)], ignore_conflicts=True)
    mark = marks.objects.select_for_update().get(id=ONE)
    since = mark.posting_id
    if since >= last:
        return False
    until = min(last, first_id_of(max(_moment_of(since), BEGINNING) + STEP))
    with connection.cursor() as cursor:
        cursor.execute(statement, [since, until])
    marks.objects.filter(id=ONE).update(posting_id=until)
    return True


def _moment_of(made: UUID) -> datetime:
    return datetime.fromtimestamp((made.int >> 80) / 1000, UTC)
