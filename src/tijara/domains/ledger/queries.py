"""The journal and the balances it makes."""

from collections.abc import Iterable
from datetime import datetime
from uuid import UUID

from django.db import connection
from psycopg.sql import SQL

from tijara.kit.page import Page
from tijara.platform.audits import Findings, proof

from .shapes import Account, AccountLine, JournalLine

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
BALANCES = SQL("""
    SELECT account, sum(amount)::bigint FROM ({sides}) AS s
    WHERE seller_id = %s GROUP BY account ORDER BY account
""").format(sides=SIDES)
ORDER_BALANCES = SQL("""
    SELECT s.account, sum(s.amount)::bigint
    FROM ledger_journal j
    JOIN ledger_posting p ON p.seller_id = j.seller_id AND p.journal_id = j.id
    CROSS JOIN LATERAL (VALUES (p.debit, p.amount_minor), (p.credit, -p.amount_minor))
        AS s (account, amount)
    WHERE j.seller_id = %s AND j.order_id = %s GROUP BY s.account
""")
ACCOUNT_LINES = """
    WITH lines AS (
        SELECT j.id, j.kind, j.reference, j.order_id, j.occurred_at, j.currency,
               sum(CASE WHEN p.credit = %(account)s THEN p.amount_minor ELSE -p.amount_minor END)
                   ::bigint AS amount
        FROM ledger_journal j
        JOIN ledger_posting p ON p.seller_id = j.seller_id AND p.journal_id = j.id
        WHERE j.seller_id = %(seller)s AND %(account)s IN (p.debit, p.credit)
        GROUP BY j.seller_id, j.id)
    SELECT kind, reference, order_id, occurred_at, currency, amount, balance
    FROM (SELECT *, (sum(amount) OVER (ORDER BY occurred_at, id))::bigint AS balance
            FROM lines) AS told
    WHERE (%(since)s::timestamptz IS NULL OR occurred_at >= %(since)s::timestamptz)
      AND (%(until)s::timestamptz IS NULL OR occurred_at < %(until)s::timestamptz)
    ORDER BY occurred_at DESC, id DESC LIMIT %(limit)s OFFSET %(offset)s
"""
CREDIT_BEFORE = """
    SELECT coalesce(sum(CASE WHEN p.credit = %(account)s
                             THEN p.amount_minor ELSE -p.amount_minor END), 0)::bigint
    FROM ledger_journal j
    JOIN ledger_posting p ON p.seller_id = j.seller_id AND p.journal_id = j.id
    WHERE j.seller_id = %(seller)s AND %(account)s IN (p.debit, p.credit)
      AND (%(before)s::timestamptz IS NULL OR j.occurred_at < %(before)s::timestamptz)
"""
CREDITS = """
    SELECT seller_id, sum(CASE WHEN credit = %(account)s
                               THEN amount_minor ELSE -amount_minor END)::bigint
    FROM ledger_posting
    WHERE seller_id = ANY(%(sellers)s) AND %(account)s IN (debit, credit) GROUP BY seller_id
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


def balances(seller_id: UUID) -> dict[Account, int]:
    """Minor units by account; a debit balance is positive."""
    with connection.cursor() as cursor:
        cursor.execute(BALANCES, [seller_id])
        return {Account(account): amount for account, amount in cursor.fetchall()}


def order_balances(seller_id: UUID, order_id: UUID) -> dict[Account, int]:
    """What the journals of one order left in each account; a debit balance is positive."""
    with connection.cursor() as cursor:
        cursor.execute(ORDER_BALANCES, [seller_id, order_id])
        return {Account(account): amount for account, amount in cursor.fetchall()}


def account_lines(
    seller_id: UUID,
    account: Account,
    *,
    since: datetime | None = None,
    until: datetime | None = None,
    limit: int = 50,
    offset: int = 0,
) -> list[AccountLine]:
    """What each journal did to one account, the newest first, each with the balance after it."""
    given = {"seller": seller_id, "account": account, "since": since, "until": until}
    with connection.cursor() as cursor:
        cursor.execute(ACCOUNT_LINES, given | {"limit": limit, "offset": offset})
        return [AccountLine(*row) for row in cursor.fetchall()]


def credit_balance(seller_id: UUID, account: Account, *, before: datetime | None = None) -> int:
    """What we owe by this account, minor units; at a moment, if it is given."""
    given = {"seller": seller_id, "account": account, "before": before}
    with connection.cursor() as cursor:
        cursor.execute(CREDIT_BEFORE, given)
        return cursor.fetchone()[0]


def credit_balances(seller_ids: Iterable[UUID], account: Account) -> dict[UUID, int]:
    """The same for many sellers, as it is now; a seller without postings is not in it."""
    with connection.cursor() as cursor:
        cursor.execute(CREDITS, {"sellers": list(seller_ids), "account": account})
        return dict(cursor.fetchall())


@proof("the accounts of every seller add up to nothing")
def balance_proof() -> Findings:
    with connection.cursor() as cursor:
        cursor.execute(SUMS)
        sums = cursor.fetchall()
    return Findings(len(sums), [f"seller {seller}: {amount}" for seller, amount in sums if amount])
