"""The accounts between owners: what lies there by the journal, and what waits by the rows."""

from collections.abc import Mapping
from datetime import timedelta
from uuid import UUID

from django.db import connection
from psycopg.sql import SQL, Composable, Literal

from tijara.domains.ledger.queries import with_sums
from tijara.domains.ledger.shapes import Account
from tijara.kit.clock import now
from tijara.kit.money import Money
from tijara.kit.page import Page
from tijara.kit.recent import Recent
from tijara.platform.audits import Findings, compared, proof

from ..shapes import EDGES, Clearing, OpenItem
from .waiting import ALL_ORDERS, WITH_TOUCHED, kept_items, looked_to, of_orders

SOON = 20
OWED_TO_US = (Account.GATEWAY_RECEIVABLE, Account.CARRIER_RECEIVABLE)
"""A debit balance; of the others a credit."""
# Of each account every thing that waits in it: account, seller, order, id, name, currency, minor
# units as the account counts them, since when.
OWED_BY_GATEWAYS = SQL("""
        {orders}
        UNION ALL
        SELECT g.owner_id, NULL, g.id, '•••• ' || g.last, g.currency,
               CASE WHEN g.refunded_at IS NULL THEN g.amount_minor ELSE 0 END
               - coalesce(s.minor, 0), g.paid_at
        FROM wallet_gift_card g
        CROSS JOIN LATERAL (
            SELECT sum(settled_minor - refunded_minor) AS minor FROM clearing_share
            WHERE seller_id = g.owner_id AND order_id = g.id) s
        WHERE g.charge_id IS NOT NULL AND g.paid_at IS NOT NULL
        UNION ALL
        SELECT n.seller_id, NULL, n.id, i.number, n.currency,
               n.amount_minor - coalesce(s.minor, 0), n.ended_at
        FROM invoicing_debit_claim n
        JOIN invoicing_invoice i ON i.seller_id = n.seller_id AND i.id = n.id
        CROSS JOIN LATERAL (
            SELECT sum(settled_minor - refunded_minor) AS minor FROM clearing_share
            WHERE seller_id = n.seller_id AND order_id = n.id) s
        WHERE n.state = 'paid' AND n.method = 'card'
    """)
ITEMS = {
    Account.GATEWAY_RECEIVABLE: OWED_BY_GATEWAYS.format(orders=of_orders(ALL_ORDERS)),
    Account.GATEWAY_PAYABLE: SQL("""
        SELECT '00000000-0000-7000-8000-000000000001'::uuid AS seller_id, NULL::uuid AS order_id,
               r.id, l.reference AS name, r.currency, l.excess_minor AS minor, r.booked_at AS since
        FROM clearing_line l JOIN clearing_report r ON r.id = l.report_id
        WHERE r.booked_at IS NOT NULL AND l.mark IS NOT NULL AND l.ended_at IS NULL
    """),
    Account.CARRIER_RECEIVABLE: SQL("""
        SELECT seller_id, order_id, id, number::text AS name, currency,
               amount_minor - paid_minor AS minor, collected_at AS since
        FROM cash_parcel WHERE state IN ('collected', 'late', 'short', 'claimed')
    """),
    Account.CARRIER_PAYABLE: SQL("""
        SELECT seller_id, order_id, id, number::text AS name, currency,
               owed_back_minor AS minor, moved_at AS since
        FROM cash_parcel WHERE owed_back_minor > 0
        UNION ALL
        SELECT coalesce(l.seller_id, '00000000-0000-7000-8000-000000000001'::uuid), NULL, r.id,
               l.waybill, r.currency, l.excess_minor, r.booked_at
        FROM cash_remittance_line l JOIN cash_remittance r ON r.id = l.remittance_id
        WHERE r.booked_at IS NOT NULL AND l.mark IS NOT NULL AND l.explained_at IS NULL
          AND l.excess_minor <> 0
    """),
    Account.BUYER_REFUNDABLE: SQL("""
        SELECT w.seller_id, w.order_id, w.id, o.number::text AS name, w.currency,
               CASE WHEN w.paid_at IS NULL AND w.cause <> 'exchanged'
                    THEN w.amount_minor - w.carriage_minor - w.credit_minor - w.ahead_minor
                    ELSE 0 END
               + CASE WHEN w.ahead_paid_at IS NULL AND w.cause <> 'exchanged'
                      THEN w.ahead_minor ELSE 0 END AS minor,
               w.opened_at AS since
        FROM returns_owed w
        JOIN orders_order o ON o.seller_id = w.seller_id AND o.id = w.order_id
        WHERE w.paid_at IS NULL OR w.ahead_minor > 0 AND w.ahead_paid_at IS NULL
        UNION ALL
        SELECT owner_id, NULL, id, '•••• ' || last, currency, amount_minor, ended_at
        FROM wallet_gift_card
        WHERE state = 'cancelled' AND charge_id IS NOT NULL AND refunded_at IS NULL
    """),
    Account.EXCHANGE_CLEARING: SQL("""
        SELECT seller_id, order_id, id, ''::text AS name, currency, 0::bigint AS minor,
               opened_at AS since
        FROM returns_owed WHERE false
    """),
    Account.SELLER_HELD: SQL("""
        SELECT p.seller_id, p.id AS order_id, p.id, o.number::text AS name, p.currency,
               p.held_minor AS minor, o.moved_at AS since
        FROM ledger_purse p JOIN orders_order o ON o.seller_id = p.seller_id AND o.id = p.id
        WHERE p.held_minor > 0
    """),
    Account.SELLER_RESERVE: SQL("""
        SELECT p.seller_id, p.order_id, p.id, coalesce(o.number::text, '') AS name, p.currency,
               p.left_minor AS minor, p.held_at AS since
        FROM settlements_reserve_part p
        LEFT JOIN orders_order o ON o.seller_id = p.seller_id AND o.id = p.order_id
        WHERE p.left_minor > 0
    """),
    Account.PAYOUTS_ON_THEIR_WAY: SQL("""
        SELECT t.seller_id, NULL::uuid AS order_id, t.run_id AS id, r.code::text AS name,
               t.currency, t.amount_minor AS minor, t.moved_at AS since
        FROM settlements_transfer t JOIN settlements_run r ON r.id = t.run_id
        WHERE t.state = 'ordered'
    """),
}
KEPT_ITEMS = {
    **ITEMS,
    Account.GATEWAY_RECEIVABLE: OWED_BY_GATEWAYS.format(orders=kept_items()),
}
"""Of a moment ago: what is kept of it, and what has moved since."""


def _waiting(items: Mapping[Account, Composable]) -> Composable:
    return SQL(" UNION ALL ").join(
        SQL("SELECT {name}::text AS account, i.* FROM ({items}) i WHERE i.minor <> 0").format(
            name=Literal(str(account)), items=one
        )
        for account, one in items.items()
    )


def _lying(moved: Composable) -> Composable:
    """As each account counts it: the desk asks of what is kept, the proof of all postings."""
    return SQL("""
        SELECT account, seller_id, currency,
               CASE WHEN account = ANY({owed}) THEN minor ELSE -minor END AS minor
        FROM ({moved}) m
    """).format(owed=Literal([str(one) for one in OWED_TO_US]), moved=moved)


POSTED = SQL("""
    SELECT s.account, j.seller_id, j.currency, s.minor
    FROM ledger_posting p
    JOIN ledger_journal j ON j.seller_id = p.seller_id AND j.id = p.journal_id
    CROSS JOIN LATERAL (VALUES (p.debit, p.amount_minor), (p.credit, -p.amount_minor))
        AS s (account, minor)
    WHERE s.account = ANY({accounts})
""").format(accounts=Literal([str(one) for one in ITEMS]))
"""What each posting moves, a debit positive."""
KEPT = SQL("""
    SELECT account, seller_id, currency, minor FROM ledger_sum WHERE account = ANY({accounts})
    UNION ALL {posted} AND p.id > %(until)s
""").format(accounts=Literal([str(one) for one in ITEMS]), posted=POSTED)
"""Of a moment ago: what is kept of it, and the postings since."""
# One statement, so that the two are of one moment.
DESK = SQL("""
    {touched}
    SELECT coalesce(l.account, w.account), coalesce(l.currency, w.currency),
           coalesce(l.minor, 0)::bigint, coalesce(w.minor, 0)::bigint, coalesce(w.items, 0),
           coalesce(w.ages, ARRAY[0, 0, 0, 0]), w.oldest
    FROM (SELECT account, currency, sum(minor) AS minor FROM ({lying}) x GROUP BY 1, 2) l
    FULL JOIN (
        SELECT account, currency, sum(minor) AS minor, count(*) AS items, min(since) AS oldest,
               ARRAY[coalesce(sum(minor) FILTER (WHERE age <= {first}), 0),
                     coalesce(sum(minor) FILTER (WHERE age > {first} AND age <= {second}), 0),
                     coalesce(sum(minor) FILTER (WHERE age > {second} AND age <= {third}), 0),
                     coalesce(sum(minor) FILTER (WHERE age > {third}), 0)]::bigint[] AS ages
        FROM (SELECT *, %(now)s - since AS age FROM ({waiting}) y) z
        GROUP BY 1, 2) w ON w.account = l.account AND w.currency = l.currency
""")
AGES = {
    name: Literal(timedelta(days=days))
    for name, days in zip(("first", "second", "third"), EDGES, strict=True)
}
PROVED = SQL("""
    SELECT coalesce(l.account, w.account) || ' of ' || coalesce(l.seller_id, w.seller_id),
           coalesce(l.minor, 0) = coalesce(w.minor, 0)
    FROM (SELECT account, seller_id, sum(minor) AS minor FROM ({lying}) x GROUP BY 1, 2) l
    FULL JOIN (SELECT account, seller_id, sum(minor) AS minor FROM ({waiting}) y GROUP BY 1, 2) w
      ON w.account = l.account AND w.seller_id = l.seller_id
    WHERE coalesce(l.account, w.account) <> ALL({elsewhere})
""").format(
    lying=_lying(POSTED),
    waiting=_waiting(ITEMS),
    elsewhere=Literal([str(Account.BUYER_REFUNDABLE), str(Account.CARRIER_RECEIVABLE)]),
)
"""What is owed back to buyers, and what carriers owe, have proofs of their own, which know the
facts on their way too."""


def clearings() -> dict[str, list[Clearing]]:
    """By currency, in the order of the way that money goes. Some seconds old at most."""
    return _desk.get()


def open_items(account: Account, currency: str, *, page: int = 1, size: int = 50) -> Page[OpenItem]:
    """What waits in an account, the oldest first."""
    mark = looked_to()
    asked = SQL("""
        {touched}
        SELECT seller_id, order_id, id, name, minor, since FROM ({items}) i
        WHERE i.minor <> 0 AND i.currency = %(currency)s
        ORDER BY since, id LIMIT %(limit)s OFFSET %(offset)s
    """).format(touched=_touched(mark), items=_items(mark)[account])
    start, moment = (page - 1) * size, now()
    given = {"currency": currency, "limit": size + 1, "offset": start, "looked_to": mark}
    with connection.cursor() as cursor:
        cursor.execute(asked, given)
        rows = cursor.fetchall()
    found = [
        OpenItem(
            seller, order_id, id, name, Money(int(minor), currency), since, (moment - since).days
        )
        for seller, order_id, id, name, minor, since in rows
    ]
    return Page(found[:size], page, size, has_next=len(found) > size)


def _load() -> dict[str, list[Clearing]]:
    rows = with_sums(_counted)
    told = {(currency, account): rest for account, currency, *rest in rows}
    found = {}
    for currency in sorted({currency for currency, _ in told}):
        found[currency] = [
            _clearing(account, currency, *told.get((currency, str(account)), NOTHING))
            for account in ITEMS
        ]
    return found


def _counted(until: UUID) -> list[tuple]:
    mark = looked_to()
    waiting = {"touched": _touched(mark), "waiting": _waiting(_items(mark))}
    asked = DESK.format(lying=_lying(KEPT), **waiting, **AGES)
    with connection.cursor() as cursor:
        cursor.execute(asked, {"now": now(), "until": until, "looked_to": mark})
        return cursor.fetchall()


def _touched(mark: UUID | None) -> Composable:
    return WITH_TOUCHED if mark else SQL("")


def _items(mark: UUID | None) -> Mapping[Account, Composable]:
    return KEPT_ITEMS if mark else ITEMS


NOTHING = (0, 0, 0, (0, 0, 0, 0), None)


def _clearing(account: Account, currency: str, balance: int, explained: int, *rest) -> Clearing:
    items, ages, oldest = rest
    moneys = (Money(balance, currency), Money(explained, currency))
    return Clearing(
        account, *moneys, items, tuple(Money(int(one), currency) for one in ages), oldest
    )


_desk = Recent(_load, SOON)


@proof("what lies in each account between owners is what waits there, seller by seller")
def items_proof() -> Findings:
    return compared(PROVED)
