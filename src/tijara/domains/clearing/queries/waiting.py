"""What gateways owe for orders that were paid by card: kept of those for which something waits, and
told anew of those whose account has moved since."""

from collections.abc import Sequence
from uuid import UUID

from django.db import connection
from psycopg.sql import SQL, Composable

from tijara.platform.audits import Findings, compared, proof

from ..models import WaitingTo

# Two of an order: its money, and what was put down ahead of it.
OF_ORDERS = SQL("""
    SELECT o.seller_id, o.id AS order_id, o.id, o.number::text AS name, o.currency,
           CASE WHEN c.id IS NULL
                THEN o.items_minor + o.delivery_minor + o.fee_minor - o.credit_minor
                   - o.ahead_minor
                ELSE coalesce(p.minor, 0) END
           - coalesce(w.minor, 0) - coalesce(s.minor, 0) AS minor,
           o.paid_at AS since
    FROM {orders} o
    LEFT JOIN payments_charge c ON c.buyer_id = o.buyer_id AND c.id = o.charge_id
    CROSS JOIN LATERAL (
        SELECT sum((part ->> 'amount_minor')::bigint) AS minor
        FROM jsonb_array_elements(c.parts) part WHERE part ->> 'order_id' = o.id::text) p
    CROSS JOIN LATERAL (
        SELECT sum(amount_minor - carriage_minor - credit_minor - ahead_minor) AS minor
        FROM returns_owed
        WHERE seller_id = o.seller_id AND order_id = o.id AND method = 'card'
          AND banked NOT IN ('rest', 'both')
          AND paid_at IS NOT NULL AND cause <> 'exchanged') w
    CROSS JOIN LATERAL (
        SELECT sum(settled_minor - refunded_minor) AS minor FROM clearing_share
        WHERE seller_id = o.seller_id AND order_id = o.id) s
    WHERE coalesce(c.method, o.payment_method) = 'card' AND o.paid_at IS NOT NULL
      AND o.charge_id IS NOT NULL
    UNION ALL
    SELECT o.seller_id, o.id, md5(o.id::text || 'ahead')::uuid, o.number::text, o.currency,
           CASE WHEN o.forfeit_bp IS NULL THEN 0 ELSE o.ahead_minor END - coalesce(w.minor, 0)
           - CASE WHEN o.payment_method = 'card' AND o.paid_at IS NOT NULL
                       AND o.charge_id IS NOT NULL
                  THEN 0 ELSE coalesce(s.minor, 0) END, o.placed_at
    FROM {orders} o
    CROSS JOIN LATERAL (
        SELECT sum(ahead_minor) AS minor FROM returns_owed
        WHERE seller_id = o.seller_id AND order_id = o.id AND ahead_paid_at IS NOT NULL
          AND banked NOT IN ('ahead', 'both')) w
    CROSS JOIN LATERAL (
        SELECT sum(settled_minor - refunded_minor) AS minor FROM clearing_share
        WHERE seller_id = o.seller_id AND order_id = o.id) s
    WHERE o.ahead_method = 'card'
""")
ALL_ORDERS = SQL("orders_order")
# Whatever changes what waits for an order posts to this account, in a journal of that order.
TOUCHED = SQL("""
    SELECT DISTINCT j.seller_id, j.order_id AS id FROM ledger_posting p
    JOIN ledger_journal j ON j.seller_id = p.seller_id AND j.id = p.journal_id
    WHERE p.id > {since} AND 'gateway_receivable' IN (p.debit, p.credit)
      AND j.order_id IS NOT NULL
""")
SINCE = SQL("%(looked_to)s")
MARK = SQL("(SELECT posting_id FROM clearing_waiting_to)")
SOME_ORDERS = SQL("(SELECT o.* FROM {keys} JOIN orders_order o USING (seller_id, id))")
# To stand before a statement that asks for what is kept, so that all of it is of one moment.
WITH_TOUCHED = SQL("WITH touched AS MATERIALIZED ({touched})").format(
    touched=TOUCHED.format(since=SINCE)
)
KEPT = SQL("""
    SELECT w.seller_id, w.order_id, w.id, w.number::text AS name, w.currency, w.minor, w.since
    FROM clearing_waiting w
    WHERE NOT EXISTS (
        SELECT FROM touched t WHERE t.seller_id = w.seller_id AND t.id = w.order_id)
""")
PROVED = SQL("""
    SELECT 'order ' || coalesce(k.number, n.name), coalesce(k.minor, 0) = coalesce(n.minor, 0)
    FROM (SELECT * FROM clearing_waiting) k
    FULL JOIN (SELECT * FROM ({items}) i WHERE minor <> 0) n
      ON n.seller_id = k.seller_id AND n.id = k.id
    WHERE EXISTS (SELECT FROM clearing_waiting_to WHERE posting_id IS NOT NULL)
      AND (coalesce(k.seller_id, n.seller_id), coalesce(k.order_id, n.order_id)) NOT IN ({touched})
""")


def of_orders(orders: Composable) -> Composable:
    """What waits for each of some orders: rows of the desk's items."""
    return OF_ORDERS.format(orders=orders)


def some_orders(keys: Composable) -> Composable:
    """Orders of a table of seller and id."""
    return SOME_ORDERS.format(keys=keys)


def kept_items() -> Composable:
    """The same of all orders, behind `WITH_TOUCHED`."""
    return SQL("{kept} UNION ALL {told}").format(
        kept=KEPT, told=of_orders(some_orders(SQL("touched")))
    )


def looked_to() -> UUID | None:
    """The posting up to which what waits is kept; None: nothing is."""
    return WaitingTo.objects.values_list("posting_id", flat=True).first()


def touched_orders(since: UUID) -> Sequence[tuple[UUID, UUID]]:
    """(seller, order) whose account with the gateway has moved after a posting."""
    with connection.cursor() as cursor:
        cursor.execute(TOUCHED.format(since=SINCE), {"looked_to": since})
        return cursor.fetchall()


@proof("what is kept of orders for which the gateway owes is what they say")
def waiting_proof() -> Findings:
    return compared(PROVED.format(items=of_orders(ALL_ORDERS), touched=TOUCHED.format(since=MARK)))
