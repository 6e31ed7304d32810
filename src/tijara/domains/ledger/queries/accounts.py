"""What journals did to one account of sellers, over a time."""

from collections.abc import Iterable, Sequence
from datetime import datetime
from typing import Any
from uuid import UUID

from django.db import connection

from ..shapes import Account, AccountMove
from .journal import EVER

ACCOUNT_MOVES = """
    SELECT j.seller_id, j.id, j.kind, j.reference, j.order_id, j.occurred_at, j.currency,
           sum(CASE p.credit WHEN %(account)s THEN p.amount_minor ELSE -p.amount_minor END)::bigint
    FROM ledger_journal j
    JOIN ledger_posting p ON p.seller_id = j.seller_id AND p.journal_id = j.id
    WHERE j.seller_id = ANY(%(sellers)s) AND %(account)s IN (p.debit, p.credit)
      AND j.occurred_at > %(since)s AND j.occurred_at < %(until)s
      AND (%(kinds)s::text[] IS NULL OR j.kind = ANY(%(kinds)s::text[]))
    GROUP BY 1, 2 ORDER BY j.occurred_at, j.id LIMIT %(limit)s OFFSET %(offset)s
"""
ACCOUNT_SUM = """
    SELECT count(DISTINCT j.id), coalesce(sum(
           CASE p.credit WHEN %(account)s THEN p.amount_minor ELSE -p.amount_minor END), 0)::bigint
    FROM ledger_journal j
    JOIN ledger_posting p ON p.seller_id = j.seller_id AND p.journal_id = j.id
    WHERE j.seller_id = ANY(%(sellers)s) AND %(account)s IN (p.debit, p.credit)
      AND j.occurred_at > %(since)s AND j.occurred_at < %(until)s
"""


def account_moves(
    seller_ids: Iterable[UUID],
    account: Account,
    *,
    since: datetime | None = None,
    until: datetime | None = None,
    kinds: Sequence[str] | None = None,
    page: tuple[int | None, int] = (None, 0),
) -> list[AccountMove]:
    """What journals strictly between two moments did to one account, the oldest first; of some
    kinds, if they are given. `page`: (how many, after how many)."""
    limit, offset = page
    given = _between(seller_ids, account, since, until) | {"limit": limit, "offset": offset}
    given["kinds"] = None if kinds is None else list(kinds)
    with connection.cursor() as cursor:
        cursor.execute(ACCOUNT_MOVES, given)
        return [AccountMove(*row) for row in cursor.fetchall()]


def account_sum(
    seller_id: UUID,
    account: Account,
    *,
    since: datetime | None = None,
    until: datetime | None = None,
) -> tuple[int, int]:
    """(how many journals, what they did together), strictly between two moments."""
    with connection.cursor() as cursor:
        cursor.execute(ACCOUNT_SUM, _between([seller_id], account, since, until))
        return cursor.fetchone()


def _between(
    seller_ids: Iterable[UUID], account: Account, since: datetime | None, until: datetime | None
) -> dict[str, Any]:
    told = {"since": since or EVER[0], "until": until or EVER[1], "account": str(account)}
    return told | {"sellers": list(seller_ids)}
