"""What goes back to buyers, and the proofs that it does, once."""

from collections.abc import Sequence
from uuid import UUID

from django.db import connection
from psycopg.sql import SQL

from tijara.kit.money import Money
from tijara.platform.audits import Findings, proof

from .models import Owed
from .shapes import OwedView, RefundCause

OWED = (
    "seller_id", "id", "order_id", "cause", "reason", "is_restocked", "amount_minor", "currency",
    "method", "payment_refund_id", "opened_at", "paid_at",
)  # fmt: skip


def owed_of_orders(seller_id: UUID, order_ids: Sequence[UUID]) -> dict[UUID, list[OwedView]]:
    """What goes or went back of each order, the oldest first."""
    rows = Owed.objects.filter(seller_id=seller_id, order_id__in=order_ids)
    found: dict[UUID, list[OwedView]] = {}
    for row in rows.order_by("opened_at", "id").values_list(*OWED):
        view = _view(*row)
        found.setdefault(view.order_id, []).append(view)
    return found


def owed_by_ids(seller_id: UUID, owed_ids: Sequence[UUID]) -> dict[UUID, OwedView]:
    rows = Owed.objects.filter(seller_id=seller_id, id__in=owed_ids).values_list(*OWED)
    return {row[1]: _view(*row) for row in rows}


def _view(*row) -> OwedView:
    seller_id, owed_id, order_id, cause, reason, is_restocked, amount_minor, currency = row[:8]
    method, payment_refund_id, opened_at, paid_at = row[8:]
    return OwedView(
        seller_id=seller_id,
        id=owed_id,
        order_id=order_id,
        cause=RefundCause(cause),
        reason=reason,
        is_restocked=is_restocked,
        amount=Money(amount_minor, currency),
        method=method,
        payment_refund_id=payment_refund_id,
        opened_at=opened_at,
        paid_at=paid_at,
    )


# What the journals of this domain must have moved in each account; anything else is a fault.
EXPECTED = SQL("""
    SELECT w.seller_id, 'refund_paid:' || w.id AS reference, x.account, x.amount
    FROM returns_owed w
    CROSS JOIN LATERAL (VALUES
        ('buyer_refundable', w.amount_minor),
        (CASE w.method WHEN 'card' THEN 'gateway_receivable' ELSE 'bank' END, -w.amount_minor)
    ) AS x (account, amount)
    WHERE w.paid_at IS NOT NULL
    UNION ALL
    SELECT w.seller_id, 'order_refunded:' || w.order_id, 'buyer_refundable', -w.amount_minor
    FROM returns_owed w WHERE w.cause = 'returned'
    UNION ALL
    SELECT w.seller_id, 'order_refunded:' || w.order_id, d.account, -d.amount
    FROM returns_owed w
    CROSS JOIN LATERAL (
        SELECT CASE s.account WHEN 'seller_held' THEN 'seller_payable' ELSE s.account END
                   AS account, sum(s.amount) AS amount
        FROM ledger_journal j
        JOIN ledger_posting p ON p.seller_id = j.seller_id AND p.journal_id = j.id
        CROSS JOIN LATERAL (VALUES (p.debit, p.amount_minor), (p.credit, -p.amount_minor))
            AS s (account, amount)
        WHERE j.seller_id = w.seller_id AND j.order_id = w.order_id
          AND j.kind IN ('parcel_delivered', 'order_delivered')
          AND s.account IN ('seller_held', 'seller_payable', 'commission_revenue',
                            'commission_vat', 'payment_fee_revenue')
        GROUP BY 1) d
    WHERE w.cause = 'returned'
""")
POSTED = SQL("""
    SELECT j.seller_id, j.reference,
           CASE s.account WHEN 'seller_held' THEN 'seller_payable' ELSE s.account END AS account,
           sum(s.amount) AS amount
    FROM ledger_journal j
    JOIN ledger_posting p ON p.seller_id = j.seller_id AND p.journal_id = j.id
    CROSS JOIN LATERAL (VALUES (p.debit, p.amount_minor), (p.credit, -p.amount_minor))
        AS s (account, amount)
    WHERE j.kind IN ('order_refunded', 'refund_paid')
    GROUP BY 1, 2, 3
""")
COMPARED = SQL("""
    SELECT count(*), coalesce(array_agg(
               coalesce(e.reference, p.reference) || ' ' || coalesce(e.account, p.account))
               FILTER (WHERE coalesce(e.amount, 0) <> coalesce(p.amount, 0)), '{{}}')
    FROM ({expected}) e
    FULL JOIN ({posted}) p
      ON p.seller_id = e.seller_id AND p.reference = e.reference AND p.account = e.account
""").format(expected=EXPECTED, posted=POSTED)
# What each order has in buyer_refundable, beside what is owed and not paid; a refund that became
# due a moment ago is a fact on its way.
HELD = SQL("""
    SELECT count(*), coalesce(array_agg('order ' || coalesce(h.order_id, w.order_id))
               FILTER (WHERE coalesce(h.held, 0) <> coalesce(w.owed, 0) + coalesce(d.due, 0)),
               '{{}}')
    FROM (
        SELECT j.seller_id, j.order_id, -sum(s.amount) AS held
        FROM ledger_journal j
        JOIN ledger_posting p ON p.seller_id = j.seller_id AND p.journal_id = j.id
        CROSS JOIN LATERAL (VALUES (p.debit, p.amount_minor), (p.credit, -p.amount_minor))
            AS s (account, amount)
        WHERE s.account = 'buyer_refundable' GROUP BY 1, 2) h
    FULL JOIN (
        SELECT seller_id, order_id, coalesce(sum(amount_minor) FILTER (WHERE paid_at IS NULL), 0)
                   AS owed
        FROM returns_owed GROUP BY 1, 2) w
      ON w.seller_id = h.seller_id AND w.order_id = h.order_id
    LEFT JOIN (
        SELECT e.owner_id, (e.body ->> 'order_id')::uuid AS order_id,
               sum((e.body ->> 'amount_minor')::bigint) AS due
        FROM outbox_event e
        WHERE e.name = 'orders.refund_due.v1' AND NOT EXISTS (
            SELECT 1 FROM returns_owed r
            WHERE r.seller_id = e.owner_id
              AND r.reference = CASE WHEN e.body ->> 'parcel_id' IS NULL
                                     THEN 'order:' || (e.body ->> 'order_id')
                                     ELSE 'parcel:' || (e.body ->> 'parcel_id') END)
          AND e.delivered_at IS NULL
        GROUP BY 1, 2) d
      ON d.owner_id = h.seller_id AND d.order_id = h.order_id
""")


@proof("the journal tells of every refund what was taken back and paid, and of nothing else")
def journal_proof() -> Findings:
    return _findings(COMPARED)


@proof("what we hold for buyers is what is on its way back to them, order by order")
def held_proof() -> Findings:
    return _findings(HELD.format())


def _findings(compared) -> Findings:
    with connection.cursor() as cursor:
        cursor.execute(compared)
        return Findings(*cursor.fetchone())
