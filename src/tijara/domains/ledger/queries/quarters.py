"""What journals moved, by quarters of an hour: the statement that is kept and asked by."""

from psycopg.sql import SQL, Composable

# By the ids of postings, and not by all journals of a kind: OFFSET keeps the planner from it. A
# journal counts with its first posting: those of one may lie on both sides of the mark.
MOVED = SQL("""
    SELECT j.kind, j.currency,
           date_bin('15 minutes', j.occurred_at, '2000-01-01 00:00:00+00') AS begins_at,
           (count(*) FILTER (WHERE p.is_first))::int AS times,
           sum(p.amount_minor)::bigint AS minor
    FROM (SELECT l.seller_id, l.journal_id, l.amount_minor, NOT EXISTS (
              SELECT FROM ledger_posting e
              WHERE e.seller_id = l.seller_id AND e.journal_id = l.journal_id AND e.id < l.id
          ) AS is_first
          FROM ledger_posting l WHERE {which} OFFSET 0) p
    JOIN ledger_journal j ON j.seller_id = p.seller_id AND j.id = p.journal_id
    WHERE {of}
    GROUP BY 1, 2, 3
""")

ALL = SQL("true")


def moved_by_quarter(which: Composable, of: Composable = ALL) -> Composable:
    """The statement that adds up some postings (`which`, by `id`) of some journals (`of`, of `j`):
    kind, currency, begin, times, minor units."""
    return MOVED.format(which=which, of=of)
