"""The journal and the balances it makes."""

from collections.abc import Iterable, Sequence
from datetime import UTC, datetime
from itertools import groupby
from operator import itemgetter
from typing import Any
from uuid import UUID

import orjson
from django.db import connection
from psycopg.sql import SQL

from tijara.kit.page import Cursor, Page, keyset_page, start_of
from tijara.platform.audits import Findings, proof

from ..models import Purse
from ..shapes import (
    OF_SELLER,
    Account,
    AccountLine,
    AccountStatement,
    CommissionSum,
    JournalLine,
    JournalView,
)

LINES = """
    SELECT j.kind, j.order_id, j.occurred_at, p.debit, p.credit, p.amount_minor, j.currency
    FROM ledger_journal j
    JOIN ledger_posting p ON p.seller_id = j.seller_id AND p.journal_id = j.id
    WHERE j.seller_id = %s AND (%s::uuid IS NULL OR j.order_id = %s::uuid)
    ORDER BY j.occurred_at DESC, j.id DESC, p.id LIMIT %s OFFSET %s
"""
SIDES = SQL("""
    SELECT seller_id, debit AS account, amount_minor AS amount FROM ledger_posting
    UNION ALL
    SELECT seller_id, credit, -amount_minor FROM ledger_posting
""")
ORDER_BALANCES = SQL("""
    SELECT s.account, sum(s.amount)::bigint
    FROM ledger_journal j
    JOIN ledger_posting p ON p.seller_id = j.seller_id AND p.journal_id = j.id
    CROSS JOIN LATERAL (VALUES (p.debit, p.amount_minor), (p.credit, -p.amount_minor))
        AS s (account, amount)
    WHERE j.seller_id = %s AND j.order_id = %s GROUP BY s.account
""")
# Both the sums and the lines before the page are walked along ledger_journal_earned, which holds
# all that they ask for: neither their journals nor their postings are read.
STATEMENT = SQL("""
    WITH sums AS (
        SELECT coalesce(sum(earned_minor) FILTER (WHERE occurred_at < %(since)s), 0) AS opening,
               coalesce(sum(earned_minor), 0) AS closing
        FROM ledger_journal
        WHERE seller_id = %(seller)s AND earned_minor <> 0 AND occurred_at < %(until)s
    ), newer AS (
        SELECT coalesce(sum(earned_minor), 0) AS amount FROM (
            SELECT earned_minor FROM ledger_journal
            WHERE seller_id = %(seller)s AND earned_minor <> 0
              AND occurred_at >= %(since)s AND occurred_at < %(until)s
            ORDER BY occurred_at DESC, id DESC LIMIT %(offset)s) AS n
    ), listed AS (
        SELECT id, occurred_at, earned_minor,
               sum(earned_minor) OVER (ORDER BY occurred_at DESC, id DESC
                   ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING) AS newer
        FROM (
            SELECT id, occurred_at, earned_minor FROM ledger_journal
            WHERE seller_id = %(seller)s AND earned_minor <> 0
              AND occurred_at >= %(since)s AND occurred_at < %(until)s
            ORDER BY occurred_at DESC, id DESC LIMIT %(limit)s OFFSET %(offset)s) AS p
    )
    SELECT sums.opening::bigint, sums.closing::bigint, j.kind, j.reference, j.order_id,
           j.occurred_at, j.currency, j.earned_minor,
           (sums.closing - newer.amount - coalesce(listed.newer, 0))::bigint,
           (SELECT jsonb_object_agg(t.account, t.amount) FROM (
                SELECT side.account, sum(side.amount) AS amount
                FROM ledger_posting s CROSS JOIN LATERAL (
                    VALUES (s.credit, s.amount_minor), (s.debit, -s.amount_minor)
                ) AS side (account, amount)
                WHERE s.seller_id = %(seller)s AND s.journal_id = j.id
                GROUP BY side.account) t)::text
    FROM sums CROSS JOIN newer LEFT JOIN listed ON true
    LEFT JOIN ledger_journal j ON j.seller_id = %(seller)s AND j.id = listed.id
    ORDER BY listed.occurred_at DESC, listed.id DESC
""")
EVER = datetime.min.replace(tzinfo=UTC), datetime.max.replace(tzinfo=UTC)
# Only the keys of a page are walked, along an index; its postings are read for those alone.
JOURNALS = SQL("""
    SELECT j.seller_id, j.id, j.kind, j.order_id, j.occurred_at, j.currency, j.reference,
           p.debit, p.credit, p.amount_minor
    FROM (SELECT * FROM ledger_journal {narrowed}
          ORDER BY {sort} LIMIT %(limit)s OFFSET %(offset)s) j
    JOIN ledger_posting p ON p.seller_id = j.seller_id AND p.journal_id = j.id
    ORDER BY {turned}, p.id
""")
BY_IDS = """
    SELECT j.seller_id, j.id, j.kind, j.order_id, j.occurred_at, j.currency, j.reference,
           p.debit, p.credit, p.amount_minor
    FROM ledger_journal j
    JOIN ledger_posting p ON p.seller_id = j.seller_id AND p.journal_id = j.id
    WHERE j.seller_id = %s AND j.id = ANY(%s) ORDER BY j.occurred_at, j.id, p.id
"""
NARROWED = {
    "seller_id": SQL("seller_id = %(seller_id)s"),
    "order_ids": SQL("order_id = ANY(%(order_ids)s)"),
    "kind": SQL("kind = %(kind)s"),
    "since": SQL("occurred_at >= %(since)s"),
    "until": SQL("occurred_at < %(until)s"),
}
NEWEST = SQL("occurred_at DESC, id DESC"), SQL("j.occurred_at DESC, j.id DESC")
OLDEST = SQL("occurred_at, id"), SQL("j.occurred_at, j.id")
OLDER = SQL("(occurred_at, id) < (%(beside_at)s, %(beside_id)s)")
NEWER = SQL("(occurred_at, id) > (%(beside_at)s, %(beside_id)s)")
PURSES = """
    SELECT count(*), coalesce(array_agg('order ' || coalesce(p.id, j.order_id))
               FILTER (WHERE coalesce(p.held_minor, 0) <> coalesce(j.held, 0)
                          OR coalesce(p.deposit_minor, 0) <> coalesce(j.deposit, 0)), '{}')
    FROM ledger_purse p
    FULL JOIN (
        SELECT j.seller_id, j.order_id,
               sum(s.amount) FILTER (WHERE s.account = 'seller_held') AS held,
               sum(s.amount) FILTER (WHERE s.account = 'deposits_held') AS deposit
        FROM ledger_posting l
        JOIN ledger_journal j ON j.seller_id = l.seller_id AND j.id = l.journal_id
        CROSS JOIN LATERAL (VALUES (l.credit, l.amount_minor), (l.debit, -l.amount_minor))
            AS s (account, amount)
        WHERE s.account IN ('seller_held', 'deposits_held') GROUP BY 1, 2) j
      ON j.seller_id = p.seller_id AND j.order_id = p.id
"""
EARNED = SQL("""
    SELECT count(*), coalesce(array_agg(j.reference)
               FILTER (WHERE j.earned_minor <> coalesce(p.earned, 0)), '{}')
    FROM ledger_journal j
    LEFT JOIN (
        SELECT seller_id, journal_id,
               sum(amount_minor * ((credit = ANY(%(of)s))::int - (debit = ANY(%(of)s))::int))
                   AS earned
        FROM ledger_posting GROUP BY 1, 2) p
      ON p.seller_id = j.seller_id AND p.journal_id = j.id
""")
MOVED = """
    SELECT seller_id, currency, sum(revenue)::bigint, sum(vat)::bigint,
           count(DISTINCT order_id) FILTER (WHERE revenue > 0)
    FROM (
        SELECT j.seller_id, j.currency, j.order_id,
               CASE %(revenue)s WHEN p.credit THEN p.amount_minor
                                WHEN p.debit THEN -p.amount_minor ELSE 0 END AS revenue,
               CASE %(vat)s WHEN p.credit THEN p.amount_minor
                            WHEN p.debit THEN -p.amount_minor ELSE 0 END AS vat
        FROM ledger_journal j
        JOIN ledger_posting p ON p.seller_id = j.seller_id AND p.journal_id = j.id
        WHERE j.seller_id = ANY(%(sellers)s) AND j.occurred_at >= %(since)s
          AND j.occurred_at < %(until)s AND ARRAY[p.credit, p.debit] && %(accounts)s) AS moved
    GROUP BY seller_id, currency
"""
SUMS = SQL("SELECT seller_id, sum(amount)::bigint FROM ({sides}) AS s GROUP BY seller_id").format(
    sides=SIDES
)


def journal_of(
    seller_id: UUID, *, order_id: UUID | None = None, page: int = 1, size: int = 50
) -> Page[JournalLine]:
    """The newest first; of one order if it is given."""
    with connection.cursor() as cursor:
        cursor.execute(LINES, [seller_id, order_id, order_id, size + 1, (page - 1) * size])
        lines = [
            JournalLine(kind, order, at, Account(debit), Account(credit), amount, currency)
            for kind, order, at, debit, credit, amount, currency in cursor.fetchall()
        ]
    return Page(lines[:size], page, size, has_next=len(lines) > size)


def journals(
    *,
    seller_id: UUID | None = None,
    order_ids: Sequence[UUID] | None = None,
    kind: str = "",
    between: tuple[datetime | None, datetime | None] = (None, None),
    page: int = 1,
    size: int = 30,
    beside: Cursor | None = None,
) -> Page[JournalView]:
    """Of all sellers, the newest first, each with its postings: for staff."""
    since, until = between
    given: dict[str, Any] = {"seller_id": seller_id, "order_ids": order_ids, "kind": kind}
    given |= {"since": since, "until": until}
    asked = {name: value for name, value in given.items() if value or value == []}
    wanted = [NARROWED[name] for name in asked]
    is_back = beside is not None and beside.is_end
    if beside:
        wanted.append(NEWER if is_back else OLDER)
        asked |= {"beside_at": beside.at, "beside_id": beside.id}
    sort, turned = OLDEST if is_back else NEWEST
    narrowed = SQL("WHERE ") + SQL(" AND ").join(wanted) if wanted else SQL("")
    limits = {"limit": size + 1, "offset": start_of(page, size, beside)}
    sql = JOURNALS.format(narrowed=narrowed, sort=sort, turned=turned)
    with connection.cursor() as cursor:
        cursor.execute(sql, asked | limits)
        rows = cursor.fetchall()
    found = [_journal(list(told)) for _, told in groupby(rows, key=itemgetter(0, 1))]
    return keyset_page(found, page, size, beside=beside, key=lambda one: (one.occurred_at, one.id))


def journals_by_ids(seller_id: UUID, ids: Sequence[UUID]) -> list[JournalView]:
    """Those of one owner, the oldest first, each with its postings and its reference."""
    with connection.cursor() as cursor:
        cursor.execute(BY_IDS, [seller_id, list(ids)])
        rows = cursor.fetchall()
    return [_journal(list(told)) for _, told in groupby(rows, key=itemgetter(0, 1))]


def _journal(rows: list[tuple]) -> JournalView:
    seller_id, id, kind, order_id, occurred_at, currency, reference, *_ = rows[0]
    postings = tuple(
        (Account(debit), Account(credit), amount) for *_, debit, credit, amount in rows
    )
    return JournalView(seller_id, id, kind, order_id, occurred_at, currency, postings, reference)


def order_balances(seller_id: UUID, order_id: UUID) -> dict[Account, int]:
    """What the journals of one order left in each account; a debit balance is positive."""
    with connection.cursor() as cursor:
        cursor.execute(ORDER_BALANCES, [seller_id, order_id])
        return {Account(account): amount for account, amount in cursor.fetchall()}


def seller_statement(
    seller_id: UUID,
    *,
    since: datetime | None = None,
    until: datetime | None = None,
    limit: int = 50,
    offset: int = 0,
) -> AccountStatement:
    """What each journal did to the seller's accounts together (`OF_SELLER`), the newest first, each
    with the balance after it; one statement, so that its parts agree. What only moves between them
    is left out."""
    first, last = EVER
    given = {
        "seller": seller_id,
        "since": since or first,
        "until": until or last,
        "limit": limit,
        "offset": offset,
    }
    with connection.cursor() as cursor:
        cursor.execute(STATEMENT, given)
        rows = cursor.fetchall()
    lines = [_line(*row[2:]) for row in rows if row[2] is not None]
    return AccountStatement(rows[0][0], rows[0][1], lines)


def held_of(seller_id: UUID, order_ids: Iterable[UUID]) -> dict[UUID, int]:
    """What is held of each order for its seller, minor units."""
    rows = Purse.objects.filter(seller_id=seller_id, id__in=list(order_ids), held_minor__gt=0)
    return dict(rows.values_list("id", "held_minor"))


def _line(*columns: Any) -> AccountLine:
    *told, moved = columns
    told.append({Account(name): amount for name, amount in orjson.loads(moved).items()})
    return AccountLine(*told)


@proof("the accounts of every seller add up to nothing")
def balance_proof() -> Findings:
    with connection.cursor() as cursor:
        cursor.execute(SUMS)
        sums = cursor.fetchall()
    return Findings(len(sums), [f"seller {seller}: {amount}" for seller, amount in sums if amount])


@proof("every purse is what the journal says is held of its order")
def purse_proof() -> Findings:
    with connection.cursor() as cursor:
        cursor.execute(PURSES)
        return Findings(*cursor.fetchone())


@proof("what a journal says that its seller has earned is what its postings say")
def earned_proof() -> Findings:
    with connection.cursor() as cursor:
        cursor.execute(EARNED, {"of": [str(one) for one in OF_SELLER]})
        return Findings(*cursor.fetchone())


def commissions(
    seller_ids: Iterable[UUID], since: datetime, until: datetime
) -> dict[UUID, CommissionSum]:
    """What the market has earned from each seller in a time, less what it gave back."""
    accounts = [Account.COMMISSION_REVENUE, Account.COMMISSION_VAT]
    given = {
        "sellers": list(seller_ids),
        "since": since,
        "until": until,
        "revenue": accounts[0],
        "vat": accounts[1],
        "accounts": [str(account) for account in accounts],
    }
    with connection.cursor() as cursor:
        cursor.execute(MOVED, given)
        return {seller_id: CommissionSum(*told) for seller_id, *told in cursor.fetchall()}
