"""`…inside bookkeeping lay ORDERS`: a seller and the journals of so many orders; says who he is.
`…inside bookkeeping book SELLER`: book all of it, as a worker does; says what that cost.
"""

import json
import time
from uuid import UUID

from django.db import connection
from psycopg.sql import SQL, Identifier

from tijara.domains.books.actions import book_events
from tijara.faces.cli.terminal import say
from tijara.kit.actor import SYSTEM

from . import past, processor
from .past import Good

MINUTES_APART, PAID_OUT_EVERY = 5, 200
NAMES = {"journal": Identifier("ledger_journal"), "posting": Identifier("ledger_posting")}
JOURNALS = SQL("""
    INSERT INTO {journal}
        (seller_id, id, kind, reference, order_id, currency, occurred_at, earned_minor)
    SELECT %(seller)s, uuidv7(at - now()), kind, kind || ':' || coalesce(order_id, uuidv7()),
           order_id, 'SAR', at, earned
    FROM (
        SELECT k.kind, o.id AS order_id, k.earned,
               now() - interval '1 minute' * (o.place * %(apart)s)
                     + interval '1 second' * k.step AS at
        FROM (SELECT place, uuidv7() AS id FROM generate_series(1, %(orders)s) AS place) o
        CROSS JOIN (VALUES
            ('order_placed', 0, 0), ('order_paid', 1, 0), ('parcel_delivered', 2, 17700)
        ) AS k (kind, step, earned)
        UNION ALL
        SELECT 'payout', NULL, -17700 * %(every)s,
               now() - interval '1 minute' * (place * %(apart)s * %(every)s)
        FROM generate_series(1, %(orders)s / %(every)s) AS place) t
""").format(**NAMES)
POSTINGS = SQL("""
    INSERT INTO {posting} (seller_id, id, journal_id, debit, credit, amount_minor)
    SELECT j.seller_id, uuidv7(j.occurred_at - now()), j.id, p.debit, p.credit, p.amount
    FROM {journal} j JOIN (VALUES
        ('order_placed', 'buyer_receivable', 'orders_pending', 20000),
        ('order_paid', 'bank', 'buyer_receivable', 20000),
        ('parcel_delivered', 'orders_pending', 'seller_payable', 17700),
        ('parcel_delivered', 'orders_pending', 'commission_revenue', 2000),
        ('parcel_delivered', 'orders_pending', 'commission_vat', 300),
        ('payout', 'seller_payable', 'bank', 17700 * %(every)s)
    ) AS p (kind, debit, credit, amount) ON p.kind = j.kind
    WHERE j.seller_id = %(seller)s
""").format(**NAMES)


def run(what: str, given: str) -> None:
    say(json.dumps({"lay": _lay, "book": _book}[what](given)))


def _lay(orders: str) -> dict:
    market = past.new_market("sa-books", "SA", "SAR")
    shelf = past.new_shelf(market, "متجر كثير الطلبات", "books-trial", [Good("b", "سلعة", 20_000)])
    told = {
        "seller": shelf.seller_id,
        "orders": int(orders),
        "apart": MINUTES_APART,
        "every": PAID_OUT_EVERY,
    }
    with connection.cursor() as cursor:
        cursor.execute(JOURNALS, told)
        journals = cursor.rowcount
        cursor.execute(POSTINGS, told)
        postings = cursor.rowcount
    lines = int(orders) + int(orders) // PAID_OUT_EVERY
    return {
        "seller": str(shelf.seller_id),
        "journals": journals,
        "postings": postings,
        "lines": lines,
    }


def _book(seller: str) -> dict:
    """Of this process and the server's that answers it; a worker of the market may be at it, too:
    what he books is not counted."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_backend_pid()")
        backend = cursor.fetchone()[0]
    cpu, began = _spent(backend), time.monotonic()
    events = book_events(actor=SYSTEM, is_whole=True)
    return {
        "events": events,
        "left": _left(UUID(seller)),
        "seconds": time.monotonic() - began,
        "cpu ms": _spent(backend) - cpu,
    }


def _left(seller_id: UUID) -> int:
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT (SELECT count(*) FROM ledger_journal WHERE seller_id = %(seller)s) - "
            "(SELECT count(*) FROM books_entry WHERE owner_id = %(seller)s AND side = 'market')",
            {"seller": seller_id},
        )
        return cursor.fetchone()[0]


def _spent(backend: int) -> float:
    return time.process_time() * 1000 + processor.alone(backend)
