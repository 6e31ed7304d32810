"""What is in each account: the sums that are kept, and the postings since, added up."""

from collections.abc import Callable, Iterable, Sequence
from uuid import UUID

from django.db import connection
from psycopg.sql import SQL

from tijara.platform.audits import Findings, compared, proof

from ..models import Mark, MovedTo, SummedTo
from ..shapes import Account

NO_ID = UUID(int=0)
# Of each seller his postings since are walked along the key. OFFSET keeps the planner from taking a
# third of all for them, as it does where it doesn't know the id, and from reading by account.
SIDES = SQL("""
    SELECT k.seller_id, k.account, k.minor
    FROM ledger_sum k WHERE k.seller_id = ANY(%(sellers)s)
    UNION ALL
    SELECT p.seller_id, s.account, s.minor
    FROM unnest(%(sellers)s::uuid[]) AS one (seller_id)
    CROSS JOIN LATERAL (
        SELECT seller_id, debit, credit, amount_minor FROM ledger_posting
        WHERE seller_id = one.seller_id AND id > coalesce(
            (SELECT posting_id FROM ledger_summed_to), '00000000-0000-0000-0000-000000000000'::uuid)
        OFFSET 0) p
    CROSS JOIN LATERAL (VALUES (p.debit, p.amount_minor), (p.credit, -p.amount_minor))
        AS s (account, minor)
""")
BALANCES = SQL("""
    SELECT account, sum(minor)::bigint FROM ({sides}) b GROUP BY account ORDER BY account
""").format(sides=SIDES)
CREDITS = SQL("""
    SELECT account, seller_id, -sum(minor)::bigint FROM ({sides}) b
    WHERE account = ANY(%(accounts)s) GROUP BY account, seller_id
""").format(sides=SIDES)
PROVED = SQL("""
    SELECT coalesce(k.account, p.account) || ' of ' || coalesce(k.seller_id, p.seller_id),
           coalesce(k.minor, 0) = coalesce(p.minor, 0)
    FROM (SELECT seller_id, account, sum(minor) AS minor FROM ledger_sum GROUP BY 1, 2) k
    FULL JOIN (
        SELECT l.seller_id, s.account, sum(s.minor) AS minor
        FROM ledger_posting l
        CROSS JOIN LATERAL (VALUES (l.debit, l.amount_minor), (l.credit, -l.amount_minor))
            AS s (account, minor)
        WHERE l.id <= (SELECT posting_id FROM ledger_summed_to) GROUP BY 1, 2) p
      ON p.seller_id = k.seller_id AND p.account = k.account
    UNION ALL
    SELECT coalesce(k.kind, n.kind) || ' in ' || coalesce(k.currency, n.currency) || ' of '
           || coalesce(k.begins_at, n.begins_at),
           (coalesce(k.times, 0), coalesce(k.minor, 0))
         = (coalesce(n.times, 0), coalesce(n.minor, 0))
    FROM ledger_moved_bucket k
    FULL JOIN (
        SELECT j.kind, j.currency,
               date_bin('15 minutes', j.occurred_at, '2000-01-01 00:00:00+00') AS begins_at,
               count(DISTINCT j.id) AS times, sum(l.amount_minor) AS minor
        FROM ledger_posting l
        JOIN ledger_journal j ON j.seller_id = l.seller_id AND j.id = l.journal_id
        WHERE l.id <= (SELECT posting_id FROM ledger_moved_to) GROUP BY 1, 2, 3) n
      ON n.kind = k.kind AND n.currency = k.currency AND n.begins_at = k.begins_at
""")


def balances(seller_id: UUID) -> dict[Account, int]:
    """Minor units by account; a debit balance is positive."""
    with connection.cursor() as cursor:
        cursor.execute(BALANCES, {"sellers": [seller_id]})
        return {Account(account): amount for account, amount in cursor.fetchall()}


def credit_balance(seller_id: UUID, account: Account) -> int:
    """What we owe by this account, minor units."""
    return credit_balances([seller_id], account).get(seller_id, 0)


def credit_balances(seller_ids: Iterable[UUID], account: Account) -> dict[UUID, int]:
    """The same for many sellers, as it is now; a seller without postings is not in it."""
    return credits_by_account(seller_ids, account)[account]


def credits_by_account(
    seller_ids: Iterable[UUID], *accounts: Account
) -> dict[Account, dict[UUID, int]]:
    """The same of several accounts, by one statement: the postings that are in no sum yet are read
    once for all."""
    sellers: Sequence[UUID] = list(set(seller_ids))
    found: dict[Account, dict[UUID, int]] = {account: {} for account in accounts}
    with connection.cursor() as cursor:
        cursor.execute(CREDITS, {"sellers": sellers, "accounts": [str(one) for one in accounts]})
        for account, seller_id, minor in cursor.fetchall():
            found[Account(account)][seller_id] = minor
    return found


def with_sums[T](ask: Callable[[UUID], T]) -> T:
    """What `ask` finds by a statement of its own that adds `ledger_sum` and the postings with an id
    above the one that it is given; once more where the sums were carried on meanwhile."""
    return _with(SummedTo, ask)


def with_moved[T](ask: Callable[[UUID], T]) -> T:
    """The same of `ledger_moved_bucket`."""
    return _with(MovedTo, ask)


def _with[T](marks: type[Mark], ask: Callable[[UUID], T]) -> T:
    while True:
        until = _mark(marks)
        found = ask(until)
        if _mark(marks) == until:
            return found


def _mark(marks: type[Mark]) -> UUID:
    return marks.objects.values_list("posting_id", flat=True).first() or NO_ID


@proof("the sums of all accounts are their postings up to the last that was added")
def sums_proof() -> Findings:
    return compared(PROVED)
