"""What the audit proves of charges, payments and refunds."""

from psycopg.sql import SQL

from tijara.platform.audits import Findings, compared, proof


@proof("every paid charge was paid once, by a payment or by a transfer that staff have seen")
def paid_proof() -> Findings:
    return compared(
        SQL("""
            SELECT 'payment ' || c.reference, (a.paid = 1) <> (c.bank_reference <> '')
            FROM payments_charge c
            CROSS JOIN LATERAL (
                SELECT count(*) AS paid FROM payments_attempt
                WHERE buyer_id = c.buyer_id AND charge_id = c.id AND state = 'paid') a
            WHERE c.state = 'paid'
        """)
    )


@proof("no payment counts for a charge that is not paid")
def attempts_proof() -> Findings:
    return compared(
        SQL("""
            SELECT 'payment ' || c.reference, c.state = 'paid'
            FROM payments_attempt a
            JOIN payments_charge c ON c.buyer_id = a.buyer_id AND c.id = a.charge_id
            WHERE a.state IN ('paid', 'surplus')
        """)
    )


@proof("every charge is the sum of its parts")
def parts_proof() -> Findings:
    return compared(
        SQL("""
            SELECT 'payment ' || c.reference, c.amount_minor = (
                SELECT sum((part ->> 'amount_minor')::bigint)
                FROM jsonb_array_elements(c.parts) part)
            FROM payments_charge c
        """)
    )


@proof("no more goes back than came, and what came twice goes back")
def refunds_proof() -> Findings:
    return compared(
        SQL("""
            SELECT 'payment ' || c.reference, c.amount_minor >= coalesce(r.of_orders, 0)
               AND a.surplus = coalesce(r.surplus, 0)
               AND (c.state = 'paid' OR coalesce(r.of_orders, 0) = 0)
            FROM payments_charge c
            CROSS JOIN LATERAL (
                SELECT sum(amount_minor) FILTER (WHERE order_id IS NOT NULL) AS of_orders,
                       count(*) FILTER (WHERE order_id IS NULL) AS surplus
                FROM payments_refund WHERE buyer_id = c.buyer_id AND charge_id = c.id) r
            CROSS JOIN LATERAL (
                SELECT count(*) FILTER (WHERE state = 'surplus') AS surplus
                FROM payments_attempt WHERE buyer_id = c.buyer_id AND charge_id = c.id) a
        """)
    )
