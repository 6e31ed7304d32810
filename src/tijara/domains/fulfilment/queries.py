"""Parcels, and the proof that the journal tells what became of each."""

from collections.abc import Sequence
from uuid import UUID

from django.db import connection
from psycopg.sql import SQL

from tijara.platform.audits import Findings, proof

from .models import Shipment
from .shapes import ShipmentView

# What the end of each order's parcels must have moved in each account; else it is a fault.
EXPECTED = SQL("""
    SELECT o.seller_id, o.id, o.number, x.account, x.amount
    FROM orders_order o
    CROSS JOIN LATERAL (VALUES
        ('buyer_receivable', CASE WHEN o.paid_at IS NULL THEN -o.total_minor ELSE 0 END),
        ('orders_pending', o.total_minor),
        ('buyer_refundable', CASE WHEN o.state = 'refused' AND o.paid_at IS NOT NULL
                                  THEN -o.total_minor ELSE 0 END),
        ('carrier_receivable', CASE WHEN o.state <> 'refused' AND o.paid_at IS NULL
                                    THEN o.total_minor ELSE 0 END),
        ('seller_payable', CASE WHEN o.state <> 'refused' THEN o.commission_minor
            + o.commission_vat_minor - o.items_minor - o.delivery_minor ELSE 0 END),
        ('commission_revenue', CASE WHEN o.state <> 'refused' THEN -o.commission_minor ELSE 0 END),
        ('commission_vat',
            CASE WHEN o.state <> 'refused' THEN -o.commission_vat_minor ELSE 0 END),
        ('payment_fee_revenue', CASE WHEN o.state <> 'refused' THEN -o.fee_minor ELSE 0 END)
    ) AS x (account, amount)
    WHERE o.state IN ('delivered', 'refused', 'refunded')
""")
POSTED = SQL("""
    SELECT j.seller_id, j.order_id, s.account, sum(s.amount) AS amount
    FROM ledger_journal j
    JOIN ledger_posting p ON p.seller_id = j.seller_id AND p.journal_id = j.id
    CROSS JOIN LATERAL (VALUES (p.debit, p.amount_minor), (p.credit, -p.amount_minor))
        AS s (account, amount)
    WHERE j.kind IN ('order_delivered', 'order_refused')
    GROUP BY j.seller_id, j.order_id, s.account
""")
COMPARED = SQL("""
    SELECT count(*), coalesce(array_agg(
               coalesce(e.number, p.order_id::text, '?') || ' ' || coalesce(e.account, p.account))
               FILTER (WHERE coalesce(e.amount, 0) <> coalesce(p.amount, 0)), '{{}}')
    FROM ({expected}) e
    FULL JOIN ({posted}) p
      ON p.seller_id = e.seller_id AND p.order_id = e.id AND p.account = e.account
""").format(expected=EXPECTED, posted=POSTED)


def shipments(seller_id: UUID, order_ids: Sequence[UUID]) -> dict[UUID, list[ShipmentView]]:
    """The parcels of each order, the oldest first."""
    rows = Shipment.objects.filter(seller_id=seller_id, order_id__in=order_ids).order_by(
        "shipped_at"
    )
    found: dict[UUID, list[ShipmentView]] = {}
    for row in rows.values_list(
        "id", "order_id", "carrier", "tracking_number", "shipped_at", "ended_at", "outcome"
    ):
        found.setdefault(row[1], []).append(ShipmentView(*row))
    return found


@proof("the journal tells what became of every parcel, and of nothing else")
def journal_proof() -> Findings:
    with connection.cursor() as cursor:
        cursor.execute(COMPARED)
        checked, wrong = cursor.fetchone()
    return Findings(checked, [f"order {one}" for one in wrong])
