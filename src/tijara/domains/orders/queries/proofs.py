"""What must be true of all orders, their units and their money."""

from psycopg.sql import SQL

from tijara.platform.audits import Findings, compared, proof


@proof("every order is the sum of its lines")
def sums_proof() -> Findings:
    return compared(
        SQL("""
            SELECT 'order ' || o.number, o.items_minor IS NOT DISTINCT FROM sum(l.total_minor)
               AND o.commission_minor IS NOT DISTINCT FROM sum(l.commission_minor)
               AND o.commission_vat_minor IS NOT DISTINCT FROM sum(l.commission_vat_minor)
            FROM orders_order o
            LEFT JOIN orders_line l ON l.seller_id = o.seller_id AND l.order_id = o.id
            GROUP BY o.seller_id, o.id
        """)
    )


@proof("every order's tax is that of its lines, its delivery and its fee, each at its rate")
def taxes_proof() -> Findings:
    """Of each category and rate the tax is what its gross sum holds, within one unit for each part
    in it: orders of before were rounded line by line."""
    return compared(
        SQL("""
            SELECT 'order ' || o.number, o.tax_minor = t.tax AND t.fine
            FROM orders_order o
            CROSS JOIN LATERAL (
                SELECT sum(g.tax) AS tax, bool_and(
                    abs(g.tax * (10000 + g.bp) - g.gross * g.bp) <= g.parts * (10000 + g.bp)
                    AND (g.bp > 0 OR g.tax = 0) AND (g.bp > 0) = (g.category = 'S')) AS fine
                FROM (
                    SELECT p.category, p.bp, sum(p.tax) AS tax, sum(p.gross) AS gross,
                           count(*) AS parts
                    FROM (
                        SELECT tax_category, tax_bp, tax_minor, total_minor FROM orders_line
                        WHERE seller_id = o.seller_id AND order_id = o.id
                        UNION ALL SELECT o.delivery_category, o.delivery_bp,
                                         o.delivery_tax_minor, o.delivery_minor
                        UNION ALL SELECT o.fee_category, o.fee_bp, o.fee_tax_minor, o.fee_minor
                    ) AS p (category, bp, tax, gross)
                    GROUP BY 1, 2) g) t
        """)
    )


@proof("every order took from stock what it sold, and gave back what was not delivered")
def units_proof() -> Findings:
    return compared(
        SQL("""
            SELECT 'order ' || o.number, l.units + m.sold = 0
               AND CASE WHEN o.state IN ('cancelled', 'refused') THEN m.back = l.units
                        WHEN o.begun_at IS NULL THEN m.back = 0
                        ELSE m.back BETWEEN 0 AND l.units END
            FROM orders_order o
            CROSS JOIN LATERAL (
                SELECT coalesce(sum(quantity), 0) AS units FROM orders_line
                WHERE seller_id = o.seller_id AND order_id = o.id) l
            LEFT JOIN (
                SELECT seller_id, reference_id,
                       coalesce(sum(quantity) FILTER (WHERE kind = 'sale'), 0) AS sold,
                       coalesce(sum(quantity) FILTER (WHERE kind = 'restock'), 0) AS back
                FROM inventory_movement WHERE kind IN ('sale', 'restock') GROUP BY 1, 2) m
              ON m.seller_id = o.seller_id AND m.reference_id = o.id
        """)
    )


@proof("nothing left stock for an order that does not stand")
def sales_proof() -> Findings:
    return compared(
        SQL("""
            SELECT 'order ' || m.reference_id, o.id IS NOT NULL
            FROM inventory_movement m
            LEFT JOIN orders_order o ON o.seller_id = m.seller_id AND o.id = m.reference_id
            WHERE m.kind IN ('sale', 'restock')
        """)
    )


@proof("every order's state follows from its moves")
def moves_proof() -> Findings:
    return compared(
        SQL("""
            SELECT 'order ' || o.number, m.chain IS NOT DISTINCT FROM m.expected
               AND o.state = coalesce(m.last, b.start)
            FROM orders_order o
            CROSS JOIN LATERAL (
                SELECT CASE WHEN o.due_at IS NULL THEN 'placed' ELSE 'pending' END AS start) b
            CROSS JOIN LATERAL (
                SELECT array_agg(before ORDER BY moved_at, id) AS chain,
                       array_agg(earlier ORDER BY moved_at, id) AS expected,
                       (array_agg(after ORDER BY moved_at DESC, id DESC))[1] AS last
                FROM (SELECT id, moved_at, before, after,
                             lag(after, 1, b.start::varchar) OVER (ORDER BY moved_at, id) AS earlier
                        FROM orders_move WHERE seller_id = o.seller_id AND order_id = o.id) s) m
        """)
    )


@proof("the journal tells of every order that it was placed, paid and called off, as it was")
def money_proof() -> Findings:
    """Only the journals that this domain writes; parcels, refunds and payouts prove their own."""
    return compared(
        SQL("""
            SELECT 'order ' || o.number,
                   coalesce(p.receivable, 0) = CASE
                       WHEN o.paid_at IS NULL AND o.state <> 'cancelled'
                       THEN o.total_minor - o.credit_minor - o.ahead_minor ELSE 0 END
               AND coalesce(p.pending, 0)
                       = CASE WHEN o.state = 'cancelled' THEN 0 ELSE -o.total_minor END
               AND coalesce(p.paid, 0)
                       = CASE WHEN o.paid_at IS NULL THEN o.credit_minor + o.ahead_minor
                              ELSE o.total_minor END
               AND coalesce(p.wrong, 0) = 0
            FROM orders_order o
            LEFT JOIN (
                SELECT j.seller_id, j.order_id,
                       sum(s.amount) FILTER (WHERE s.account = 'buyer_receivable') AS receivable,
                       sum(s.amount) FILTER (WHERE s.account = 'orders_pending') AS pending,
                       sum(s.amount) FILTER (WHERE s.account IN ('gateway_receivable', 'bank',
                           'exchange_clearing', 'wallet_clearing')) AS paid,
                       count(*) FILTER (WHERE s.account NOT IN ('buyer_receivable',
                           'orders_pending', 'gateway_receivable', 'bank', 'exchange_clearing',
                           'wallet_clearing', 'buyer_refundable'))
                           AS wrong
                FROM ledger_journal j
                JOIN ledger_posting p ON p.seller_id = j.seller_id AND p.journal_id = j.id
                CROSS JOIN LATERAL (VALUES (p.debit, p.amount_minor), (p.credit, -p.amount_minor))
                    AS s (account, amount)
                WHERE j.kind IN ('order_placed', 'order_paid', 'order_credited', 'order_deposited',
                                 'order_exchanged', 'order_cancelled')
                   OR j.kind IN ('parcel_given_up', 'parcel_lost') AND EXISTS (
                      SELECT 1 FROM orders_order c WHERE c.seller_id = j.seller_id
                         AND c.id = j.order_id AND c.state = 'cancelled')
                GROUP BY 1, 2) p ON p.seller_id = o.seller_id AND p.order_id = o.id
        """)
    )


@proof("nothing is owed for an order that has ended, and no journal tells of an order unknown")
def ends_proof() -> Findings:
    return compared(
        SQL("""
            SELECT 'order ' || coalesce(o.number, p.order_id::text),
                   o.id IS NOT NULL
               AND CASE
                   WHEN o.state = 'pending'
                   THEN p.receivable = o.total_minor - o.credit_minor - o.ahead_minor
                    AND p.pending = -o.total_minor
                   WHEN o.state IN ('placed', 'confirmed', 'packed', 'shipped')
                   THEN p.pending BETWEEN -o.total_minor AND 0 AND p.receivable BETWEEN 0 AND
                        CASE WHEN o.paid_at IS NULL THEN o.total_minor ELSE 0 END
                   ELSE p.pending = 0 AND p.receivable = 0 END
            FROM (
                SELECT j.seller_id, j.order_id,
                       coalesce(sum(s.amount) FILTER (WHERE s.account = 'buyer_receivable'), 0)
                           AS receivable,
                       coalesce(sum(s.amount) FILTER (WHERE s.account = 'orders_pending'), 0)
                           AS pending
                FROM ledger_journal j
                JOIN ledger_posting p ON p.seller_id = j.seller_id AND p.journal_id = j.id
                CROSS JOIN LATERAL (VALUES (p.debit, p.amount_minor), (p.credit, -p.amount_minor))
                    AS s (account, amount)
                WHERE j.order_id IS NOT NULL
                GROUP BY 1, 2) p
            LEFT JOIN orders_order o ON o.seller_id = p.seller_id AND o.id = p.order_id
        """)
    )
