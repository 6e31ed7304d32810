"""What must be true of all returns, their units and their money."""

from psycopg.sql import SQL

from tijara.platform.audits import Findings, compared, proof

# What the journals of this domain must have moved in each account; anything else is a fault.
EXPECTED = SQL("""
    SELECT w.seller_id, 'refund_paid:' || w.id AS reference, x.account, x.amount
    FROM returns_owed w
    CROSS JOIN LATERAL (VALUES
        ('buyer_refundable', w.amount_minor - w.carriage_minor - w.credit_minor - w.ahead_minor),
        (CASE WHEN w.method = 'card' AND w.banked NOT IN ('rest', 'both')
              THEN 'gateway_receivable' ELSE 'bank' END,
         w.carriage_minor + w.credit_minor + w.ahead_minor - w.amount_minor)
    ) AS x (account, amount)
    WHERE w.paid_at IS NOT NULL AND w.cause <> 'exchanged'
    UNION ALL
    SELECT w.seller_id, 'refund_ahead_paid:' || w.id, x.account, x.amount
    FROM returns_owed w
    CROSS JOIN LATERAL (VALUES
        ('buyer_refundable', w.ahead_minor),
        (CASE WHEN w.ahead_method = 'card' AND w.banked NOT IN ('ahead', 'both')
              THEN 'gateway_receivable' ELSE 'bank' END, -w.ahead_minor)
    ) AS x (account, amount)
    WHERE w.ahead_paid_at IS NOT NULL
    UNION ALL
    SELECT w.seller_id, 'refund_credited:' || w.id, x.account, x.amount
    FROM returns_owed w
    CROSS JOIN LATERAL (VALUES
        ('buyer_refundable', w.credit_minor), ('wallet_clearing', -w.credit_minor)
    ) AS x (account, amount)
    WHERE w.cause <> 'exchanged'
    UNION ALL
    SELECT w.seller_id, CASE WHEN w.cause = 'reduced' THEN 'price_reduced:' || w.order_id
                             WHEN w.return_id IS NULL THEN 'order_refunded:' || w.order_id
                             ELSE 'return_' || CASE w.cause WHEN 'returned' THEN 'refunded'
                                                    ELSE w.cause END || ':' || w.return_id END,
           x.account, x.amount
    FROM returns_owed w
    CROSS JOIN LATERAL (VALUES
        (CASE w.cause WHEN 'exchanged' THEN 'exchange_clearing' ELSE 'buyer_refundable' END,
         -w.amount_minor),
        ('seller_payable', w.items_minor + w.delivery_minor - w.commission_minor
            - w.commission_vat_minor + w.support_minor),
        ('market_promotions', -w.support_minor),
        ('commission_revenue', w.commission_minor),
        ('commission_vat', w.commission_vat_minor),
        ('payment_fee_revenue', w.fee_minor)
    ) AS x (account, amount)
    WHERE w.cause IN ('returned', 'exchanged', 'reduced')
    UNION ALL
    SELECT w.seller_id, 'exchange_difference:' || split_part(w.reference, ':', 2),
           x.account, x.amount
    FROM returns_owed w
    CROSS JOIN LATERAL (VALUES
        ('exchange_clearing', w.amount_minor), ('buyer_refundable', -w.amount_minor)
    ) AS x (account, amount)
    WHERE w.cause = 'difference'
    UNION ALL
    SELECT r.seller_id, CASE r.carriage_end WHEN 'charged' THEN 'carriage_charged:'
                        ELSE 'carriage_borne:' END || r.id, x.account, x.amount
    FROM returns_return r
    CROSS JOIN LATERAL (VALUES
        (CASE r.carriage_end WHEN 'charged' THEN 'buyer_refundable'
              WHEN 'by_seller' THEN 'seller_payable' ELSE 'carrier_charges' END,
         r.carriage_moved_minor),
        (CASE WHEN r.carriage_end IN ('charged', 'to_seller') THEN 'seller_payable'
              ELSE 'buyer_refundable' END, -r.carriage_moved_minor)
    ) AS x (account, amount)
    WHERE r.carriage_end <> ''
""")
POSTED = SQL("""
    SELECT j.seller_id, j.reference,
           CASE s.account WHEN 'seller_held' THEN 'seller_payable' ELSE s.account END AS account,
           sum(s.amount) AS amount
    FROM ledger_journal j
    JOIN ledger_posting p ON p.seller_id = j.seller_id AND p.journal_id = j.id
    CROSS JOIN LATERAL (VALUES (p.debit, p.amount_minor), (p.credit, -p.amount_minor))
        AS s (account, amount)
    WHERE j.kind IN ('order_refunded', 'return_refunded', 'return_exchanged', 'price_reduced',
                     'refund_paid', 'refund_ahead_paid', 'refund_credited',
                     'exchange_difference', 'carriage_charged', 'carriage_borne')
    GROUP BY 1, 2, 3
""")
COMPARED = SQL("""
    SELECT coalesce(e.reference, p.reference) || ' ' || coalesce(e.account, p.account),
           coalesce(e.amount, 0) = coalesce(p.amount, 0)
    FROM ({expected}) e
    FULL JOIN ({posted}) p
      ON p.seller_id = e.seller_id AND p.reference = e.reference AND p.account = e.account
""").format(expected=EXPECTED, posted=POSTED)
# What each order has in buyer_refundable, beside what is owed and not paid; a refund that became
# due a moment ago is a fact on its way.
HELD = SQL("""
    SELECT 'order ' || coalesce(h.order_id, w.order_id),
           coalesce(h.held, 0) = coalesce(w.owed, 0) + coalesce(d.due, 0)
    FROM (
        SELECT j.seller_id, j.order_id, -sum(s.amount) AS held
        FROM ledger_journal j
        JOIN ledger_posting p ON p.seller_id = j.seller_id AND p.journal_id = j.id
        CROSS JOIN LATERAL (VALUES (p.debit, p.amount_minor), (p.credit, -p.amount_minor))
            AS s (account, amount)
        WHERE s.account = 'buyer_refundable' AND j.order_id IS NOT NULL GROUP BY 1, 2) h
    FULL JOIN (
        SELECT seller_id, order_id,
               coalesce(sum(amount_minor - carriage_minor - credit_minor - ahead_minor) FILTER (
                   WHERE paid_at IS NULL AND cause <> 'exchanged'), 0)
               + coalesce(sum(ahead_minor) FILTER (
                   WHERE ahead_paid_at IS NULL AND cause <> 'exchanged'), 0) AS owed
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
                                     THEN (CASE WHEN (e.body ->> 'is_late')::boolean THEN 'late:'
                                                ELSE 'order:' END) || (e.body ->> 'order_id')
                                     ELSE 'parcel:' || (e.body ->> 'parcel_id') END)
          AND e.delivered_at IS NULL
        GROUP BY 1, 2) d
      ON d.owner_id = h.seller_id AND d.order_id = h.order_id
""")


# Every refund of goods beside its lines, and all of an order's beside what was delivered of it.
PARTS = SQL("""
    SELECT 'order ' || w.order_id, bool_and(w.items_minor = coalesce(l.items, 0)
               AND w.commission_minor = coalesce(l.commission, 0)
               AND w.commission_vat_minor = coalesce(l.commission_vat, 0)
               AND w.support_minor >= coalesce(l.support, 0)
               AND w.tax_minor >= coalesce(l.tax, 0)
               AND (w.delivery_minor + w.fee_minor > 0 OR w.tax_minor = coalesce(l.tax, 0)))
           AND sum(w.items_minor) <= max(s.items) AND sum(w.delivery_minor) <= max(s.delivery)
           AND sum(w.fee_minor) <= max(s.fee) AND sum(w.tax_minor) <= max(s.tax)
           AND sum(w.commission_minor) <= max(s.commission)
           AND sum(w.commission_vat_minor) <= max(s.commission_vat)
           AND sum(w.support_minor) <= max(s.support)
    FROM returns_owed w
    LEFT JOIN (
        SELECT seller_id, owed_id, sum(items_minor) AS items, sum(tax_minor) AS tax,
               sum(commission_minor) AS commission, sum(commission_vat_minor) AS commission_vat,
               sum(support_minor) AS support
        FROM returns_owed_line GROUP BY 1, 2) l ON l.seller_id = w.seller_id AND l.owed_id = w.id
    LEFT JOIN (
        SELECT seller_id, order_id, sum(items_minor) AS items, sum(delivery_minor) AS delivery,
               sum(fee_minor) AS fee, sum(tax_minor) AS tax, sum(commission_minor) AS commission,
               sum(commission_vat_minor) AS commission_vat, sum(support_minor) AS support
        FROM fulfilment_shipment WHERE outcome = 'delivered' GROUP BY 1, 2) s
      ON s.seller_id = w.seller_id AND s.order_id = w.order_id
    WHERE w.cause IN ('returned', 'exchanged', 'reduced') GROUP BY w.seller_id, w.order_id
""")
UNITS = SQL("""
    SELECT 'line ' || b.line_id, b.units <= coalesce(d.units, 0)
    FROM (
        SELECT seller_id, line_id, sum(units) AS units FROM (
            SELECT seller_id, line_id, quantity AS units FROM returns_owed_line
            UNION ALL
            SELECT l.seller_id, l.line_id, l.quantity FROM returns_line l
            JOIN returns_return r ON r.seller_id = l.seller_id AND r.id = l.return_id
            WHERE r.state IN
                ('requested', 'asked', 'approved', 'sent', 'received', 'inspected')) u
        GROUP BY 1, 2) b
    LEFT JOIN (
        SELECT f.seller_id, f.line_id, sum(f.quantity) AS units
        FROM fulfilment_line f
        JOIN fulfilment_shipment p ON p.seller_id = f.seller_id AND p.id = f.shipment_id
        WHERE p.outcome = 'delivered' GROUP BY 1, 2) d
      ON d.seller_id = b.seller_id AND d.line_id = b.line_id
""")
MOVES = SQL("""
    SELECT 'return ' || r.id, m.chain IS NOT DISTINCT FROM m.expected
           AND r.state = coalesce(m.last, 'requested')
    FROM returns_return r
    CROSS JOIN LATERAL (
        SELECT array_agg(before ORDER BY moved_at, id) AS chain,
               array_agg(earlier ORDER BY moved_at, id) AS expected,
               (array_agg(after ORDER BY moved_at DESC, id DESC))[1] AS last
        FROM (SELECT id, moved_at, before, after,
                     lag(after, 1, 'requested'::varchar) OVER (ORDER BY moved_at, id) AS earlier
              FROM returns_move WHERE seller_id = r.seller_id AND return_id = r.id) s) m
""")
GOODWILL = SQL("""
    SELECT coalesce('goodwill ' || g.id, j.reference), g.amount_minor = j.amount
    FROM (SELECT seller_id, id, amount_minor, 'goodwill_given:' || id AS reference
          FROM returns_goodwill) g
    FULL JOIN (
        SELECT j.seller_id, j.reference, sum(p.amount_minor) AS amount
        FROM ledger_journal j
        JOIN ledger_posting p ON p.seller_id = j.seller_id AND p.journal_id = j.id
        WHERE j.kind = 'goodwill_given' AND p.debit = 'seller_payable'
          AND p.credit = 'wallet_clearing' GROUP BY 1, 2) j
      ON j.seller_id = g.seller_id AND j.reference = g.reference
""")
# What a return has come to, beside the money that went for it.
ENDS = SQL("""
    SELECT 'return ' || r.id, CASE r.state
               WHEN 'refunded' THEN w.cause IS NOT DISTINCT FROM 'returned'
               WHEN 'exchanged' THEN w.cause IS NOT DISTINCT FROM 'exchanged'
                AND r.new_order_id IS NOT NULL
               ELSE w.cause IS NULL END
    FROM returns_return r
    LEFT JOIN returns_owed w ON w.seller_id = r.seller_id AND w.return_id = r.id
""")


# What was settled of each way back, beside what its buyer got, or did not get, for it.
CARRIAGE = SQL("""
    SELECT 'return ' || r.id, coalesce(w.carriage_minor, 0) =
               CASE r.carriage_end WHEN 'charged' THEN r.carriage_moved_minor ELSE 0 END
       AND coalesce(g.amount_minor, 0) = CASE WHEN r.carriage_end IN ('by_seller', 'by_market')
               THEN r.carriage_moved_minor ELSE 0 END
       AND (r.carriage_end = '') = (r.carriage_moved_minor = 0)
    FROM returns_return r
    LEFT JOIN returns_owed w ON w.seller_id = r.seller_id AND w.return_id = r.id
    LEFT JOIN returns_owed g
      ON g.seller_id = r.seller_id AND g.reference = 'carriage:' || r.id
""")


@proof("every way back was settled with who had paid it, for what was shown, and no more")
def carriage_proof() -> Findings:
    return compared(CARRIAGE)


@proof("the journal tells of every refund what was taken back and paid, and of nothing else")
def journal_proof() -> Findings:
    return compared(COMPARED)


@proof("what we hold for buyers is what is on its way back to them, order by order")
def held_proof() -> Findings:
    return compared(HELD)


@proof("every refund is the sum of its lines, and an order's are no more than was delivered of it")
def parts_proof() -> Findings:
    return compared(PARTS)


@proof("the journal tells of every gift of a shop, and of nothing else")
def goodwill_proof() -> Findings:
    return compared(GOODWILL)


@proof("no more units come back, or are on their way back, than were delivered")
def units_proof() -> Findings:
    return compared(UNITS)


@proof("every return's state follows from its moves")
def moves_proof() -> Findings:
    return compared(MOVES)


@proof("a return has its refund or its exchange when it has come to that, and not before")
def ends_proof() -> Findings:
    return compared(ENDS)
