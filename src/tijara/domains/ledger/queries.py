"""The journal and the balances it makes."""

from uuid import UUID

from django.db import connection
from psycopg.sql import SQL

from tijara.kit.page import Page
from tijara.platform.audits import Findings, proof

from .shapes import Account, JournalLine

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


@proof("the accounts of every seller add up to nothing")
def balance_proof() -> Findings:
    with connection.cursor() as cursor:
        cursor.execute(SUMS)
        sums = cursor.fetchall()
    return Findings(len(sums), [f"seller {seller}: {amount}" for seller, amount in sums if amount])
