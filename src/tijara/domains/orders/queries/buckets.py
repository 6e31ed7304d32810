"""What all stores sold, and who bought for the first time: from sums of a quarter of an hour each
that are kept, but for those in which something has come or moved since: they are added up anew.

An order stands or not by its state; neither its total nor its moment ever changes. So a quarter is
another than it was only where an order of it came, or began or ceased to stand, or where another
order of its buyer did, before it: then it may be his first, or not any more.
"""

from datetime import datetime

from django.db import connection
from psycopg.sql import SQL, Composable

from tijara.kit.money import Money
from tijara.platform.audits import Findings, compared, proof

from ..models import SummedSales
from ..shapes import DayOfSales
from .sales import NEVER

NOT_STANDING = SQL("('pending', 'cancelled', 'refused', 'refunded')")
BEGIN = SQL("date_bin('15 minutes', {moment}, '2000-01-01 00:00:00+00')")
# What came, and what began or ceased to stand; then, of the same buyers, the next that stands.
TOUCHED = SQL("""
    WITH moved AS MATERIALIZED (
        SELECT buyer_id, placed_at, id FROM orders_order WHERE placed_at >= {mark}
        UNION
        SELECT o.buyer_id, o.placed_at, o.id FROM orders_move m
        JOIN orders_order o ON o.seller_id = m.seller_id AND o.id = m.order_id
        WHERE m.moved_at >= {mark} AND (m.before = 'pending' OR m.after IN {not_standing})
    )
    SELECT {begin} FROM moved
    UNION
    SELECT {next} FROM moved CROSS JOIN LATERAL (
        SELECT placed_at AS later FROM orders_order o
        WHERE o.buyer_id = moved.buyer_id AND o.placed_at >= moved.placed_at
          AND (o.placed_at, o.id) > (moved.placed_at, moved.id) AND o.state NOT IN {not_standing}
        ORDER BY o.placed_at, o.id LIMIT 1) n
""")
# Of each span, that is a quarter or all that is asked for.
ADDED_UP = SQL("""
    SELECT {begin} AS begins_at, o.currency, count(*)::int AS orders,
           sum(o.total_minor)::bigint AS total_minor, {newcomers} AS newcomers
    FROM ({spans}) AS span (since, until)
    CROSS JOIN LATERAL (
        SELECT * FROM orders_order
        WHERE placed_at >= span.since AND placed_at < span.until
          AND state NOT IN {not_standing}) o
    GROUP BY 1, 2
""")
COUNTED_NEW = SQL("""
    (count(*) FILTER (WHERE NOT EXISTS (
        SELECT FROM orders_order e
        WHERE e.buyer_id = o.buyer_id AND e.placed_at <= o.placed_at
          AND (e.placed_at, e.id) < (o.placed_at, o.id) AND e.state NOT IN {not_standing})))::int
""").format(not_standing=NOT_STANDING)
NOT_COUNTED = SQL("0")
QUARTERS = SQL("SELECT q, q + interval '15 minutes' FROM unnest(%(quarters)s::timestamptz[]) q")
WHOLE = SQL("SELECT %(since)s::timestamptz, %(until)s::timestamptz")
KEPT = SQL("""
    SELECT begins_at, currency, orders, total_minor, newcomers FROM orders_sales_bucket
    WHERE begins_at >= %(since)s AND begins_at < %(until)s
      AND begins_at <> ALL(%(quarters)s::timestamptz[])
    UNION ALL {added_up}
""")
DAYS = SQL("""
    SELECT (begins_at AT TIME ZONE %(zone)s)::date AS day, sum(orders)::bigint,
           sum(total_minor)::bigint, currency, sum(newcomers)::bigint
    FROM ({buckets}) b GROUP BY day, currency ORDER BY day
""")
EVER = SQL("SELECT '-infinity'::timestamptz, 'infinity'::timestamptz")
MARK = SQL("(SELECT until FROM orders_summed_sales)")
PROVED = SQL("""
    SELECT coalesce(k.currency, n.currency) || ' of ' || coalesce(k.begins_at, n.begins_at),
           (coalesce(k.orders, 0), coalesce(k.total_minor, 0), coalesce(k.newcomers, 0))
         = (coalesce(n.orders, 0), coalesce(n.total_minor, 0), coalesce(n.newcomers, 0))
    FROM (SELECT * FROM orders_sales_bucket) k
    FULL JOIN ({added_up}) n ON n.begins_at = k.begins_at AND n.currency = k.currency
    WHERE EXISTS (SELECT FROM orders_summed_sales WHERE until IS NOT NULL)
      AND coalesce(k.begins_at, n.begins_at) NOT IN ({touched})
""")


def sales_of_all(
    *, since: datetime, zone: str, until: datetime = NEVER, with_newcomers: bool = False
) -> list[DayOfSales]:
    """Of all sellers by day, of each currency by itself; a day without orders is absent. Both
    moments are the begin of a quarter of an hour, as midnight is everywhere. `with_newcomers`: also
    how many of the orders were the first of their buyer that stands, over all sellers."""
    newcomers = COUNTED_NEW if with_newcomers else NOT_COUNTED
    mark = SummedSales.objects.values_list("until", flat=True).first()
    given: dict = {"since": since, "until": until, "zone": zone}
    if mark is None:
        buckets = added_up(WHOLE, newcomers)
    else:
        # What is kept is the truth of some moment after these are asked for.
        given["quarters"] = [one for one in touched_since(mark) if since <= one < until]
        buckets = KEPT.format(added_up=added_up(QUARTERS, newcomers))
    with connection.cursor() as cursor:
        cursor.execute(DAYS.format(buckets=buckets), given)
        return [
            DayOfSales(day, orders, Money(total, currency), came if with_newcomers else 0)
            for day, orders, total, currency, came in cursor.fetchall()
        ]


def touched_since(mark: datetime) -> list[datetime]:
    """The quarters whose sums may be others than they were at a moment, by when they begin."""
    with connection.cursor() as cursor:
        cursor.execute(_touched(SQL("%(mark)s")), {"mark": mark})
        return [quarter for (quarter,) in cursor.fetchall()]


def added_up(spans: Composable, newcomers: Composable = COUNTED_NEW) -> Composable:
    """The statement that adds orders up by quarters, within spans (rows of two moments)."""
    begin = BEGIN.format(moment=SQL("o.placed_at"))
    given = {"not_standing": NOT_STANDING, "newcomers": newcomers}
    return ADDED_UP.format(begin=begin, spans=spans, **given)


def _touched(mark: Composable) -> Composable:
    return TOUCHED.format(
        mark=mark,
        not_standing=NOT_STANDING,
        begin=BEGIN.format(moment=SQL("placed_at")),
        next=BEGIN.format(moment=SQL("later")),
    )


@proof("the sums that are kept of all sales are what the orders say")
def buckets_proof() -> Findings:
    return compared(PROVED.format(added_up=added_up(EVER), touched=_touched(MARK)))
