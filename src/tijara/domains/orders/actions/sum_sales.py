"""Keep the sums of all sales, quarter by quarter of an hour, so that nobody adds up years."""

from collections.abc import Iterator, Sequence
from datetime import datetime, timedelta
from itertools import batched

from django.db import connection, transaction
from psycopg.sql import SQL

from tijara.kit.actor import Actor
from tijara.kit.clock import now
from tijara.kit.powers import Power
from tijara.platform.action import action
from tijara.platform.postgres.writers import settled

from ..models import Order, SummedSales
from ..queries import added_up, touched_since

ONE = 1
BEHIND = timedelta(minutes=15)
AT_ONCE = 500
"""Quarters in one commit."""
STEP = timedelta(days=30)
"""The span of one commit, where all are summed."""
STEPS_AT_ONCE = 1
SPANS = SQL("SELECT s, u FROM unnest(%(since)s::timestamptz[], %(until)s::timestamptz[]) x (s, u)")
FILLED = SQL("""
    INSERT INTO orders_sales_bucket (begins_at, currency, orders, total_minor, newcomers)
    {added_up}
""").format(added_up=added_up(SPANS))
EMPTIED = """
    DELETE FROM orders_sales_bucket b
    USING unnest(%(since)s::timestamptz[], %(until)s::timestamptz[]) AS span (since, until)
    WHERE b.begins_at >= span.since AND b.begins_at < span.until
"""
QUARTER = timedelta(minutes=15)
Span = tuple[datetime, datetime]


@action(power=Power.SYSTEM, atomic=False)
def sum_sales(*, actor: Actor, anew: bool = False) -> int:
    """How many spans were added up: quarters in which something came or moved since the last time;
    the first time, or `anew`, all there is. Broken off, it begins again where it began."""
    SummedSales.objects.bulk_create([SummedSales(id=ONE)], ignore_conflicts=True)
    mark = None if anew else SummedSales.objects.values_list("until", flat=True).get(id=ONE)
    until = settled(BEHIND)
    spans = list(_all() if mark is None else _touched(mark))
    for some in batched(spans, AT_ONCE if mark else STEPS_AT_ONCE, strict=False):
        _add_up(some)
    SummedSales.objects.filter(id=ONE).update(until=until)
    return len(spans)


def _touched(mark: datetime) -> Iterator[Span]:
    yield from ((begin, begin + QUARTER) for begin in touched_since(mark))


def _all() -> Iterator[Span]:
    """From the first order on, in steps that begin where a quarter does."""
    first = Order.objects.order_by("placed_at").values_list("placed_at", flat=True).first()
    since = (first or now()).replace(minute=0, second=0, microsecond=0)
    while since <= now():
        yield since, since + STEP
        since += STEP


@transaction.atomic
def _add_up(spans: Sequence[Span]) -> None:
    """Of two who sum at once the second waits, and reads what is there then."""
    SummedSales.objects.select_for_update().get(id=ONE)
    given = {"since": [since for since, _ in spans], "until": [until for _, until in spans]}
    with connection.cursor() as cursor:
        cursor.execute(EMPTIED, given)
        cursor.execute(FILLED, given)
