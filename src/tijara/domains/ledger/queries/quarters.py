"""What journals moved, by quarters of an hour: the statement that is kept, asked and proved by."""

from psycopg.sql import SQL, Composable

# A journal counts with its first posting: those of one may lie on both sides of the mark.
MOVED = SQL("""
    SELECT j.kind, j.currency,
           date_bin('15 minutes', j.occurred_at, '2000-01-01 00:00:00+00') AS begins_at,
           (count(*) FILTER (WHERE NOT EXISTS (
               SELECT FROM ledger_posting e
               WHERE e.seller_id = p.seller_id AND e.journal_id = p.journal_id AND e.id < p.id))
           )::int AS times, sum(p.amount_minor)::bigint AS minor
    FROM ledger_posting p
    JOIN ledger_journal j ON j.seller_id = p.seller_id AND j.id = p.journal_id
    WHERE {which}
    GROUP BY 1, 2, 3
""")


def moved_by_quarter(which: Composable) -> Composable:
    """The statement that adds up some postings: kind, currency, begin, times, minor units."""
    return MOVED.format(which=which)
