"""What must be true of all cash: against the journal, against the lists, in itself."""

from uuid import UUID

from django.db import connection
from psycopg.sql import SQL

from tijara.kit.rounds import ALWAYS, Span
from tijara.platform.audits import Findings, compared, proof

MOST_MISSING = 500
# Parcels that ended with cash and that nobody is about to follow.
MISSING = """
    SELECT s.seller_id, s.id
    FROM fulfilment_shipment s
    JOIN orders_order o ON o.seller_id = s.seller_id AND o.id = s.order_id
    LEFT JOIN cash_parcel p ON p.seller_id = s.seller_id AND p.id = s.id
    WHERE o.payment_method = 'cash_on_delivery' AND o.paid_at IS NULL AND s.kind = 'carried'
      AND s.items_minor + s.delivery_minor + s.fee_minor > s.credit_minor + s.ahead_minor
      AND o.placed_at >= %s AND o.placed_at < %s
      AND (p.id IS NULL OR (p.state = 'with_carrier' AND s.ended_at IS NOT NULL))
      AND NOT EXISTS (SELECT FROM outbox_event e
                      WHERE e.owner_id = s.seller_id AND e.delivered_at IS NULL
                        AND e.name LIKE 'fulfilment.parcel_%%'
                        AND e.body ->> 'shipment_id' = s.id::text)
    ORDER BY s.shipped_at LIMIT %s
"""
# By order: what the journal says that carriers hold of it, and what the rows say.
DEBTS = SQL("""
    SELECT 'order ' || c.order_id, coalesce(j.owed, 0) = c.owed
    FROM (
        SELECT seller_id, order_id, sum(CASE
                   WHEN state IN ('collected', 'late', 'short', 'claimed')
                   THEN amount_minor - paid_minor ELSE 0 END) AS owed
        FROM cash_parcel GROUP BY 1, 2) c
    LEFT JOIN (
        SELECT j.seller_id, j.order_id,
               sum(CASE p.debit WHEN 'carrier_receivable' THEN p.amount_minor
                   ELSE -p.amount_minor END) AS owed
        FROM ledger_posting p
        JOIN ledger_journal j ON j.seller_id = p.seller_id AND j.id = p.journal_id
        WHERE 'carrier_receivable' IN (p.debit, p.credit) GROUP BY 1, 2) j
      ON j.seller_id = c.seller_id AND j.order_id = c.order_id
    WHERE NOT EXISTS (
        SELECT FROM cash_parcel w
        JOIN fulfilment_shipment s ON s.seller_id = w.seller_id AND s.id = w.id
        WHERE w.seller_id = c.seller_id AND w.order_id = c.order_id
          AND w.state = 'with_carrier' AND s.ended_at IS NOT NULL)
""")
# Every booked line, its journal and its parcel's sum; every journal of cash and its line.
LINES = SQL("""
    SELECT coalesce('line ' || l.id, j.reference),
           CASE
           WHEN l.id IS NULL THEN false
           WHEN l.mark IS NULL THEN j.reference IS NULL AND l.verdict IN ('repeated', 'unreadable')
           ELSE j.bank = l.amount_minor - l.charge_minor AND j.debt = l.debt_minor
                AND (l.verdict = 'unknown') = (l.parcel_id IS NULL) END
    FROM (SELECT l.* FROM cash_remittance_line l
          JOIN cash_remittance r ON r.id = l.remittance_id WHERE r.booked_at IS NOT NULL) l
    FULL JOIN (
        SELECT j.reference,
               sum(p.amount_minor * ((p.debit = 'bank')::int - (p.credit = 'bank')::int)) AS bank,
               sum(p.amount_minor * (p.credit = 'carrier_receivable')::int) AS debt
        FROM ledger_journal j
        JOIN ledger_posting p ON p.seller_id = j.seller_id AND p.journal_id = j.id
        WHERE j.kind = 'cash_remitted' GROUP BY 1) j ON j.reference = 'cash_remitted:' || l.id
    UNION ALL
    SELECT 'parcel ' || p.id, p.paid_minor = coalesce((
        SELECT sum(l.debt_minor) FROM cash_remittance_line l
        WHERE l.seller_id = p.seller_id AND l.parcel_id = p.id), 0)
    FROM cash_parcel p
""")
MOVES = SQL("""
    SELECT 'parcel ' || p.id,
           p.state = coalesce((
               SELECT m.after FROM cash_move m
               WHERE m.seller_id = p.seller_id AND m.parcel_id = p.id
               ORDER BY m.moved_at DESC, m.id DESC LIMIT 1), 'with_carrier')
       AND CASE p.state
           WHEN 'with_carrier' THEN p.due_at IS NULL AND p.paid_minor = 0
           WHEN 'returned' THEN p.paid_minor = 0
           WHEN 'remitted' THEN p.paid_minor = p.amount_minor AND p.waiting_minor = 0
           WHEN 'reconciled' THEN p.paid_minor = p.amount_minor AND p.waiting_minor = 0
           WHEN 'written_off' THEN p.paid_minor < p.amount_minor AND p.waiting_minor = 0
           ELSE p.due_at IS NOT NULL AND p.paid_minor < p.amount_minor END
       AND (p.state = 'claimed') = coalesce(
           (SELECT c.ended_at IS NULL FROM cash_claim c
            WHERE c.seller_id = p.seller_id AND c.id = p.id), false)
    FROM cash_parcel p
""")


# Each deposit beside its order, its parcels and the journals of what was lost of it.
DEPOSITS = SQL("""
    SELECT o.seller_id, o.id, d.id IS NOT NULL AND d.amount_minor = o.ahead_minor
       AND d.counted_minor = s.counted AND d.lost_minor = s.lost AND d.lost_minor = j.lost
       AND d.back_minor = s.back
           + CASE WHEN o.state = 'cancelled' THEN o.ahead_minor - s.inside ELSE 0 END
    FROM orders_order o
    LEFT JOIN cash_deposit d ON d.seller_id = o.seller_id AND d.id = o.id
    CROSS JOIN LATERAL (
        SELECT coalesce(sum(ahead_minor), 0) AS inside,
               coalesce(sum(ahead_minor) FILTER (WHERE outcome = 'delivered'), 0) AS counted,
               coalesce(sum(lost_minor), 0) AS lost,
               coalesce(sum(ahead_minor - lost_minor) FILTER (
                   WHERE outcome IN ('refused', 'given_up', 'lost')), 0) AS back
        FROM fulfilment_shipment WHERE seller_id = o.seller_id AND order_id = o.id) s
    CROSS JOIN LATERAL (
        SELECT coalesce(sum(p.amount_minor), 0) AS lost
        FROM ledger_journal j
        JOIN ledger_posting p ON p.seller_id = j.seller_id AND p.journal_id = j.id
        WHERE j.seller_id = o.seller_id AND j.order_id = o.id AND j.kind = 'deposit_lost') j
    WHERE o.forfeit_bp IS NOT NULL AND NOT EXISTS (
        SELECT FROM outbox_event e
        WHERE e.owner_id = o.seller_id AND e.delivered_at IS NULL
          AND e.body ->> 'order_id' = o.id::text)
""")
MISSING_DEPOSITS = SQL(
    "SELECT seller_id, id FROM ({told} AND o.placed_at >= %s AND o.placed_at < %s)"
    " t (seller_id, id, fine) WHERE NOT fine LIMIT %s"
).format(told=DEPOSITS)
ASTRAY = SQL("SELECT 'order ' || id, fine FROM ({told}) t (seller_id, id, fine)").format(
    told=DEPOSITS
)


def missing_deposits(span: Span = ALWAYS) -> list[tuple[UUID, UUID]]:
    """(seller id, order id) of what was put down and is not followed, or not to its end."""
    with connection.cursor() as cursor:
        cursor.execute(MISSING_DEPOSITS, [*span, MOST_MISSING])
        return cursor.fetchall()


@proof("what became of every deposit is what became of its order's parcels")
def deposits_proof() -> Findings:
    return compared(ASTRAY)


def missing_parcels(span: Span = ALWAYS) -> list[tuple[UUID, UUID]]:
    """(seller id, parcel id) of what has cash and is not followed."""
    with connection.cursor() as cursor:
        cursor.execute(MISSING, [*span, MOST_MISSING])
        return cursor.fetchall()


@proof("what carriers owe by the journal is what the rows of their parcels say")
def debts_proof() -> Findings:
    found = compared(DEBTS)
    missing = [f"parcel {id}" for _, id in missing_parcels()]
    return Findings(found.checked + len(missing), found.faults + missing)


@proof("every line of a carrier's list that was booked is in the journal, or says why not")
def lines_proof() -> Findings:
    return compared(LINES)


@proof("the state of a parcel's cash follows from its moves, its payments and its claim")
def moves_proof() -> Findings:
    return compared(MOVES)
